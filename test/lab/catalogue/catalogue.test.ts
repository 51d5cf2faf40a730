/**
 * The part of the catalogue that uses each fault, command and finding, on this machine's best isolation and in Docker: the newest
 * cell, the baseline and the doctor's remedy, and on the host the first mitigation that holds. UNLATCH_WHOLE=1: every scenario,
 * every default cell and every arm, by `unlatch run` as a user runs it. A cell that differs, is inconclusive or is skipped fails
 * here. The full matrix is for `npm run record` and the weekly workflow. The runtimes run at once, since trials mostly wait.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { catalogue } from '../../../src/cli/catalogue.ts';
import { matrixVersions } from '../../../src/cli/matrix-versions.ts';
import type { Report } from '../../../src/lab/cell-report.ts';
import { type PlannedCell, planCells } from '../../../src/lab/plan.ts';
import { cellOutcome } from '../../../src/lab/report/outcome.ts';
import { remarks } from '../../../src/lab/report/wording.ts';
import { missingEngine } from '../../docker/an-engine.ts';
import { grantedIsolations, missingHost } from '../a-run.ts';
import { partOfTheCatalogue } from './part-of-the-catalogue.ts';
import { runPart } from './run-part.ts';

const whole = process.env['UNLATCH_WHOLE'] === '1';
const cells = whole ? defaultCells() : partOfTheCatalogue('mitigation');
const runtimes = [
  ['host', missingHost, () => (whole ? runWhole('host') : runPart(grantedIsolations[0] ?? 'marker', 'mitigation'))],
  ['docker', missingEngine, () => (whole ? runWhole('docker') : runPart('docker', 'remedy'))],
] as const;

const reports = new Map<string, Promise<Report>>();
beforeAll(async () => {
  for (const [runtime, missing, runCells] of runtimes) {
    if (missing === null) reports.set(runtime, runCells());
  }
  // The tests of a runtime report its failures.
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
      // The remarks are for the reader of a failure: they say which verdict it was, and why.
      expect(cell && { outcome: cellOutcome(cell), skipped: cell.skipped, remarks: remarks(cell) }).toEqual({
        outcome: 'as-expected',
        skipped: null,
        remarks: [],
      });
    });
  });
}

function defaultCells(): readonly PlannedCell[] {
  return planCells(catalogue, matrixVersions(), { full: false, go: null, gopls: null, shard: null });
}

async function runWhole(runtime: string): Promise<Report> {
  const folder = await mkdtemp(join(tmpdir(), 'catalogue-'));
  try {
    const file = join(folder, 'report.json');
    const cli = join(import.meta.dirname, '../../../dist/cli.cjs');
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
