/** `--since FILE`: the JSON of an earlier run, to show in a page what changed. */
import { readFile } from 'node:fs/promises';
import { errnoOf, UserError } from '../errors.ts';
import type { Report } from '../lab/cell-report.ts';

/** @throws UserError if it is missing, or not what `--json` writes. */
export async function olderReport(file: string | undefined, html: string | undefined): Promise<Report | undefined> {
  if (file === undefined) return undefined;
  if (html === undefined)
    throw new UserError('--since goes with --html: the page shows what changed since that report');
  try {
    const report: unknown = JSON.parse(await readFile(file, 'utf8'));
    if (isReport(report)) return report;
  } catch (error) {
    if (!(error instanceof SyntaxError) && errnoOf(error) === undefined) throw error;
    throw new UserError(`--since ${file}: cannot be read`, { cause: error });
  }
  throw new UserError(`--since ${file}: not a report of \`unlatch run --json\` or \`check --json\``);
}

function isReport(value: unknown): value is Report {
  if (typeof value !== 'object' || value === null || !('schema' in value) || !('cells' in value)) return false;
  const { schema, cells } = value;
  return schema === 1 && Array.isArray(cells) && cells.every((cell) => isCell(cell)) && 'host' in value;
}

/** Only what a comparison reads. */
function isCell(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const cell: Readonly<Record<string, unknown>> = { ...value };
  const { mitigations, doctor } = cell;
  return (
    ['scenario', 'go', 'runtime'].every((key) => typeof cell[key] === 'string') &&
    Array.isArray(mitigations) &&
    typeof doctor === 'object' &&
    doctor !== null
  );
}
