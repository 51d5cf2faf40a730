/**
 * Law: a trial that is ended at any moment of its first 100 ms leaves nothing: no process (not even an orphan or a just-forked
 * one), no mount, no folder. UNLATCH_ABORTS=300 runs all of it.
 */
import { dirname } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { diskFull } from '../../src/lab/fault/disk-full.ts';
import { type Isolation, isolations } from '../../src/lab/runtime/host/isolations.ts';
import type { Toolchain } from '../../src/lab/runtime/runtime.ts';
import type { Scenario } from '../../src/lab/scenario/scenario.ts';
import { armOf } from '../../src/lab/trial/sandbox-files.ts';
import { runTrial } from '../../src/lab/trial/trial.ts';
import { aHostRuntime, aQuietScenario, grantedIsolations, leftovers, processes } from './a-run.ts';
import { mountsOf } from './mounts-of.ts';

const aborts = Number(process.env['UNLATCH_ABORTS'] ?? 20);
const longestMs = 100;
/** No go runs here. */
const toolchain: Toolchain = { go: { version: '1.99.7', goroot: dirname(process.execPath) }, gopls: null };

describe.each<Isolation>(isolations)('with %s', (isolation) => {
  test.skipIf(!grantedIsolations.includes(isolation))(
    `${aborts} aborts leave nothing (needs: ${isolation})`,
    async () => {
      await using runtime = await aHostRuntime(isolation);
      const mounts = (await runtime.missing('mount')) === null;
      // A unique duration, which identifies a process without its environment.
      const nap = `865${isolations.indexOf(isolation)}.${process.pid}`;
      const scenario: Scenario = aQuietScenario({
        files: '-- go.mod --\nmodule m\n',
        workers: [{ name: 'hung', count: 2, run: `setsid sleep ${nap} & (sleep ${nap} &) ; sleep ${nap}` }],
        ...(mounts ? { fault: diskFull('$LAB/full', 'inodes') } : {}),
        deadlineMs: 600_000,
      });
      for (let index = 0; index < aborts; index++) {
        const abort = new AbortController();
        const moment = (longestMs * index) / aborts;
        const trial = runTrial({
          runtime,
          toolchain,
          scenario: 'abort',
          arm: armOf(scenario, null),
          trial: 1,
          signal: abort.signal,
          faultfs: null,
        });
        // This delay is the tested moment, not a wait for a condition.
        await after(moment);
        abort.abort(new Error('enough'));
        const history = await trial;
        const asleep = (await processes()).filter(({ command }) => command === `sleep ${nap}`);
        expect(
          {
            why: history.harness,
            left: await leftovers(),
            asleep,
            mounts: mounts ? await mountsOf(`unlatch-${process.pid}-`) : [],
          },
          `aborted after ${moment} ms`,
        ).toEqual({ why: expect.stringContaining('interrupted'), left: [], asleep: [], mounts: [] });
      }
    },
    60_000 + aborts * 5000,
  );
});
