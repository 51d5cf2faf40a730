import times from '../../scenarios/measured-times.json' with { type: 'json' };
import type { PlannedCell } from '../lab/plan.ts';
import { plannedTrials } from '../lab/planned-trials.ts';

const known: Readonly<Record<string, number>> = times;
const sorted = Object.values(known).sort((a, b) => a - b);
const medianMs = sorted[Math.floor(sorted.length / 2)] ?? 0;

/** What a trial of the scenario lasted on average when it was recorded, in milliseconds; null: nobody measured it. */
export function measuredTrialMs(scenario: string): number | null {
  return known[scenario] ?? null;
}

/** Trials that run beside others cost less time than those that run alone: a machine of CI has this many CPUs. */
const atOnce = 4;

/** About how long the cell takes, in milliseconds: the same on each machine, so that shards fit together. */
export function measuredCellMs(cell: PlannedCell): number {
  const trialsMs = plannedTrials(cell, null) * (measuredTrialMs(cell.id) ?? medianMs);
  return cell.scenario.exclusive === true ? trialsMs : trialsMs / atOnce;
}
