/** Real flocks in a module cache that is an overlay of loop-mounted images. */
import { mkdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { diagnose } from '../../../src/doctor/judge/diagnose.ts';
import type { Snapshot } from '../../../src/doctor/snapshot.ts';
import { aMountedCache, type MountedCache, mountToolsHere } from './a-mounted-cache.ts';
import { aShell, said } from './a-shell.ts';
import { aPlace, type Place } from './a-snapshot.ts';

const tools = await mountToolsHere();
const missing = 'why' in tools ? tools.why : null;

const lockOf = (module: string) => `cache/download/example.com/${module}/@v/v1.0.0.lock`;

async function mounted(place: Place, name: string, ...modules: readonly string[]): Promise<MountedCache> {
  if ('why' in tools) throw new Error(tools.why);
  const at = name === '' ? 'gopath/pkg/mod' : name;
  const layers = modules.map((module) => ({ [lockOf(module)]: '' }));
  return await aMountedCache(tools, join(place.root, `own${name}`), join(place.root, at), layers);
}

/** Takes the lock, as go does, and then does nothing. */
async function held(place: Place, path: string) {
  mkdirSync(dirname(path), { recursive: true });
  const child = aShell(`exec 5<>${path}; flock 5; echo held; exec sleep 60`, { cwd: place.root });
  await said(child);
  return child;
}

async function awaited(place: Place, path: string) {
  const child = aShell(`exec 5<>${path}; echo stands; flock 5; exec sleep 60`, { cwd: place.root });
  await said(child);
  return child;
}

function findings(snapshot: Snapshot, place: Place) {
  const processes = snapshot.processes.filter(({ cwd }) => cwd === place.root);
  return diagnose({ ...snapshot, processes }).findings;
}

const ids = (snapshot: Snapshot, place: Place) =>
  findings(snapshot, place).map(({ id, severity }) => `${severity} ${id}`);

describe.skipIf(missing !== null)(`a lock in a mounted module cache (needs: ${missing ?? 'nothing more'})`, () => {
  test('that an idle process holds is found with its pid and its path, whether it lies below or above', async () => {
    await using place = await aPlace();
    await using cache = await mounted(place, '', 'below');
    for (const module of ['below', 'above']) {
      const path = join(cache.mountPoint, lockOf(module));
      await using holder = await held(place, path);
      await using _waiter = await awaited(place, path);
      await expect.poll(async () => ids(await place.look(), place), { timeout: 60_000 }).toEqual(['error lock-waiter']);
      const [found] = findings(await place.look(), place);
      expect(found?.pids).toContain(holder.pid);
      expect(found?.summary).toContain(`example.com/${module}@v1.0.0`);
      expect(found?.evidence.join('\n')).toContain(`pid ${holder.pid} holds WRITE on ${path}`);
    }
  });

  test('is not taken for one of another layer that has its name and its inode number', async () => {
    await using place = await aPlace();
    await using cache = await mounted(place, '', 'one', 'two');
    const [one, two] = [join(cache.mountPoint, lockOf('one')), join(cache.mountPoint, lockOf('two'))];
    expect(statSync(one).ino).toBe(statSync(two).ino);
    await using other = await held(place, one);
    await using holder = await held(place, two);
    await using _waiter = await awaited(place, two);
    await expect.poll(async () => ids(await place.look(), place), { timeout: 60_000 }).toEqual(['error lock-waiter']);
    const [found] = findings(await place.look(), place);
    expect(found?.pids).toContain(holder.pid);
    expect(found?.pids).not.toContain(other.pid);
  });

  test('is no second lock beside that of another job, which has the same layer mounted', async () => {
    await using place = await aPlace();
    await using first = await mounted(place, '', 'below');
    await using second = await mounted(place, 'another', 'below');
    await using one = await held(place, join(first.mountPoint, lockOf('below')));
    await using two = await held(place, join(second.mountPoint, lockOf('below')));
    const snapshot = await place.look();
    const locked = snapshot.processes.filter(({ pid }) => pid === one.pid || pid === two.pid);
    expect(locked.flatMap(({ files }) => files.filter(({ lock }) => lock === 'WRITE'))).toHaveLength(2);
    expect(ids(snapshot, place)).toEqual([]);
  });
});
