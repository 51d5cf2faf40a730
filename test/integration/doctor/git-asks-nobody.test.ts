import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmod } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readProcesses } from '../../../src/doctor/facts/process/processes.ts';
import { diagnose } from '../../../src/doctor/judge/diagnose.ts';
import { aPlace, foundIn } from './a-snapshot.ts';

/** A git server that requires a password. */
async function aPrivateServer() {
  const server = createServer((_, response) => {
    response.writeHead(401, { 'WWW-Authenticate': 'Basic realm="private"' }).end();
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.once('close', (code) => resolve(code)));
}

test.concurrent.each([
  ['an askpass', (program: string) => ({ GIT_ASKPASS: program })],
  [
    'a credential helper',
    (program: string) => ({
      GIT_CONFIG_COUNT: '2',
      GIT_CONFIG_KEY_1: 'credential.helper',
      GIT_CONFIG_VALUE_1: program,
    }),
  ],
])(
  '%s that waits is ended with git and go, and with the environment told git waits no more',
  async (_, asks) => {
    await using place = await aPlace();
    await using server = await aPrivateServer();
    const program = await place.write('asks', '#!/bin/sh\nsleep 300\n');
    await chmod(program, 0o755);
    await place.write('work/go.mod', 'module example.com/m\n\ngo 1.21\n\nrequire example.com/dep.git v1.0.0\n');
    const env = {
      ...place.env,
      GOPROXY: 'direct',
      GOSUMDB: 'off',
      GOFLAGS: '-mod=mod',
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: `url.${server.url}.insteadOf`,
      GIT_CONFIG_VALUE_0: 'https://example.com/',
      GIT_CONFIG_NOSYSTEM: '1',
      ...asks(program),
    };
    const options = { env, cwd: join(place.root, 'work'), stdio: 'ignore', detached: true } as const;
    const go = spawn('go', ['mod', 'download'], options);
    const gone = ended(go);
    const waits = () =>
      readProcesses([], null).processes.some(({ command, ageMs }) => command.includes(program) && ageMs > 10_500);
    while (!waits()) await new Promise((resolve) => setTimeout(resolve, 200));
    const snapshot = await place.look();
    expect(foundIn(snapshot, place.root)).toEqual(['stalled-git']);
    const finding = diagnose(snapshot).findings.find(({ id, pids }) => id === 'stalled-git' && pids[0] === go.pid);
    const [end, set] = finding?.remedy ?? [];
    if (end?.kind !== 'signal' || set?.kind !== 'environment') throw new Error('no such remedy');
    spawnSync('kill', ['-KILL', ...end.processes.map(({ pid }) => `${pid}`)]);
    await gone;
    const left = readProcesses([], null).processes.filter(({ command }) => command.includes(program));
    expect(left).toEqual([]);
    // It fails with the reason, and asks nobody.
    const again = spawn('go', ['mod', 'download'], {
      ...options,
      env: { ...env, ...(set.env as Record<string, string>) },
    });
    expect(await ended(again)).toBe(1);
  },
  120_000,
);
