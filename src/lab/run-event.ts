/** The events of a run. The live display and the plain lines use nothing else. */

import type { CellReport } from './cell-report.ts';
import type { Judgement } from './check/finding.ts';
import type { History } from './history/history.ts';

export type RunEvent =
  /** Sent once, after planning. Trials of untested mitigations never run, so there may be fewer in the end. */
  | {
      readonly kind: 'planned';
      readonly cells: number;
      readonly work: readonly PlannedWork[];
      /** How many trials may run at once. */
      readonly jobs: number;
    }
  /** A preparation ("Go 1.22.12", "image") before and between trials. */
  | { readonly kind: 'preparing'; readonly what: string }
  /** Its progress in bytes, packages or steps; only for the live line or a heartbeat. */
  | { readonly kind: 'fetching'; readonly what: string }
  | { readonly kind: 'trial-started'; readonly scenario: string }
  | {
      readonly kind: 'trial';
      readonly history: History;
      readonly finding: Judgement;
      /** null: the arm has no fault. */
      readonly hits: number | null;
      /** The cell's first trial with the symptom, or an unknown one: show its full output. */
      readonly showOutput: boolean;
    }
  /** This many planned trials will not run. */
  | { readonly kind: 'dropped'; readonly scenario: string; readonly trials: number; readonly why: string }
  | { readonly kind: 'cell'; readonly report: CellReport }
  /** `foreseen`: it is as the scenario says, and no news. */
  | { readonly kind: 'note'; readonly text: string; readonly foreseen?: true };

/** The planned trials of one cell. */
export interface PlannedWork {
  readonly scenario: string;
  readonly trials: number;
  /** What one of them lasted when it was measured; null: nobody measured it. */
  readonly trialMs: number | null;
  /** They run one at a time, when all others are done. */
  readonly exclusive: boolean;
}

export type Listener = (event: RunEvent) => void;

/** Reports a preparation, and with `detail` its progress: "3 of 7 layers, 31.2 MB". */
export function tellPreparing(listen: Listener): (what: string, detail?: string) => void {
  return (what, detail) =>
    listen(detail === undefined ? { kind: 'preparing', what } : { kind: 'fetching', what: detail });
}
