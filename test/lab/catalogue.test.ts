/**
 * As a user runs it, `unlatch run`, the default cells: every scenario on the host, and in Docker the part in which each fault, command and
 * finding is used, both with the oldest and the newest gopls alone. UNLATCH_WHOLE=1: every scenario there too, and every default cell.
 * A cell that comes out otherwise than it says, is inconclusive or is skipped fails here. The full matrix is for `npm run record` and the
 * weekly workflow. The runtimes go side by side: much of a trial is waiting.
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
import { type NamedScenario, type PlannedCell, planCells } from '../../src/lab/plan.ts';
import { cellOutcome } from '../../src/lab/report/outcome.ts';
import { remarks } from '../../src/lab/report/wording.ts';
import { missingEngine } from '../docker/an-engine.ts';
import { missingHost } from './a-run.ts';
import { partIds } from './part-of-the-catalogue.ts';

const whole = process.env['UNLATCH_WHOLE'] === '1';
const part = whole ? catalogue : catalogue.filter(({ id }) => partIds.has(id));
const runtimes = [
  ['host', missingHost, catalogue],
  ['docker', missingEngine, part],
] as const;

const reports = new Map<string, Promise<Pick<Report, 'cells'>>>();
beforeAll(async () => {
  for (const [runtime, missing, entries] of runtimes) {
    if (missing === null) reports.set(runtime, runCells(runtime, entries));
  }
  // One that failed is told by the tests of its own runtime.
  await Promise.allSettled(reports.values());
}, 3_600_000);

for (const [runtime, missing, entries] of runtimes) {
  const cells = defaultCells(entries).filter(isTested);
  describe.skipIf(missing !== null)(`on ${runtime}${missing === null ? '' : ` (skipped: ${missing})`}`, () => {
    let report: Pick<Report, 'cells'>;
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

function defaultCells(entries: readonly NamedScenario[]): readonly PlannedCell[] {
  return planCells(entries, matrixVersions(), { full: false, go: null, gopls: null, shard: null });
}

function isTested({ gopls }: PlannedCell): boolean {
  const versions = matrixVersions().gopls.map((pair) => pair.gopls);
  return whole || gopls === null || gopls === versions.at(0) || gopls === versions.at(-1);
}

/** The default cells of most scenarios, and with `--gopls` those of the scenarios of which not all are tested. */
async function runCells(runtime: string, entries: readonly NamedScenario[]): Promise<Pick<Report, 'cells'>> {
  const [whollyTested, rest] = [true, false].map((all) =>
    entries.filter((entry) => defaultCells([entry]).every(isTested) === all),
  );
  const versions = new Set(
    defaultCells(rest ?? [])
      .filter(isTested)
      .map(({ gopls }) => gopls),
  );
  const reports = [await runScenarios(runtime, whollyTested ?? [])];
  if (versions.size > 0) reports.push(await runScenarios(runtime, rest ?? [], '--gopls', [...versions].join()));
  return { cells: reports.flatMap(({ cells }) => cells) };
}

async function runScenarios(
  runtime: string,
  entries: readonly NamedScenario[],
  ...args: readonly string[]
): Promise<Report> {
  const folder = await mkdtemp(join(tmpdir(), 'catalogue-'));
  try {
    const file = join(folder, 'report.json');
    const ids = entries.map(({ id }) => id);
    const cli = join(import.meta.dirname, '../../dist/cli.cjs');
    const child = spawn(process.execPath, [cli, 'run', ...ids, '--runtime', runtime, '--json', file, ...args], {
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
