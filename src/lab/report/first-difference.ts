/** The trial to look at first where a verdict is not as expected. */
import type { CellReport } from '../cell-report.ts';
import type { Judgement } from '../check/finding.ts';
import type { ArmName, History } from '../history/history.ts';
import { claimOutcome, mitigationOutcome } from './outcome.ts';

export interface ToldTrial {
  readonly history: History;
  /** null: nobody judged it. */
  readonly finding: Judgement | null;
}

/** The arm of the cell that differs first, or is inconclusive if none differs; undefined: all is as expected. */
function oddArm(cell: CellReport): ArmName | undefined {
  for (const outcome of ['differs', 'inconclusive']) {
    if (claimOutcome(cell) === outcome) return null;
    const arm = cell.mitigations.find((mitigation) => mitigationOutcome(cell, mitigation) === outcome);
    if (arm !== undefined) return arm.name;
  }
  return undefined;
}

/** @returns null if every verdict is as expected, or the trials of those that are not are unknown. */
export function firstDifference(cells: readonly CellReport[], trials: readonly ToldTrial[]): History | null {
  for (const cell of cells) {
    const arm = oddArm(cell);
    if (arm === undefined) continue;
    const own = trials.filter(({ history }) => history.arm === arm && isOf(history, cell));
    const expected = expectedState(cell, arm);
    const odd = own.find(({ finding }) => finding !== null && finding.state !== expected) ?? own[0];
    if (odd !== undefined) return odd.history;
  }
  return null;
}

export function isOf({ scenario, cell }: History, report: CellReport): boolean {
  return (
    scenario === report.scenario &&
    cell.go === report.go &&
    cell.gopls === report.gopls &&
    cell.runtime === report.runtime
  );
}

/** Whether the catalogue expects the symptom in this arm of the cell. */
export function expectedState(cell: CellReport, arm: ArmName): 'present' | 'absent' {
  if (arm === null) return cell.expect === 'reproduced' ? 'present' : 'absent';
  return cell.mitigations.find(({ name }) => name === arm)?.expect === 'fails' ? 'present' : 'absent';
}
