/** What a run does with sandbox/faultfs, and if it cannot be built. */
import { beforeAll, describe, expect, test } from 'vitest';
import { EnvironmentError } from '../../src/errors.ts';
import { provisionFaultfs } from '../../src/go/provision/provision-faultfs.ts';
import { failsWith } from '../../src/lab/check/fails-with.ts';
import { mountedCallFails } from '../../src/lab/fault/mounted-call-fails.ts';
import { planCells } from '../../src/lab/plan.ts';
import { runCells } from '../../src/lab/run.ts';
import { hostRuntime } from '../../src/lab/runtime/host/host.ts';
import type { Runtime } from '../../src/lab/runtime/runtime.ts';
import { aRealGo } from '../integration/lab/a-real-go.ts';
import { aQuietScenario, leftovers, missingHost } from './a-run.ts';

describe.skipIf(missingHost !== null)(`on this host (needs: ${missingHost ?? 'nothing more'})`, () => {
  let runtime: Runtime;
  beforeAll(async () => {
    runtime = await hostRuntime({ env: process.env, keep: false, tell: () => {} });
  });

  const fails = aQuietScenario({
    workers: [{ name: 'move', run: 'cd $LAB/nfs && touch a b && mv a c && ! mv b held' }],
    fault: mountedCallFails('$LAB/nfs', { call: 'rename', path: 'held' }, 'EBUSY'),
    check: failsWith(/nothing of this kind/),
    cells: [{ expect: 'not-reproduced' }],
  });

  async function cellWith(faultfs: () => Promise<string>) {
    const toolchain = await aRealGo();
    const go = toolchain.go.version;
    const matrix = { go: [go], gopls: [] };
    const { cells } = await runCells({
      unlatch: '0.0.0',
      cells: planCells([{ id: 'fails', scenario: fails }], matrix, { full: true, go: [go], gopls: null, shard: null }),
      runtime,
      provision: async () => toolchain,
      faultfs,
      jobs: 1,
      trials: null,
      deadlineMs: null,
      listen: () => {},
      keep: async () => {},
      signal: new AbortController().signal,
    });
    return cells[0];
  }

  test('a rename of the given file fails, that of another does not, and nothing is left behind', async ({ skip }) => {
    const reason = await runtime.missing('fuse');
    skip(reason !== null, `needs fuse: ${reason}`);
    const cell = await cellWith(() => provisionFaultfs({ env: process.env, from: 'store' }));
    expect(cell).toMatchObject({ skipped: null, verdict: 'not-reproduced', baseline: { absent: 1, hits: 1 } });
    expect(await leftovers()).toEqual([]);
  }, 300_000);

  test('the cell is skipped with the reason if faultfs cannot be built', async ({ skip }) => {
    const reason = await runtime.missing('fuse');
    skip(reason !== null, `needs fuse: ${reason}`);
    const cell = await cellWith(() => Promise.reject(new EnvironmentError('no module proxy answers')));
    expect(cell).toMatchObject({ skipped: 'no module proxy answers', baseline: null });
  });
});
