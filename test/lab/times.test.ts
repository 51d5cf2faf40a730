/** What a trial records about times: on this host. test/docker looks at the same in a container. */
import { beforeAll, describe, expect, test } from 'vitest';
import { callFails } from '../../src/lab/fault/call-fails.ts';
import type { EventKind } from '../../src/lab/history/trial-times.ts';
import { hostRuntime } from '../../src/lab/runtime/host/host.ts';
import type { Toolchain } from '../../src/lab/runtime/runtime.ts';
import { aRealGo } from '../integration/lab/a-real-go.ts';
import { aQuietScenario, missingHost, runOne } from './a-run.ts';

describe.skipIf(missingHost !== null)(`the times of a trial (needs: ${missingHost ?? 'nothing more'})`, () => {
  let toolchain: Toolchain;
  beforeAll(async () => {
    toolchain = await aRealGo();
  }, 300_000);

  test('are of one clock: the fault strikes while its worker runs, and the symptom shows after it', async ({
    skip,
  }) => {
    await using runtime = await hostRuntime({ env: process.env, keep: false, tell: () => {} });
    const reason = await runtime.missing('ptrace');
    skip(reason !== null, `needs ptrace: ${reason}`);
    const { histories } = await runOne(
      runtime,
      toolchain,
      aQuietScenario({
        workers: [{ name: 'mover', run: 'touch a && mv a b' }],
        fault: callFails({ call: 'rename' }, 'EBUSY'),
        symptom: 'exited mover',
        probes: { 'how it looks': 'ls' },
      }),
    );
    const [history] = histories;
    expect(history).toMatchObject({ harness: null, ended: 'until' });
    const { events, clockSetMs } = history?.times ?? { events: [], clockSetMs: null };
    const kinds: readonly EventKind[] = ['began', 'ready', 'released', 'symptom', 'probe', 'ended'];
    expect(events.map(({ what }) => what)).toEqual(kinds);
    expect(events.map(({ atMs }) => atMs)).toEqual(events.map(({ atMs }) => atMs).toSorted((a, b) => a - b));
    expect(events.find(({ what }) => what === 'probe')?.name).toBe('how it looks');
    // This machine sets its clock by less than that, if at all.
    expect(Math.abs(clockSetMs ?? Number.NaN)).toBeLessThan(1000);
    const [worker] = history?.workers ?? [];
    const [fault] = history?.faults ?? [];
    expect(fault).toMatchObject({ armed: true, hits: 1 });
    const at = (what: EventKind) => events.find((event) => event.what === what)?.atMs ?? Number.NaN;
    const moments = [at('released'), worker?.startMs, fault?.hitsMs?.[0], worker?.endMs, at('symptom'), at('ended')];
    expect(moments).toEqual(moments.toSorted((a, b) => Number(a) - Number(b)));
  });
});
