import type { History, ProbeResult } from '../history/history.ts';

/** @throws RangeError when the scenario has no such probe, which the engine reports as a checker that threw. */
export function probeOf(history: History, name: string): ProbeResult {
  const probe = history.probes.find((result) => result.name === name);
  if (probe === undefined) throw new RangeError(`the scenario has no probe ${name}`);
  return probe;
}
