/** Another process holds a lock: a live one, a stopped one, or a child that inherited the descriptor. */
import type { Fault } from './fault.ts';

export type HolderState =
  /** It runs and never releases the lock. */
  | 'a live process'
  /** Stopped, as after Ctrl-Z or in a debugger: it keeps its locks. */
  | 'a stopped process'
  /** The locker is dead; a child that it started without FD_CLOEXEC still has the descriptor. */
  | 'an orphan that inherited it';

const keep: Readonly<Record<HolderState, string>> = {
  'a live process': 'exec sleep infinity',
  'a stopped process': 'kill -STOP $$',
  'an orphan that inherited it': 'sleep infinity & kill -KILL $$',
};

/** Holds LOCK_EX on a file, created if missing, until the trial ends. Each waiter is a hit. */
export function lockHeld(path: string, holder: HolderState = 'a live process'): Fault {
  return {
    name: `${path} locked by ${holder}`,
    needs: ['procfs'],
    hold: [
      `file="${path}"`,
      // Without the lock the holder exits, which the driver notices at once.
      'mkdir -p "${file%/*}" && exec 5>>"$file" && flock -x 5 && busy "$file" || exit',
      'echo armed >"$FAULT_LOG"',
      keep[holder],
    ].join('\n'),
    note: `for pid in $(lock_waiters "${path}"); do echo "waiter $pid" >>"$FAULT_LOG"; done`,
    hit: '^waiter ',
    count: (log) => ({
      armed: log.startsWith('armed'),
      hits: new Set(log.split('\n').filter((line) => line.startsWith('waiter '))).size,
    }),
  };
}
