import pico from 'picocolors';
import { type Output, textWidth } from '../../terminal/output.ts';
import type { CellReport } from '../cell-report.ts';
import { runSummary } from './run-summary.ts';
import { verdictGrid } from './verdict-grid.ts';

/** What a terminal, or whoever reads the stream, gets at the end: the summary, or the table of all verdicts. */
export function verdictsText(cells: readonly CellReport[], output: Output, verbose: boolean): string {
  const palette = pico.createColors(output.colour);
  return verbose ? verdictGrid(cells, output.columns, palette) : runSummary(cells, textWidth(output), palette);
}
