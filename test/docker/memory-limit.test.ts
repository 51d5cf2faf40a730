/**
 * The scenario memory-limit with a real kill by the kernel. It is not in the catalogue, whose scenarios run on this host as well: there a trial
 * has no limit of memory of its own, and a kill would be that of the machine.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import memoryLimit from '../../scenarios/machine/memory-limit.ts';
import type { CellReport } from '../../src/lab/cell-report.ts';
import { dockerRuntime } from '../../src/lab/runtime/docker/docker.ts';
import type { Runtime } from '../../src/lab/runtime/runtime.ts';
import { aRealGo } from '../integration/lab/a-real-go.ts';
import { runOne } from '../lab/a-run.ts';
import { anEngine, missingEngine } from './an-engine.ts';

describe.skipIf(missingEngine !== null)(`in containers (needs: ${missingEngine ?? 'nothing more'})`, () => {
  let runtime: Runtime;
  let cell: CellReport;
  beforeAll(async () => {
    runtime = await dockerRuntime({ engine: anEngine(), keep: false, tell: () => undefined });
    const toolchain = await aRealGo();
    await runtime.prepare(toolchain, () => undefined, new AbortController().signal);
    cell = await runOne(runtime, toolchain, memoryLimit);
  }, 600_000);
  afterAll(() => runtime?.[Symbol.asyncDispose]());

  test('the doctor finds out-of-memory where the kernel has killed, and not where it had no need to', () => {
    expect(cell).toMatchObject({
      skipped: null,
      verdict: 'reproduced',
      baseline: { hits: 1 },
      doctor: { reported: ['out-of-memory'], stillReported: [] },
    });
  });

  test.each(Object.keys(memoryLimit.mitigations ?? {}))('%s comes out as it says', (name) => {
    const arm = cell.mitigations.find((mitigation) => mitigation.name === name);
    expect({ verdict: arm?.verdict, why: arm?.why }).toEqual({ verdict: arm?.expect, why: expect.any(String) });
  });
});
