/** What a run found, as data: the shape of `unlatch run --json`, and what every rendering reads. */

import type { Cell, RuntimeName } from './history/history.ts';
import type { Expectation, MitigationExpectation } from './scenario/scenario.ts';

export type ClaimVerdict = 'reproduced' | 'not-reproduced' | 'inconclusive';
export type MitigationVerdict = 'holds' | 'fails' | 'untested' | 'inconclusive';

/** How many trials showed the symptom, and how often the fault struck in all of them together. */
export interface Tally {
  readonly present: number;
  readonly absent: number;
  readonly unknown: number;
  /** Null where the arm has no fault. */
  readonly hits: number | null;
  readonly why: string;
}

export interface MitigationReport extends Tally {
  readonly name: string;
  /** 'untested' where the cell expects that the baseline shows nothing. */
  readonly expect: MitigationExpectation | 'untested';
  readonly verdict: MitigationVerdict;
}

/** What the doctor was to find, and found. */
export interface DoctorTally {
  readonly expected: readonly string[];
  /** In the baseline; null where no doctor ran. */
  readonly reported: readonly string[] | null;
  /** The mitigations that hold, and at whose end it reports what was expected of the baseline all the same. */
  readonly stillReported: readonly string[];
  /** Why the doctor's remedy cannot be carried out in this scenario; null where it can, or there is no finding. */
  readonly withoutRemedy: string | null;
}

export interface CellReport extends Omit<Cell, 'fs' | 'runtime'> {
  readonly scenario: string;
  readonly runtime: RuntimeName;
  /** Null when no trial ran. */
  readonly fs: string | null;
  readonly claim: string;
  readonly source: string;
  readonly expect: Expectation;
  /** Null when the cell was skipped. */
  readonly verdict: ClaimVerdict | null;
  /** The claim's verdict and every mitigation's are as expected. */
  readonly asExpected: boolean;
  /** The capability that is missing, when the cell could not run here. */
  readonly skipped: string | null;
  readonly baseline: Tally | null;
  readonly mitigations: readonly MitigationReport[];
  readonly doctor: DoctorTally;
  readonly ms: number;
}

export interface Report {
  readonly schema: 1;
  /** unlatch's own version. */
  readonly unlatch: string;
  readonly host: { readonly kernel: string; readonly docker: string | null };
  readonly cells: readonly CellReport[];
}
