import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { noteGroup, refuseIfEnding } from './own-groups.ts';

/**
 * `spawn`, except that it throws EMFILE. If no descriptor is left, Node returns a child without streams,
 * and callers would fail on those before the error event (lib/internal/child_process.js,
 * ChildProcess.prototype.spawn). A `detached` child is ended with unlatch.
 *
 * @throws what Node throws, EMFILE in that case, and an Error once unlatch ends.
 */
export function startChild(command: string, args: readonly string[], options: SpawnOptions): ChildProcess {
  refuseIfEnding();
  const child = spawn(command, args, options);
  if (options.detached === true) noteGroup(child);
  if (Array.isArray(child.stdio)) return child;
  // Thrown below, so ignore the event.
  child.once('error', () => undefined);
  throw Object.assign(new Error(`spawn ${command}: too many open files`), { code: 'EMFILE', syscall: 'spawn' });
}
