import { spawn, spawnSync } from 'node:child_process';
import { chmod, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readProcesses } from '../../../src/doctor/facts/process/processes.ts';
import { diagnose } from '../../../src/doctor/judge/diagnose.ts';
import type { Snapshot } from '../../../src/doctor/snapshot.ts';
import { aPlace, type Place } from './a-snapshot.ts';

/** A process of that name with a child of another name, which does nothing. The end of the test ends both. */
async function running(place: Place, name: string, below: string | null) {
  const path = join(place.root, 'programs', name);
  await place.write(
    `programs/${name}`,
    `#!/bin/bash\n${below === null ? '' : `"${place.root}/programs/${below}" 300 &\n`}echo up; read -r line\n`,
  );
  await chmod(path, 0o755);
  if (below !== null) await symlink('/bin/sleep', join(place.root, 'programs', below));
  const child = spawn(path, [], { env: place.env, cwd: join(place.root, 'work'), detached: true });
  const gone = new Promise((resolve) => child.once('close', resolve));
  await new Promise((resolve) => child.stdout.once('data', resolve));
  return {
    pid: child.pid ?? 0,
    [Symbol.asyncDispose]: async () => {
      spawnSync('kill', ['-KILL', '--', `-${child.pid}`]);
      await gone;
    },
  };
}

function stoppedIn(snapshot: Snapshot, pid: number) {
  return diagnose(snapshot).findings.find((one) => one.id === 'process-stopped' && one.pids[0] === pid);
}

test('a stopped gopls is an error and continues with CONT; a traced one is a note', async () => {
  await using place = await aPlace();
  await using gopls = await running(place, 'gopls', null);
  expect(stoppedIn(await place.look(), gopls.pid)).toBeUndefined();
  spawnSync('kill', ['-STOP', `${gopls.pid}`]);
  const snapshot = await place.look();
  const finding = stoppedIn(snapshot, gopls.pid);
  expect(finding).toMatchObject({ severity: 'error', remedy: [{ kind: 'signal', signal: 'CONT' }] });
  const traced = snapshot.processes.map((one) => (one.pid === gopls.pid ? { ...one, tracer: 1 } : one));
  expect(stoppedIn({ ...snapshot, processes: traced }, gopls.pid)).toMatchObject({ severity: 'note' });
  spawnSync('kill', ['-CONT', `${gopls.pid}`]);
  expect(stoppedIn(await place.look(), gopls.pid)).toBeUndefined();
});

test('its stopped go is an error, with gopls as the waiter', async () => {
  await using place = await aPlace();
  await using gopls = await running(place, 'gopls', 'go');
  const goBelow = () => readProcesses([], null).processes.find(({ ppid, name }) => ppid === gopls.pid && name === 'go');
  while (goBelow() === undefined) await new Promise((resolve) => setTimeout(resolve, 20));
  const pid = goBelow()?.pid ?? 0;
  spawnSync('kill', ['-STOP', `${pid}`]);
  expect(stoppedIn(await place.look(), pid)).toMatchObject({ severity: 'error', pids: [pid, gopls.pid] });
});

test('a go that a person stopped is a note: it has no waiter', async () => {
  await using place = await aPlace();
  await using go = await running(place, 'go', null);
  // The kernel ignores SIGTSTP if no shell could continue the process.
  spawnSync('kill', ['-STOP', `${go.pid}`]);
  expect(stoppedIn(await place.look(), go.pid)).toMatchObject({ severity: 'note' });
});
