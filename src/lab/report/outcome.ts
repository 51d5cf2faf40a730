/** The outcome of a cell against its expectation, for every report and the exit status. */
import type { CellReport, MitigationReport } from '../cell-report.ts';

export type CellOutcome = 'as-expected' | 'differs' | 'inconclusive' | 'skipped';

/** The expected findings that the doctor, if one ran, did not report. */
export function missedFindings(cell: CellReport): readonly string[] {
  const reported = cell.doctor.reported;
  if (cell.verdict !== 'reproduced' || reported === null) return [];
  return cell.doctor.expected.filter((id) => !reported.includes(id));
}

/** The outcome of the claim with the doctor's findings, without the mitigations. */
export function claimOutcome(cell: CellReport): CellOutcome {
  if (cell.skipped !== null) return 'skipped';
  if (cell.verdict === null || cell.verdict === 'inconclusive') return 'inconclusive';
  if (cell.verdict !== cell.expect || missedFindings(cell).length > 0 || cell.doctor.stillReported.length > 0) {
    return 'differs';
  }
  return 'as-expected';
}

export function mitigationOutcome(cell: CellReport, mitigation: MitigationReport): CellOutcome {
  if (cell.skipped !== null) return 'skipped';
  if (mitigation.verdict === mitigation.expect) return 'as-expected';
  if (mitigation.verdict === 'inconclusive') return 'inconclusive';
  // An inconclusive baseline leaves its mitigations untested, which proves nothing against them.
  if (mitigation.verdict === 'untested' && claimOutcome(cell) === 'inconclusive') return 'inconclusive';
  return 'differs';
}

/** The outcome of the whole cell: a difference outweighs an inconclusive part. */
export function cellOutcome(cell: CellReport): CellOutcome {
  const claim = claimOutcome(cell);
  if (claim === 'skipped') return claim;
  const all = [claim, ...cell.mitigations.map((mitigation) => mitigationOutcome(cell, mitigation))];
  if (all.includes('differs')) return 'differs';
  if (all.includes('inconclusive')) return 'inconclusive';
  // The run knows something that the verdicts do not show.
  return cell.asExpected ? 'as-expected' : 'differs';
}

export type OutcomeCounts = Readonly<Record<CellOutcome, number>>;

export function countOutcomes(cells: readonly CellReport[]): OutcomeCounts {
  const counts = { 'as-expected': 0, differs: 0, inconclusive: 0, skipped: 0 };
  for (const cell of cells) counts[cellOutcome(cell)] += 1;
  return counts;
}

/** "12 cells as expected, 1 differs, 0 inconclusive, 2 skipped" */
export function summaryLine(cells: readonly CellReport[]): string {
  const counts = countOutcomes(cells);
  const asExpected = counts['as-expected'];
  return [
    `${asExpected} ${asExpected === 1 ? 'cell' : 'cells'} as expected`,
    `${counts.differs} ${counts.differs === 1 ? 'differs' : 'differ'}`,
    `${counts.inconclusive} inconclusive`,
    `${counts.skipped} skipped`,
  ].join(', ');
}
