/** The flock calls in a log of strace: which thread called flock on which file, and when. */

/** Microseconds since 1970 on CLOCK_REALTIME, as `date +%s%6N` prints them. */
export type AtUs = number;

export interface TracedProcess {
  readonly pid: number;
  /** "go mod download", from its last execve; null if the log has none. Secrets in URLs are redacted. */
  readonly command: string | null;
  readonly args: readonly string[];
  readonly parent: TracedProcess | null;
  /** When the log first shows it. */
  readonly beganUs: AtUs;
  /** When its last thread ended; null: after the log. */
  readonly endedUs: AtUs | null;
  /** "exited with 1", "killed by SIGKILL". */
  readonly endedHow: string | null;
}

export interface FlockCall {
  readonly process: TracedProcess;
  readonly fd: number;
  /** The kernel's name for the file; null if the descriptor was not open. */
  readonly file: string | null;
  readonly wants: 'exclusive' | 'shared' | 'unlock';
  /** LOCK_NB: returns at once. */
  readonly nonBlocking: boolean;
  readonly askedUs: AtUs;
  /** null: it never returned. */
  readonly answeredUs: AtUs | null;
  /** null: granted, or not returned. */
  readonly errno: string | null;
}

/** How long calls took that never wait: what tracing and a busy machine add to any call. */
export interface Delay {
  readonly calls: number;
  readonly p50Us: number;
  readonly maxUs: number;
}

export interface StraceLog {
  /** Ordered by `askedUs`. */
  readonly flocks: readonly FlockCall[];
  readonly processes: readonly TracedProcess[];
  readonly beganUs: AtUs | null;
  readonly endedUs: AtUs | null;
  readonly delay: Delay;
  /** Processes that outlived the log. */
  readonly running: readonly TracedProcess[];
  /** What the log lacks, as sentences; empty: it is complete. */
  readonly gaps: readonly string[];
}
