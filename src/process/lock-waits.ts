/** /proc/locks: who waits for which file. Source: proc_locks(5). Of holders fdinfo tells more. */

export interface LockWait {
  readonly pid: number;
  /** "fe:00:1234" */
  readonly file: string;
}

/** The lines with "->": a pid that waits for a flock. Those of another PID namespace are not listed. */
export function parseLockWaits(text: string): readonly LockWait[] {
  return text.split('\n').flatMap((line) => {
    const [, pid, file] = /^\d+: +-> FLOCK +\S+ +(?:WRITE|READ) +(\d+) +(\w+:\w+:\d+) /.exec(line) ?? [];
    return pid === undefined || file === undefined ? [] : [{ pid: Number(pid), file }];
  });
}
