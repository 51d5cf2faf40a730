/** Workers of a scenario with `trace: true`, on this host. */
import { beforeAll, describe, expect, test } from 'vitest';
import { hostRuntime } from '../../src/lab/runtime/host/host.ts';
import type { Toolchain } from '../../src/lab/runtime/runtime.ts';
import { aRealGo } from '../integration/lab/a-real-go.ts';
import { aQuietScenario, leftovers, missingHost, runOne } from './a-run.ts';

describe.skipIf(missingHost !== null)(`traced workers (needs: ${missingHost ?? 'nothing more'})`, () => {
  let toolchain: Toolchain;
  beforeAll(async () => {
    toolchain = await aRealGo();
  }, 300_000);

  test('show the holder and times of each lock, across workers and on the clock of the trial', async ({ skip }) => {
    await using runtime = await hostRuntime({ env: process.env, keep: false, tell: () => {} });
    const reason = await runtime.missing('ptrace');
    skip(reason !== null, `needs ptrace: ${reason}`);
    const { histories } = await runOne(
      runtime,
      toolchain,
      aQuietScenario({
        trace: true,
        workers: [
          {
            name: 'holder',
            run: 'flock $LAB/lock bash -c "until waiting_pids waiter; do read -rt 0.02 <> <(:); done"',
          },
          { name: 'waiter', after: 'lock_holders $LAB/lock', run: 'flock $LAB/lock true' },
          { name: 'stuck', after: 'exited waiter', run: 'exec 5>>$LAB/own; flock 5; sleep infinity' },
        ],
        env: { BASH_ENV: '$LAB/trial/commands.sh' },
        symptom: 'exited waiter && lock_holders $LAB/own',
      }),
    );
    const [history] = histories;
    expect(history).toMatchObject({ harness: null, ended: 'until' });
    const uses = history?.locks?.uses ?? [];
    expect(uses.map(({ worker, file, end, waited, heldBy }) => [worker, file, end, waited, heldBy[0]?.worker])).toEqual(
      [
        ['holder.0', '$LAB/lock', 'process-ended', false, undefined],
        ['waiter.0', '$LAB/lock', 'process-ended', true, 'holder.0'],
        ['stuck.0', '$LAB/own', 'held', false, undefined],
      ],
    );
    const [held, waited] = uses;
    const [holder, waiter] = history?.workers ?? [];
    // Locks and workers use the same clock.
    expect(held?.takenMs).toBeGreaterThanOrEqual(holder?.startMs ?? Number.NaN);
    expect(waited?.askedMs).toBeGreaterThanOrEqual(waiter?.startMs ?? Number.NaN);
    expect(waited?.takenMs).toBeGreaterThanOrEqual(held?.takenMs ?? Number.NaN);
    expect(waited?.releasedMs).toBeLessThanOrEqual((waiter?.endMs ?? Number.NaN) + 1);
    expect(await leftovers()).toEqual([]);
  });
});
