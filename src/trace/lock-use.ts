/** One use of a lock: who requested it, who held it meanwhile, and how it ended. */
import type { AtUs } from './strace/strace-log.ts';

export interface LockHolder {
  readonly pid: number;
  readonly command: string | null;
}

export interface LockUse extends LockHolder {
  readonly file: string;
  readonly mode: 'exclusive' | 'shared';
  readonly askedUs: AtUs;
  /** null: it was not granted. */
  readonly takenUs: AtUs | null;
  /** null: still held when the trace ended. */
  readonly releasedUs: AtUs | null;
  /**
   * `unlocked`: by LOCK_UN, or by a request in another mode. `process-ended`: when its process exited.
   * `closed`: its descriptor was closed, at the latest when the descriptor or the lock was seen in
   * another use. `kept`: its process exited, and another process kept the lock until a third one got
   * it. `held`: still held when the trace ended. `refused`: LOCK_NB while another process held it.
   * `failed`: with `errno`. `waiting`: still waiting when the trace or its process ended.
   */
  readonly end: 'unlocked' | 'process-ended' | 'closed' | 'kept' | 'held' | 'refused' | 'failed' | 'waiting';
  readonly errno: string | null;
  /** Whether the process had to wait for the lock. */
  readonly waited: boolean;
  /** Who held it meanwhile, the longest first; empty although `waited`: no process in the trace. */
  readonly heldBy: readonly (LockHolder & { readonly us: number })[];
  /** With `process-ended`: living processes that may have inherited the lock. */
  readonly perhapsKeptBy: readonly LockHolder[];
}

export interface LockUses {
  readonly uses: readonly LockUse[];
  /**
   * Files with two holders at once that should exclude each other: two files had this name, or the
   * filesystem's locks do not work.
   */
  readonly heldTwice: readonly string[];
  /** What the calls do not explain, as sentences. */
  readonly gaps: readonly string[];
}
