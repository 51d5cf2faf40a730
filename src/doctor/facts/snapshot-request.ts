import type { Env } from '../../go/context.ts';

/** The parameters of a snapshot. */
export interface SnapshotRequest {
  /** The workspace, absolute. */
  readonly folder: string;
  readonly env: Env;
  /** Time limit of each command and of each filesystem call. */
  readonly limitMs: number;
  /** Only processes with this entry in their environment count; absent: all. */
  readonly mark?: string;
  /** Also run `go mod verify` and `go list`, which read all modules of the workspace, and look at all of GOCACHE. */
  readonly deep: boolean;
}
