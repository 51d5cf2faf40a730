import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';

/**
 * `spawn`, but for one thing: where no descriptor is left, Node answers with a child that has no streams at all, at which every
 * caller would stumble before the error comes as an event (lib/internal/child_process.js, ChildProcess.prototype.spawn).
 *
 * @throws what Node throws, and an EMFILE in that case.
 */
export function startChild(command: string, args: readonly string[], options: SpawnOptions): ChildProcess {
  const child = spawn(command, args, options);
  if (Array.isArray(child.stdio)) return child;
  // It is thrown here, and is not told again.
  child.once('error', () => undefined);
  throw Object.assign(new Error(`spawn ${command}: too many open files`), { code: 'EMFILE', syscall: 'spawn' });
}
