/** One use of a lock: who asked for it, who held it meanwhile, and how it ended. */
import type { AtUs } from './strace-log.ts';

export interface LockHolder {
  readonly pid: number;
  readonly command: string | null;
}

export interface LockUse extends LockHolder {
  readonly file: string;
  readonly mode: 'exclusive' | 'shared';
  readonly askedUs: AtUs;
  /** Null: it did not get it. */
  readonly takenUs: AtUs | null;
  /** Null: it still had it when the trace ended. */
  readonly releasedUs: AtUs | null;
  /**
   * 'unlocked': by LOCK_UN, or by asking for it in another mode. 'process-ended': with its process. 'closed': its descriptor was, at
   * the latest when it, or the lock, was seen to be another's. 'kept': its process ended and the lock lived on in another one, until
   * somebody else was given it. 'held': still, when the trace ended. 'refused': LOCK_NB, and another had it. 'failed': with `errno`.
   * 'waiting': still, when the trace or its process ended.
   */
  readonly end: 'unlocked' | 'process-ended' | 'closed' | 'kept' | 'held' | 'refused' | 'failed' | 'waiting';
  readonly errno: string | null;
  /** Whether it had to wait for the lock. */
  readonly waited: boolean;
  /** Who held it meanwhile, the longest first; empty with `waited`: nobody in the trace. */
  readonly heldBy: readonly (LockHolder & { readonly us: number })[];
  /** After a 'process-ended': living processes that may have inherited the lock. */
  readonly perhapsKeptBy: readonly LockHolder[];
}

export interface LockUses {
  readonly uses: readonly LockUse[];
  /** Files of which two holders at once were seen that exclude each other: two files by one name, or a filesystem whose locks do not work. */
  readonly heldTwice: readonly string[];
  /** What the calls do not explain, in words. */
  readonly gaps: readonly string[];
}
