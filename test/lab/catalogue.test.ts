/**
 * Every scenario, as a user runs it: `unlatch run` on each runtime, the default cells. A cell that comes out otherwise than it says, is
 * inconclusive or is skipped fails here. The full matrix is for `npm run record` and the weekly workflow. The runtimes go side by
 * side: most of a trial is waiting.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { catalogue } from '../../src/cli/catalogue.ts';
import { matrixVersions } from '../../src/cli/matrix-versions.ts';
import type { Report } from '../../src/lab/cell-report.ts';
import { planCells } from '../../src/lab/plan.ts';
import { cellOutcome } from '../../src/lab/report/outcome.ts';
import { remarks } from '../../src/lab/report/wording.ts';
import { missingEngine } from '../docker/an-engine.ts';
import { missingHost } from './a-run.ts';

const cells = planCells(catalogue, matrixVersions(), { full: false, go: null, gopls: null, shard: null });
const runtimes = [
  ['host', missingHost],
  ['docker', missingEngine],
] as const;

const reports = new Map<string, Promise<Report>>();
beforeAll(async () => {
  for (const [runtime, missing] of runtimes) if (missing === null) reports.set(runtime, runCatalogue(runtime));
  // One that failed is told by the tests of its own runtime.
  await Promise.allSettled(reports.values());
}, 3_600_000);

for (const [runtime, missing] of runtimes) {
  describe.skipIf(missing !== null)(`on ${runtime}${missing === null ? '' : ` (skipped: ${missing})`}`, () => {
    let report: Report;
    beforeAll(async () => {
      report = (await reports.get(runtime)) ?? expect.fail(`there was no run on ${runtime}`);
    });

    test.each(cells)('$id on Go $go, gopls $gopls, comes out as it says', ({ id, go, gopls }) => {
      const cell = report.cells.find((own) => own.scenario === id && own.go === go && own.gopls === gopls);
      // The remarks are there for whoever reads of a failure: they say which verdict it was, and why.
      expect(cell && { outcome: cellOutcome(cell), skipped: cell.skipped, remarks: remarks(cell) }).toEqual({
        outcome: 'as-expected',
        skipped: null,
        remarks: [],
      });
    });
  });
}

async function runCatalogue(runtime: string): Promise<Report> {
  const folder = await mkdtemp(join(tmpdir(), 'catalogue-'));
  try {
    const file = join(folder, 'report.json');
    const cli = join(import.meta.dirname, '../../dist/cli.cjs');
    const child = spawn(process.execPath, [cli, 'run', '--runtime', runtime, '--json', file], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    const [code] = await once(child, 'close');
    if (![0, 1, 3].includes(code)) throw new Error(`unlatch run ended with ${code}: ${said.slice(-4000)}`);
    return JSON.parse(await readFile(file, 'utf8')) as Report;
  } finally {
    await rm(folder, { recursive: true });
  }
}
