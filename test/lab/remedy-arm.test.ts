/**
 * Law: a scenario that names a finding is as expected only if the doctor's remedy, carried out in the broken arm, ends the
 * symptom. Each test breaks that once.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { failsWith } from '../../src/lab/check/fails-with.ts';
import { waitsForLock } from '../../src/lab/check/waits-for-lock.ts';
import { callFails } from '../../src/lab/fault/call-fails.ts';
import { lockHeld } from '../../src/lab/fault/lock-held.ts';
import { remedyArm } from '../../src/lab/remedy-arm.ts';
import { cellOutcome } from '../../src/lab/report/outcome.ts';
import { hostRuntime } from '../../src/lab/runtime/host/host.ts';
import type { Runtime, Toolchain } from '../../src/lab/runtime/runtime.ts';
import type { Scenario } from '../../src/lab/scenario/scenario.ts';
import { aRealGo } from '../integration/lab/a-real-go.ts';
import { aQuietScenario, missingHost, runOne } from './a-run.ts';

const lock = '$GOMODCACHE/cache/download/example.com/dep/@v/v1.0.0.lock';
const waiting: Partial<Scenario> = {
  workers: [{ name: 'download', run: 'go mod download example.com/dep@v1.0.0' }],
  fault: lockHeld(lock),
  symptom: 'waiting_pids download',
  probes: { waiting: 'waiting_pids download' },
  check: waitsForLock('waiting'),
  doctorFinding: 'lock-waiter',
};
const withoutLocks: Partial<Scenario> = {
  // The file on which the doctor tries flock.
  setup: ['mkdir -p $GOMODCACHE/cache/download && touch $GOMODCACHE/cache/lock'],
  workers: [{ name: 'tidy', run: 'test -e $LAB/decided || go mod download example.com/dep@v1.0.0' }],
  fault: callFails({ call: 'flock' }, 'ENOLCK'),
  check: failsWith(/no locks available/),
  doctorFinding: 'flock-unsupported',
};

describe.skipIf(missingHost !== null)(`on this host (needs: ${missingHost ?? 'nothing more'})`, () => {
  let toolchain: Toolchain;
  let runtime: Runtime;
  beforeAll(async () => {
    toolchain = await aRealGo();
    runtime = await hostRuntime({ env: process.env, keep: false, tell: () => {} });
  }, 300_000);
  afterAll(() => runtime?.[Symbol.asyncDispose]());

  const judged = (change: Partial<Scenario>) => runOne(runtime, toolchain, aQuietScenario(change));

  test('a remedy that ends the symptom holds, with its steps in the history', async () => {
    const cell = await judged(waiting);
    expect([cell.mitigations.map(({ name, verdict }) => [name, verdict]), cellOutcome(cell)]).toEqual([
      [[remedyArm, 'holds']],
      'as-expected',
    ]);
    expect(cell.histories.find(({ arm }) => arm === remedyArm)?.remedy).toMatchObject([
      { finding: 'lock-waiter', outcome: 'done', text: expect.stringMatching(/^kill -\w+ \d+/) },
    ]);
    expect(cell.histories.find(({ arm }) => arm === null)?.remedy).toBeNull();
  }, 120_000);

  test.for([
    ['changes nothing makes the cell differ', {}, 'fails', 'differs'],
    [
      'only a person can carry out, whose answer ends the symptom, holds',
      { decide: 'touch $LAB/decided' },
      'holds',
      'as-expected',
    ],
    [
      'was not carried out says nothing, though the symptom is gone',
      { run: { tidy: 'true' } },
      'inconclusive',
      'inconclusive',
    ],
  ] as const)('a remedy that %s', { timeout: 120_000 }, async ([, remedy, verdict, outcome], { skip }) => {
    const reason = await runtime.missing('ptrace');
    skip(reason !== null, `needs ptrace: ${reason}`);
    const cell = await judged({ ...withoutLocks, remedy: { causeStays: true, ...remedy } });
    expect({ verdict: cell.mitigations[0]?.verdict, outcome: cellOutcome(cell) }, cell.mitigations[0]?.why).toEqual({
      verdict,
      outcome,
    });
  });
});
