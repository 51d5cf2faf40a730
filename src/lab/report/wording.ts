/** The common texts of all reports, plain on one line. Writers of markup escape them. */

import { plainLine } from '../../terminal/plain-text.ts';
import type { CellReport, MitigationReport, Tally } from '../cell-report.ts';
import type { LocalBinaries } from '../history/history.ts';
import { type CellOutcome, cellOutcome, claimOutcome, missedFindings, mitigationOutcome } from './outcome.ts';

export const outcomeSign: Readonly<Record<CellOutcome, string>> = {
  'as-expected': '✓',
  differs: '✗',
  inconclusive: '?',
  skipped: '–',
};

/** "1 hit", "12 hits" */
export function hitsText(hits: number): string {
  return `${hits} ${hits === 1 ? 'hit' : 'hits'}`;
}

/** "1.26.8 (0.21.1)", or "1.26.8" if the scenario runs no gopls; "1.26.8, local": the machine's own. */
export function versionsText(cell: {
  readonly go: string;
  readonly gopls: string | null;
  readonly local?: LocalBinaries;
}): string {
  const versions = cell.gopls === null ? cell.go : `${cell.go} (${cell.gopls})`;
  return cell.local === undefined ? versions : `${versions}, local`;
}

/** "go 1.26.8, gopls 0.21.1, docker"; "go 1.26.8 (local), gopls 0.21.1 (local, built with Go 1.25.3), host" */
export function placeText(cell: {
  readonly go: string;
  readonly gopls: string | null;
  readonly runtime: string;
  readonly local?: LocalBinaries;
}): string {
  const go = `go ${cell.go}${cell.local?.go === true ? ' (local)' : ''}`;
  const built = cell.local?.gopls;
  const gopls =
    cell.gopls === null
      ? ''
      : `, gopls ${cell.gopls}${built == null ? '' : ` (local, built with Go ${built.builtWith})`}`;
  return `${go}${gopls}, ${cell.runtime}`;
}

/** Present/absent/unknown: "3/0/0". */
export function trialsText(tally: Pick<Tally, 'present' | 'absent' | 'unknown'>): string {
  return `${tally.present}/${tally.absent}/${tally.unknown}`;
}

export function claimText(cell: CellReport): string {
  if (cell.skipped !== null) return `skipped, missing: ${plainLine(cell.skipped)}`;
  if (cell.verdict === null || cell.verdict === 'inconclusive') return 'inconclusive';
  return cell.verdict === 'reproduced' ? 'reproduced' : 'not reproduced';
}

/** Why a mitigation has no verdict. Law: without a symptom in the baseline it is untested, never holds. */
function untestedText(cell: CellReport): string {
  return cell.verdict === 'not-reproduced'
    ? 'untested: no symptom in the baseline'
    : 'untested: no baseline to compare with';
}

/** A mitigation's verdict; if it holds, whether it avoids the faulty operation or survives it. */
export function mitigationText(cell: CellReport, mitigation: MitigationReport): string {
  if (mitigation.verdict === 'untested') return untestedText(cell);
  if (mitigation.verdict === 'fails')
    return mitigation.expect === 'fails' ? 'does not help, as expected' : 'does not help';
  if (mitigation.verdict !== 'holds' || mitigation.hits === null) return mitigation.verdict;
  return `holds, ${hitsText(mitigation.hits)}: ${mitigation.hits === 0 ? 'avoids it' : 'survives it'}`;
}

/** Law: only what helps gets a tick. Untested or useless gets none, even if that was expected. */
export function mitigationSign(cell: CellReport, mitigation: MitigationReport): string {
  const outcome = mitigationOutcome(cell, mitigation);
  const helps = mitigation.verdict !== 'untested' && mitigation.verdict !== 'fails';
  return outcomeSign[!helps && outcome === 'as-expected' ? 'skipped' : outcome];
}

/** The expectation, if the verdict differs: ", expected: not reproduced"; otherwise "". */
export function claimExpected(cell: CellReport): string {
  if (claimOutcome(cell) !== 'differs') return '';
  const missed = missedFindings(cell);
  if (missed.length > 0) return `, the doctor missed ${missed.join(', ')}`;
  const { expected, stillReported } = cell.doctor;
  if (cell.verdict === cell.expect && stillReported.length > 0) {
    return `, the doctor still reports ${expected.join(', ')} after ${plainLine(stillReported.join(', '))}`;
  }
  return `, expected: ${cell.expect === 'reproduced' ? 'reproduced' : 'not reproduced'}`;
}

export function mitigationExpected(cell: CellReport, mitigation: MitigationReport): string {
  if (mitigationOutcome(cell, mitigation) !== 'differs') return '';
  return `, expected: ${mitigation.expect === 'fails' ? 'does not help' : mitigation.expect}`;
}

export interface Remark {
  readonly outcome: CellOutcome;
  /** null: it is of the claim, or of the cell. */
  readonly mitigation: string | null;
  /** "modcache-rename (go 1.26.8, docker): not reproduced, expected: reproduced. WHY" */
  readonly text: string;
}

/** One remark for each verdict of the cell that differs or is inconclusive. */
export function remarks(cell: CellReport): readonly Remark[] {
  const place = `${cell.scenario} (${placeText(cell)})`;
  const found: Remark[] = [];
  const remark = (outcome: CellOutcome, what: string, why: string, mitigation: string | null = null) => {
    if (outcome === 'differs' || outcome === 'inconclusive') {
      found.push({ outcome, mitigation, text: `${place}${what}. ${plainLine(why)}`.trimEnd() });
    }
  };
  remark(claimOutcome(cell), `: ${claimText(cell)}${claimExpected(cell)}`, cell.baseline?.why ?? '');
  for (const mitigation of cell.mitigations) {
    const what = `, ${plainLine(mitigation.name)}: ${mitigationText(cell, mitigation)}${mitigationExpected(cell, mitigation)}`;
    remark(mitigationOutcome(cell, mitigation), what, mitigation.why, mitigation.name);
  }
  if (found.length === 0)
    remark(cellOutcome(cell), ': every verdict is as expected, but the run says the cell is not', '');
  return found;
}
