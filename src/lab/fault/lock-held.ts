/** A lock is held by another process: a live one, one that was stopped, or a child that inherited the descriptor. */
import type { Fault } from './fault.ts';

export type HolderState =
  /** It runs, and never lets go. */
  | 'a live process'
  /** As after Ctrl-Z, or in a debugger: it holds what it held. */
  | 'a stopped process'
  /** The locker is dead; a child that it started without FD_CLOEXEC still has the descriptor. */
  | 'an orphan that inherited it';

const keep: Readonly<Record<HolderState, string>> = {
  'a live process': 'exec sleep infinity',
  'a stopped process': 'kill -STOP $$',
  'an orphan that inherited it': 'sleep infinity & kill -KILL $$',
};

/**
 * Holds LOCK_EX on a file, made when it is missing, until the trial ends. A process that waits for it is a hit.
 */
export function lockHeld(path: string, holder: HolderState = 'a live process'): Fault {
  return {
    name: `${path} locked by ${holder}`,
    needs: ['procfs'],
    hold: [
      `file="${path}"`,
      // Without the lock there is nothing to keep: the driver sees at once that the holder has ended.
      'mkdir -p "${file%/*}" && exec 5>>"$file" && flock -x 5 && busy "$file" || exit',
      'echo armed >"$FAULT_LOG"',
      keep[holder],
    ].join('\n'),
    note: `for pid in $(lock_waiters "${path}"); do echo "waiter $pid" >>"$FAULT_LOG"; done`,
    count: (log) => ({
      armed: log.startsWith('armed'),
      hits: new Set(log.split('\n').filter((line) => line.startsWith('waiter '))).size,
    }),
  };
}
