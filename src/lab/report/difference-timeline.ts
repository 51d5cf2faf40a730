import type { CellReport } from '../cell-report.ts';
import { firstDifference, type ToldTrial } from './first-difference.ts';
import { mermaidTimeline } from './mermaid-timeline.ts';

/** The timeline of the trial to look at first; null: every verdict is as expected, or that trial is unknown. */
export function differenceTimeline(cells: readonly CellReport[], trials: readonly ToldTrial[]): string | null {
  const history = firstDifference(cells, trials);
  return history === null ? null : mermaidTimeline(history);
}
