/** A remote source of Go toolchains. */
export interface GoSource {
  /** Becomes ProvisionedGo's `source`. */
  readonly kind: 'proxy' | 'go.dev';
  /** The name in the log and in messages: "module proxy". */
  readonly name: string;
  /**
   * Downloads, verifies and unpacks a version.
   *
   * @param goroot a folder that does not exist yet
   * @param scratch an empty folder for temporary files
   * @returns how it was verified: "verified by its pinned hash".
   * @throws UserError, EnvironmentError: its answer; the next source is tried. ChecksumMismatch:
   * ends the search.
   */
  readonly fetch: (version: string, goroot: string, scratch: string) => Promise<string>;
}

/** A list of the versions that exist for a platform. */
export interface GoListing {
  readonly name: string;
  /** @throws UserError, EnvironmentError: its answer; the next list is tried. */
  readonly list: () => Promise<readonly string[]>;
}
