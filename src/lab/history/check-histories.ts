/** Judges stored histories again; needs no Docker, Go or gopls. */
import { UserError } from '../../errors.ts';
import { assembleCell, judgeTrial } from '../assemble-cell.ts';
import type { CellReport } from '../cell-report.ts';
import { type NamedScenario, type PlannedCell, specFor } from '../plan.ts';
import { mitigationsOf } from '../remedy-arm.ts';
import type { History } from './history.ts';

/** @throws UserError if a history's scenario is unknown, or no longer has that arm. */
export function checkHistories(
  histories: readonly History[],
  scenarios: readonly NamedScenario[],
): readonly CellReport[] {
  const cells = new Map<string, { readonly cell: PlannedCell; readonly histories: History[] }>();
  for (const history of histories) {
    const { go, gopls, runtime } = history.cell;
    const key = JSON.stringify([history.scenario, go, gopls, runtime]);
    const known = cells.get(key) ?? { cell: cellOf(history, scenarios), histories: [] };
    cells.set(key, known);
    known.histories.push(history);
  }
  return [...cells.values()].map(({ cell, histories: own }) =>
    assembleCell(
      cell,
      own.map((history) => judgeTrial(cell, history)),
      own.reduce((sum, { ms }) => sum + ms, 0),
    ),
  );
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
