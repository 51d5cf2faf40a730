/** Law: a trial leaves nothing, however it ends, and however its worker hides a process. */
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Isolation } from '../../src/lab/runtime/host/isolations.ts';
import type { Runtime, Toolchain } from '../../src/lab/runtime/runtime.ts';
import { aRealGo } from '../integration/lab/a-real-go.ts';
import { aHostRuntime, aQuietScenario, grantedIsolations, leftovers, missingHost, processes, runOne } from './a-run.ts';

describe.skipIf(missingHost !== null)(`on this host (needs: ${missingHost ?? 'nothing more'})`, () => {
  let toolchain: Toolchain;
  beforeAll(async () => {
    toolchain = await aRealGo();
  }, 300_000);
  afterEach(async () => {
    expect(await leftovers()).toEqual([]);
  });

  describe.each<Isolation>(['bubblewrap', 'unshare', 'marker'])('with %s nothing is left', (isolation) => {
    const open = async (skip: (condition: boolean, note: string) => void): Promise<Runtime> => {
      skip(!grantedIsolations.includes(isolation), `needs ${isolation}, which is not there or may not make namespaces`);
      return await aHostRuntime(isolation);
    };
    // A unique duration, which identifies it.
    const nap = `864${['bubblewrap', 'unshare', 'marker'].indexOf(isolation)}.${process.pid}`;
    const napping = async () => (await processes()).filter(({ command }) => command === `sleep ${nap}`);

    test('of a worker that daemonises', async ({ skip }) => {
      await using own = await open(skip);
      const run = `setsid sleep ${nap} >/dev/null 2>&1 &\nuntil pgrep -f 'sleep ${nap}' >/dev/null; do :; done`;
      const cell = await runOne(own, toolchain, aQuietScenario({ workers: [{ name: 'daemon', run }] }));
      expect(await leftovers()).toEqual([]);
      expect(await napping()).toEqual([]);
      expect(cell).toMatchObject({ verdict: 'not-reproduced' });
    });

    // The marker is lost with the environment; only a separate namespace catches such a process.
    test.skipIf(isolation === 'marker')('of a daemon that sheds its environment as well', async ({ skip }) => {
      await using own = await open(skip);
      const run = `env -i setsid sleep ${nap} >/dev/null 2>&1 &\nuntil pgrep -f '^sleep ${nap}' >/dev/null; do :; done`;
      const cell = await runOne(own, toolchain, aQuietScenario({ workers: [{ name: 'daemon', run }] }));
      expect(await napping()).toEqual([]);
      expect(cell).toMatchObject({ verdict: 'not-reproduced' });
    });

    test('of a worker that was cut off at the deadline', async ({ skip }) => {
      await using own = await open(skip);
      const workers = [{ name: 'hung', run: `trap '' TERM INT HUP; sleep ${nap}` }];
      const cell = await runOne(own, toolchain, aQuietScenario({ workers, deadlineMs: 1000 }));
      expect(await leftovers()).toEqual([]);
      expect(await napping()).toEqual([]);
      expect(cell.histories[0]).toMatchObject({ ended: 'deadline', workers: [{ ended: 'killed' }] });
    });

    test('of a trial that is aborted while its worker runs', async ({ skip }) => {
      await using own = await open(skip);
      const abort = new AbortController();
      const scenario = aQuietScenario({ workers: [{ name: 'hung', run: `sleep ${nap}` }], deadlineMs: 600_000 });
      const running = runOne(own, toolchain, scenario, { signal: abort.signal });
      await expect.poll(napping, { interval: 20 }).not.toEqual([]);
      abort.abort(new Error('enough'));
      await expect(running).rejects.toThrow('enough');
      expect(await leftovers()).toEqual([]);
      expect(await napping()).toEqual([]);
    });

    test('of a trial that is aborted before its driver runs', async ({ skip }) => {
      await using own = await open(skip);
      const abort = new AbortController();
      const scenario = aQuietScenario({ workers: [{ name: 'hung', run: `sleep ${nap}` }], deadlineMs: 600_000 });
      const listen = ({ kind }: { readonly kind: string }) => {
        if (kind === 'trial-started') abort.abort(new Error('enough'));
      };
      await expect(runOne(own, toolchain, scenario, { signal: abort.signal, listen })).rejects.toThrow('enough');
      expect(await leftovers()).toEqual([]);
    });
  });
});
