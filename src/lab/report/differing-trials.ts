import type { RunEvent } from '../run-event.ts';
import { isOf, type ToldTrial } from './first-difference.ts';
import { cellOutcome } from './outcome.ts';

/** Keeps the trials of the first cell that is not as expected, and of cells under way: not those of a whole run. */
export function differingTrials(): {
  readonly listen: (event: RunEvent) => void;
  readonly told: () => readonly ToldTrial[];
} {
  let waiting: readonly ToldTrial[] = [];
  const kept: ToldTrial[] = [];
  let cells = 0;
  return {
    listen(event) {
      if (event.kind === 'trial') waiting = [...waiting, { history: event.history, finding: event.finding }];
      if (event.kind !== 'cell') return;
      const outcome = cellOutcome(event.report);
      const own = waiting.filter(({ history }) => isOf(history, event.report));
      waiting = waiting.filter((told) => !own.includes(told));
      // The cell that ends first need not be the first of the report, but a few are enough to look at.
      if ((outcome !== 'differs' && outcome !== 'inconclusive') || cells >= mostCells) return;
      cells += 1;
      kept.push(...own);
    },
    told: () => kept,
  };
}

const mostCells = 8;
