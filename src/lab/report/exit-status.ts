import { exitStatus } from '../../errors.ts';
import type { Report } from '../cell-report.ts';
import { countOutcomes } from './outcome.ts';

/**
 * The exit status of `unlatch run` and `unlatch check`: 0, 1 or 3. A difference outweighs an inconclusive cell,
 * since it is certain. With `strict` a skipped cell counts as a difference.
 */
export function exitStatusOf(report: Report, options: { readonly strict: boolean }): 0 | 1 | 3 {
  const counts = countOutcomes(report.cells);
  if (counts.differs > 0 || (options.strict && counts.skipped > 0)) return exitStatus.differs;
  if (counts.inconclusive > 0) return exitStatus.inconclusive;
  return exitStatus.expected;
}
