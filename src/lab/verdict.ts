/** Derives a verdict from the findings of an arm's trials. */

import type { ClaimVerdict, MitigationVerdict, Tally } from './cell-report.ts';
import type { Judgement } from './check/finding.ts';

/** Counts the findings of one arm; `why` is from the first finding of the deciding kind. */
export function tally(findings: readonly Judgement[], hits: readonly (number | null)[]): Tally {
  const count = (state: Judgement['state']) => findings.filter((finding) => finding.state === state).length;
  const deciding = (['present', 'unknown', 'absent'] as const).find((state) => count(state) > 0);
  const known = hits.filter((n) => n !== null);
  return {
    present: count('present'),
    absent: count('absent'),
    unknown: count('unknown'),
    hits: known.length === 0 ? null : known.reduce((sum, n) => sum + n, 0),
    why: findings.find((finding) => finding.state === deciding)?.why ?? 'no trial ran',
  };
}

/** One trial with the symptom reproduces the claim; otherwise a single unknown makes it inconclusive. */
export function claimVerdict({ present, absent, unknown }: Tally): ClaimVerdict {
  if (present > 0) return 'reproduced';
  return unknown > 0 || absent === 0 ? 'inconclusive' : 'not-reproduced';
}

/** Law: without a symptom in the baseline a mitigation is untested, never `holds`. */
export function mitigationVerdict(baseline: ClaimVerdict, arm: Tally): MitigationVerdict {
  if (baseline !== 'reproduced') return 'untested';
  if (arm.present > 0) return 'fails';
  return arm.unknown > 0 || arm.absent === 0 ? 'inconclusive' : 'holds';
}
