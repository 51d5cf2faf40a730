/** /proc/locks: which process waits for which file. Source: proc_locks(5). fdinfo knows more about holders. */

export interface LockWait {
  readonly pid: number;
  /** "fe:00:1234" */
  readonly file: string;
}

/** Lines with "->" are flock waiters. Processes of other PID namespaces are not listed. */
export function parseLockWaits(text: string): readonly LockWait[] {
  return text.split('\n').flatMap((line) => {
    const [, pid, file] = /^\d+: +-> FLOCK +\S+ +(?:WRITE|READ) +(\d+) +(\w+:\w+:\d+) /.exec(line) ?? [];
    return pid === undefined || file === undefined ? [] : [{ pid: Number(pid), file }];
  });
}
