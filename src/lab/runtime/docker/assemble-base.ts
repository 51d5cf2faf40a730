import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { packageRoot } from '../../../package-root.ts';
import { endGroup } from '../../../process/end-group.ts';

/** mmdebstrap removes some hundred megabytes of its temporary folder at SIGINT, and ends those that it started. */
const graceMs = 30_000;

/** A running docker/base.sh. Its end, or disposal, leaves no process and no temporary folder. */
export interface BaseTar extends AsyncDisposable {
  readonly stream: Readable;
  /** Resolves at its end. A tar that breaks off looks like a short one. */
  readonly isWhole: () => Promise<boolean>;
  /** Why it is not whole, with its last words. */
  readonly failure: () => string;
}

/**
 * Assembles the base of the lab image from Debian packages. Resolves at the first byte of the tar.
 *
 * @throws the reason of the signal, once all that was started is gone.
 * @throws an Error if docker/base.sh does not start.
 */
export async function assembleBase(heard: (line: string) => void, signal: AbortSignal): Promise<BaseTar> {
  signal.throwIfAborted();
  const child = spawn(join(packageRoot(), 'docker/base.sh'), { stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-1000);
    const line = said.trimEnd().split('\n').at(-1) ?? '';
    if (line !== '') heard(line);
  });
  const exit = once(child, 'exit') as Promise<[number | null]>;
  // Awaited below, and may fail before.
  exit.catch(() => undefined);
  let ended: Promise<void> | undefined;
  const end = () => {
    signal.removeEventListener('abort', interrupted);
    // Once: a second SIGINT would break off its tidying.
    ended ??= child.exitCode === null ? endGroup(child.pid, graceMs) : Promise.resolve();
    return ended;
  };
  const interrupted = () => void end();
  signal.addEventListener('abort', interrupted);
  // Node sends the request head of the import with the first byte, and the engine waits five minutes for it; on a
  // slow machine the tar comes later.
  await Promise.race([once(child.stdout, 'readable'), once(child.stdout, 'close')]);
  if (child.pid === undefined) await exit;
  if (signal.aborted) {
    await end();
    signal.throwIfAborted();
  }
  return {
    stream: child.stdout,
    isWhole: async () => (await exit)[0] === 0,
    failure: () => `docker/base.sh exited with ${child.exitCode ?? child.signalCode}: ${said.trim()}`,
    [Symbol.asyncDispose]: end,
  };
}
