import type { History, ProbeResult } from '../history/history.ts';

/** @throws RangeError if the scenario has no such probe; judgeHistory() reports that the checker threw. */
export function probeOf(history: History, name: string): ProbeResult {
  const probe = history.probes.find((result) => result.name === name);
  if (probe === undefined) throw new RangeError(`the scenario has no probe ${name}`);
  return probe;
}
