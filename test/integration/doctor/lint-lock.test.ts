/** Real flocks on a file with the name of golangci-lint's lock. */
import { type ChildProcess, spawnSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lintLocks } from '../../../src/doctor/chain/lint-lock.ts';
import type { Finding } from '../../../src/doctor/finding.ts';
import { diagnose } from '../../../src/doctor/judge/diagnose.ts';
import type { ProcessFact } from '../../../src/doctor/process-fact.ts';
import { stepText } from '../../../src/doctor/remedy/remedy.ts';
import type { Snapshot } from '../../../src/doctor/snapshot.ts';
import { aProcess } from '../../unit/doctor/a-process.ts';
import { aSnapshot } from '../../unit/doctor/an-empty-snapshot.ts';
import { aShell, said } from './a-shell.ts';
import { aPlace, type Place } from './a-snapshot.ts';

/** Prints a line once it is in the right state. */
async function started(place: Place, script: string): Promise<ChildProcess & AsyncDisposable> {
  const child = aShell(script, { env: place.env, cwd: place.root });
  await said(child);
  return child;
}

const holds = 'exec 5>tmp/golangci-lint.lock; flock 5; echo held;';
/** A waiter that tries once a second, and does not sleep in flock(2). */
const asks = 'exec 5>>tmp/golangci-lint.lock; echo asks; until flock -n 5; do sleep 1; done';

function ofLint(snapshot: Snapshot, place: Place, change: (process: ProcessFact) => ProcessFact = (own) => own) {
  const processes = snapshot.processes.filter(({ cwd }) => cwd === place.root).map(change);
  const { findings } = diagnose({ ...snapshot, processes });
  return findings.filter(({ id, pids }) => id === 'lint-lock-held' || pids.some((pid) => isOne(pid, processes)));
}

const isOne = (pid: number, processes: readonly ProcessFact[]) => processes.some((process) => process.pid === pid);
const old = (process: ProcessFact): ProcessFact => ({ ...process, ageMs: 10_000 });
const young = (process: ProcessFact): ProcessFact => ({ ...process, ageMs: 9999 });
const orphaned = (process: ProcessFact): ProcessFact => ({ ...old(process), orphan: true });
const told = (findings: readonly Finding[]) => findings.map(({ id, severity }) => `${severity} ${id}`);

describe('lint-lock-held', () => {
  test('by a working process: no finding without a waiter, a note with one', async () => {
    await using place = await aPlace();
    await using holder = await started(place, `${holds} while :; do :; done`);
    expect(told(ofLint(await place.look(), place, orphaned))).toEqual([]);
    await using _waiter = await started(place, asks);
    const snapshot = await place.look();
    expect(told(ofLint(snapshot, place, old))).toEqual(['note lint-lock-held']);
    expect(ofLint(snapshot, place)[0]?.pids[0]).toBe(holder.pid);
  });

  test('by an idle process: an error after ten seconds if it is an orphan or has a waiter', async () => {
    await using place = await aPlace();
    await using holder = await started(place, `${holds} exec sleep 60`);
    const alone = await place.look();
    expect(told(ofLint(alone, place, old))).toEqual([]);
    expect(told(ofLint(alone, place, orphaned))).toEqual(['error lint-lock-held']);
    expect(told(ofLint(alone, place, (process) => ({ ...young(process), orphan: true })))).toEqual([]);
    await using _waiter = await started(place, asks);
    const awaited = await place.look();
    expect(told(ofLint(awaited, place, young))).toEqual(['note lint-lock-held']);
    const findings = ofLint(awaited, place, old);
    expect(told(findings)).toEqual(['error lint-lock-held']);
    expect(findings[0]?.remedy.map(stepText)[0]).toMatch(new RegExp(`^kill -KILL ${holder.pid}\\b`));
  });

  test('by a stopped process: an error at once, and CONT helps', async () => {
    await using place = await aPlace();
    await using holder = await started(place, `${holds} kill -STOP $$; exit`);
    const findings = ofLint(await place.look(), place).filter(({ severity }) => severity !== 'note');
    expect(told(findings)).toEqual(['error lint-lock-held']);
    const step = findings[0]?.remedy[0];
    expect(step && stepText(step)).toMatch(new RegExp(`^kill -CONT ${holder.pid}\\b`));
    const gone = new Promise((resolve) => holder.once('exit', resolve));
    spawnSync('kill', ['-CONT', `${holder.pid}`]);
    await gone;
    expect(ofLint(await place.look(), place)).toEqual([]);
  });

  test('a deleted lock file blocks nobody', async () => {
    await using place = await aPlace();
    await using _holder = await started(place, `${holds} exec sleep 60`);
    await rm(join(place.root, 'tmp/golangci-lint.lock'));
    expect(told(ofLint(await place.look(), place, orphaned))).toEqual([]);
  });
});

test('a golangci-lint that closes the file between two tries is still a waiter', () => {
  const file = { fd: 3, path: '/t/golangci-lint.lock', inode: 7, lockDevice: '00:1', lock: 'WRITE' } as const;
  const holder = { ...aProcess, pid: 1, files: [file] };
  const linter = {
    ...aProcess,
    pid: 2,
    name: 'golangci-lint',
    command: ['golangci-lint', 'run'],
    env: { TMPDIR: '/t' },
  };
  const waiters = (change: Partial<ProcessFact>) =>
    lintLocks(aSnapshot([holder, { ...linter, ...change }])).flatMap((lock) => lock.waiters.map(({ pid }) => pid));
  expect(waiters({})).toEqual([2]);
  expect(waiters({ env: {} })).toEqual([]);
  expect(waiters({ command: ['golangci-lint', 'run', '--allow-parallel-runners'] })).toEqual([]);
  expect(waiters({ did: { busyMs: 900, ioBytes: 0, children: 0 } })).toEqual([]);
  expect(waiters({ name: 'go' })).toEqual([]);
});
