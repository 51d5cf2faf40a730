/** What a log of strace tells of locks: who called flock on what, when, and whose thread that was. */

/** Microseconds since 1970, on CLOCK_REALTIME: what `date +%s%6N` says at that moment. */
export type AtUs = number;

export interface TracedProcess {
  readonly pid: number;
  /** "go mod download", of its last execve; null when that was not seen. Secrets in URLs are masked. */
  readonly command: string | null;
  readonly args: readonly string[];
  readonly parent: TracedProcess | null;
  /** When it was first seen. */
  readonly beganUs: AtUs;
  /** When its last thread ended; null: it had not when the log ended. */
  readonly endedUs: AtUs | null;
  /** "exited with 1", "killed by SIGKILL". */
  readonly endedHow: string | null;
}

export interface FlockCall {
  readonly process: TracedProcess;
  readonly fd: number;
  /** As the kernel names it; null where the descriptor was none. */
  readonly file: string | null;
  readonly wants: 'exclusive' | 'shared' | 'unlock';
  /** LOCK_NB: answers at once. */
  readonly nonBlocking: boolean;
  readonly askedUs: AtUs;
  /** Null: it never came back. */
  readonly answeredUs: AtUs | null;
  /** Null: granted, or without an answer. */
  readonly errno: string | null;
}

/** How long calls took that never wait for anything: what the tracer and a busy machine add to any call. */
export interface Delay {
  readonly calls: number;
  readonly p50Us: number;
  readonly maxUs: number;
}

export interface StraceLog {
  /** By the time of asking. */
  readonly flocks: readonly FlockCall[];
  readonly processes: readonly TracedProcess[];
  readonly beganUs: AtUs | null;
  readonly endedUs: AtUs | null;
  readonly delay: Delay;
  /** Those that had not ended when the log did. */
  readonly running: readonly TracedProcess[];
  /** What the log lacks, in words; empty: it is whole. */
  readonly gaps: readonly string[];
}
