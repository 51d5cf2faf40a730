/** What a look at the machine is asked for. */
export type Env = Readonly<Record<string, string | undefined>>;

export interface SnapshotRequest {
  /** The workspace, absolute. */
  readonly folder: string;
  readonly env: Env;
  /** How long each command, and each call on a filesystem, may take. */
  readonly limitMs: number;
  /** Only processes with this word in their environment count; absent: all. */
  readonly mark?: string;
  /** Ask `go mod verify` and `go list` too, which read all modules of the workspace. */
  readonly deep: boolean;
}
