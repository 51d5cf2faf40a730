/** Workers in separate PID namespaces, on this host; test/docker has the same in a container. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Isolation } from '../../src/lab/runtime/host/isolations.ts';
import type { Toolchain } from '../../src/lab/runtime/runtime.ts';
import { aRealGo } from '../integration/lab/a-real-go.ts';
import { aHostRuntime, aQuietScenario, grantedIsolations, leftovers, missingHost, processes, runOne } from './a-run.ts';

describe.skipIf(missingHost !== null)(`workers apart (needs: ${missingHost ?? 'nothing more'})`, () => {
  let toolchain: Toolchain;
  beforeAll(async () => {
    toolchain = await aRealGo();
  }, 300_000);

  test.for<Isolation>(['bubblewrap', 'unshare'])(
    'with %s have each a PID namespace, are found by the words all the same, and leave nothing',
    async (isolation, { skip }) => {
      skip(!grantedIsolations.includes(isolation), `needs ${isolation}, which is not there or may not make namespaces`);
      await using runtime = await aHostRuntime(isolation);
      const reason = await runtime.missing('pidns');
      skip(reason !== null, `needs pidns: ${reason}`);
      const nap = `863${['bubblewrap', 'unshare'].indexOf(isolation)}.${process.pid}`;
      const { histories } = await runOne(
        runtime,
        toolchain,
        aQuietScenario({
          workers: [
            {
              name: 'holder',
              ownPidNamespace: true,
              run: 'exec 5>>$LAB/lock; flock 5; exec sleep infinity',
              background: true,
            },
            {
              name: 'waiter',
              ownPidNamespace: true,
              run: `setsid sleep ${nap} & flock $LAB/lock true`,
              after: 'locks_held_by holder',
              background: true,
            },
            { name: 'here', after: 'waiting_pids waiter', run: 'true' },
          ],
          probes: {
            spaces:
              'for pid in $(pids holder | tail -1) $(waiting_pids waiter) self; do readlink /proc/$pid/ns/pid; done | sort -u | wc -l',
            held: '[[ $(lock_holders $LAB/lock) == "$(pids holder | tail -1)" ]]',
          },
        }),
      );
      expect(histories).toMatchObject([
        {
          harness: null,
          ended: 'done',
          probes: [
            { name: 'spaces', stdout: '3\n' },
            { name: 'held', code: 0 },
          ],
        },
      ]);
      expect(await leftovers()).toEqual([]);
      expect((await processes()).filter(({ command }) => command === `sleep ${nap}`)).toEqual([]);
    },
  );

  test('are skipped without namespaces, and the missing capability is named', async () => {
    await using runtime = await aHostRuntime('marker');
    const cell = await runOne(
      runtime,
      toolchain,
      aQuietScenario({ workers: [{ name: 'tidy', ownPidNamespace: true, run: 'go mod tidy' }] }),
    );
    expect(cell).toMatchObject({ skipped: 'pidns: no PID namespace available', baseline: null });
  });
});
