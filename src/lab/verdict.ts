/** From the findings of an arm's trials to a verdict. */

import type { ClaimVerdict, MitigationVerdict, Tally } from './cell-report.ts';
import type { Judgement } from './check/finding.ts';

/** Counts the findings of one arm; `why` is that of the first finding of the kind that decided. */
export function tally(findings: readonly Judgement[], hits: readonly (number | null)[]): Tally {
  const count = (state: Judgement['state']) => findings.filter((finding) => finding.state === state).length;
  const deciding = (['present', 'unknown', 'absent'] as const).find((state) => count(state) > 0);
  const struck = hits.filter((n) => n !== null);
  return {
    present: count('present'),
    absent: count('absent'),
    unknown: count('unknown'),
    hits: struck.length === 0 ? null : struck.reduce((sum, n) => sum + n, 0),
    why: findings.find((finding) => finding.state === deciding)?.why ?? 'no trial was run',
  };
}

/** One trial with the symptom is enough; without any, a single unknown leaves the question open. */
export function claimVerdict({ present, absent, unknown }: Tally): ClaimVerdict {
  if (present > 0) return 'reproduced';
  return unknown > 0 || absent === 0 ? 'inconclusive' : 'not-reproduced';
}

/** Law: a mitigation of a baseline that showed nothing is untested, never `holds`. */
export function mitigationVerdict(baseline: ClaimVerdict, arm: Tally): MitigationVerdict {
  if (baseline !== 'reproduced') return 'untested';
  if (arm.present > 0) return 'fails';
  return arm.unknown > 0 || arm.absent === 0 ? 'inconclusive' : 'holds';
}
