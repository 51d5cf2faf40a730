/** The results of a run as data: the schema of `unlatch run --json` and the input of every report. */

import type { Cell, RuntimeName } from './history/history.ts';
import type { Expectation, MitigationExpectation } from './scenario/scenario.ts';

export type ClaimVerdict = 'reproduced' | 'not-reproduced' | 'inconclusive';
export type MitigationVerdict = 'holds' | 'fails' | 'untested' | 'inconclusive';

/** How many trials showed the symptom, and the fault hits of all of them together. */
export interface Tally {
  readonly present: number;
  readonly absent: number;
  readonly unknown: number;
  /** null: the arm has no fault. */
  readonly hits: number | null;
  readonly why: string;
}

export interface MitigationReport extends Tally {
  readonly name: string;
  /** 'untested' if the cell expects no symptom in the baseline. */
  readonly expect: MitigationExpectation | 'untested';
  readonly verdict: MitigationVerdict;
}

/** The doctor's expected and actual findings. */
export interface DoctorTally {
  readonly expected: readonly string[];
  /** In the baseline; null: no doctor ran. */
  readonly reported: readonly string[] | null;
  /** Mitigations that hold, at whose end the doctor still reports the baseline's finding. */
  readonly stillReported: readonly string[];
  /** Why this scenario cannot carry out the doctor's remedy; null: it can, or it has no finding. */
  readonly withoutRemedy: string | null;
}

export interface CellReport extends Omit<Cell, 'fs' | 'runtime'> {
  readonly scenario: string;
  readonly runtime: RuntimeName;
  /** null: no trial ran. */
  readonly fs: string | null;
  readonly claim: string;
  readonly source: string;
  readonly expect: Expectation;
  /** null: the cell was skipped. */
  readonly verdict: ClaimVerdict | null;
  /** The claim's verdict and every mitigation's are as expected. */
  readonly asExpected: boolean;
  /** The missing capability of a cell that cannot run here. */
  readonly skipped: string | null;
  readonly baseline: Tally | null;
  readonly mitigations: readonly MitigationReport[];
  readonly doctor: DoctorTally;
  readonly ms: number;
}

/** A cell before it ran. */
export interface PlannedKey {
  readonly scenario: string;
  readonly go: string;
  readonly gopls: string | null;
}

/** Of what the report is a part: with the whole plan, so that whoever joins the parts knows which are missing. */
export interface ShardPlan {
  /** From 1. */
  readonly index: number;
  readonly of: number;
  readonly plan: readonly PlannedKey[];
}

export interface Report {
  readonly schema: 1;
  /** unlatch's own version. */
  readonly unlatch: string;
  readonly host: { readonly kernel: string; readonly docker: string | null };
  /** Absent: the report is whole. */
  readonly shard?: ShardPlan;
  readonly cells: readonly CellReport[];
}
