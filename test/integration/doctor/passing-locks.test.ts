/** Real flocks on a file with the name of a module's lock. */
import type { ChildProcess } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { diagnose } from '../../../src/doctor/judge/diagnose.ts';
import { aShell, said } from './a-shell.ts';
import { aPlace, type Place } from './a-snapshot.ts';

const lock = 'cache/download/example.com/dep/@v/v1.0.0.lock';

/** Takes the module's lock, and holds it idle for so many seconds. */
async function queued(place: Place, seconds: number): Promise<ChildProcess & AsyncDisposable> {
  mkdirSync(join(place.root, lock, '..'), { recursive: true });
  const script = `exec 5>${lock}; echo stands; flock 5; exec sleep ${seconds}`;
  const child = aShell(script, { cwd: place.root });
  await said(child);
  return child;
}

async function accused(place: Place): Promise<readonly string[]> {
  const snapshot = await place.look();
  const processes = snapshot.processes.filter(({ cwd }) => cwd === place.root);
  expect(processes.length).toBeGreaterThan(1);
  return diagnose({ ...snapshot, processes }).findings.map(({ id, severity }) => `${severity} ${id}`);
}

describe('a waiter for a module’s lock', () => {
  test('is reported if the holder is idle', async () => {
    await using place = await aPlace();
    await using _holder = await queued(place, 60);
    await using _waiter = await queued(place, 60);
    // At first they may still be starting, which counts as work.
    await expect.poll(() => accused(place)).toEqual(['error lock-waiter']);
  });

  test('is healthy while the lock passes from one holder to the next', async () => {
    await using place = await aPlace();
    await using queue = new AsyncDisposableStack();
    for (let nth = 0; nth < 30; nth += 1) queue.use(await queued(place, 0.7));
    expect(await accused(place)).toEqual([]);
  });
});
