/** A place on the network that Go's toolchains come from. */
export interface GoSource {
  /** What ProvisionedGo tells of where it came from. */
  readonly kind: 'proxy' | 'go.dev';
  /** For the log and for messages: "module proxy". */
  readonly name: string;
  /**
   * Downloads, verifies and unpacks a version.
   *
   * @param goroot a folder that does not exist yet
   * @param scratch an empty folder, for whatever is not kept
   * @returns who vouches for it: "pinned in docker/versions.json".
   * @throws UserError, EnvironmentError: its answer, and the next is asked. ChecksumMismatch: nobody is.
   */
  readonly fetch: (version: string, goroot: string, scratch: string) => Promise<string>;
}

/** A list of the versions that there are for a platform. */
export interface GoListing {
  readonly name: string;
  /** @throws UserError, EnvironmentError: its answer, and the next is asked. */
  readonly list: () => Promise<readonly string[]>;
}
