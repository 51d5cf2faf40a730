/** Stalls in which gopls waits, or its clients wait for gopls. */
import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openSession } from '../../src/lsp/session.ts';
import { readText } from '../../src/process/proc/read-proc.ts';
import { all, below, ended, kill, started } from './processes.ts';
import type { Place, Stuck } from './stuck.ts';
import { needModules } from './stuck-go.ts';

/** @param at the point of the session at which the process gets the signal. */
export async function goplsAnd(
  place: Place,
  env: Readonly<Record<string, string>>,
  name: string,
  signal: 'STOP' | null,
  at: 'loaded' | 'go list',
  args: readonly string[] = [],
): Promise<Stuck> {
  await needModules(place);
  if (at === 'loaded') await writeFile(join(place.root, 'work/go.mod'), 'module example.com/m\n\ngo 1.21\n');
  if (at === 'loaded') await writeFile(join(place.root, 'work/m.go'), 'package m\n');
  const abort = new AbortController();
  let reached: () => void = () => undefined;
  const loaded = new Promise<void>((resolve) => {
    reached = resolve;
  });
  const session = openSession({
    folder: join(place.root, 'work'),
    server: { command: place.gopls, args },
    env: { ...place.env, ...env },
    phaseMs: 600_000,
    signal: abort.signal,
    loaded: async () => {
      reached();
      await new Promise((resolve) => abort.signal.addEventListener('abort', resolve));
    },
  });
  const server = () =>
    all().find((one) => one.name === 'gopls' && one.cwd.startsWith(place.root) && one.ppid === process.pid);
  const found = () => (name === 'gopls' ? server()?.pid : below(server()?.pid, name));
  if (at === 'loaded') await loaded;
  while (found() === undefined) await sleep(50);
  // By then it has taken the lock and sent the request.
  if (signal !== null) {
    await sleep(at === 'loaded' ? 0 : 1500);
    process.kill(found() ?? 0, `SIG${signal}`);
  }
  // A short go env precedes go list.
  const pid = signal === null ? null : found();
  return {
    pid: () => pid ?? found(),
    [Symbol.asyncDispose]: async () => {
      abort.abort('over');
      for (const one of all()) {
        if (one.cwd.startsWith(place.root) && one.pid !== process.pid) kill(one.pid);
      }
      await session;
    },
  };
}

export async function stoppedDaemon(place: Place): Promise<Stuck> {
  const socket = join(place.root, 's');
  const daemon = started(place, {}, `exec ${place.gopls} serve -listen='unix;${socket}'`);
  // The socket file appears a moment before gopls listens; the flag 00010000 means listening.
  const listening = new RegExp(` 00010000 .*${socket}$`, 'm');
  while (!listening.test(readText('/proc/net/unix') ?? '')) await sleep(50);
  process.kill(daemon.pid ?? 0, 'SIGSTOP');
  const client = spawn(place.gopls, [`-remote=unix;${socket}`], {
    cwd: join(place.root, 'work'),
    env: { ...place.env },
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  return {
    pid: () => daemon.pid,
    [Symbol.asyncDispose]: async () => {
      client.kill('SIGKILL');
      await ended(daemon);
    },
  };
}
