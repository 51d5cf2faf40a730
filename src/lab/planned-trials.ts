import type { PlannedCell } from './plan.ts';
import { mitigationsOf } from './remedy-arm.ts';

/**
 * How many trials the cell has if every expectation comes true: without a symptom, mitigations do not run.
 * @param trials replaces the scenario's own number; null: it does not.
 */
export function plannedTrials({ scenario, spec }: PlannedCell, trials: number | null): number {
  const arms = spec.expect === 'reproduced' ? 1 + Object.keys(mitigationsOf(scenario)).length : 1;
  return arms * (trials ?? scenario.trials ?? 1);
}
