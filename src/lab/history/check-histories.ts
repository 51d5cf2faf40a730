/** Judges stored histories again; needs no Docker, Go or gopls. */
import { UserError } from '../../errors.ts';
import { assembleCell, type JudgedTrial, judgeTrial } from '../assemble-cell.ts';
import type { CellReport } from '../cell-report.ts';
import type { Judgement } from '../check/finding.ts';
import { type NamedScenario, type PlannedCell, specFor } from '../plan.ts';
import { mitigationsOf } from '../remedy-arm.ts';
import type { History } from './history.ts';

/**
 * @param judged is told each trial, with its finding.
 * @throws UserError if a history's scenario is unknown, or no longer has that arm.
 */
export function checkHistories(
  histories: readonly History[],
  scenarios: readonly NamedScenario[],
  judged?: (trial: JudgedTrial) => void,
): readonly CellReport[] {
  const cells = new Map<string, { readonly cell: PlannedCell; readonly histories: History[] }>();
  for (const history of histories) {
    const { go, gopls, runtime, local } = history.cell;
    const key = JSON.stringify([history.scenario, go, gopls, runtime, local]);
    const known = cells.get(key) ?? { cell: cellOf(history, scenarios), histories: [] };
    cells.set(key, known);
    known.histories.push(history);
  }
  return [...cells.values()].map(({ cell, histories: own }) => {
    const trials = own.map((history) => judgeTrial(cell, history));
    if (judged !== undefined) trials.forEach(judged);
    return assembleCell(
      cell,
      trials,
      own.reduce((sum, { ms }) => sum + ms, 0),
    );
  });
}

/** Each history with its own finding; those of scenarios that are unknown here have none. */
export function judgeEach(
  histories: readonly History[],
  scenarios: readonly NamedScenario[],
): readonly { readonly history: History; readonly finding: Judgement | null }[] {
  return histories.map((history) => {
    const known = scenarios.some(({ id }) => id === history.scenario);
    return { history, finding: known ? judgeTrial(cellOf(history, scenarios), history).finding : null };
  });
}

function cellOf(history: History, scenarios: readonly NamedScenario[]): PlannedCell {
  const named = scenarios.find(({ id }) => id === history.scenario);
  if (named === undefined) throw new UserError(`unknown scenario ${history.scenario}; name its file too`);
  const { go, gopls } = history.cell;
  const spec = specFor(named.scenario, go, gopls);
  if (spec === null) throw new UserError(`${history.scenario} does not cover Go ${go}`);
  if (history.arm !== null && mitigationsOf(named.scenario)[history.arm] === undefined) {
    throw new UserError(
      `${history.scenario} has no mitigation "${history.arm}"; the history is from another version of the scenario`,
    );
  }
  return { ...named, spec, go, gopls };
}
