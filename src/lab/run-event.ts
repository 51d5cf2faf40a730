/** What a run tells while it goes on; the live display and the plain lines are made from these alone. */

import type { CellReport } from './cell-report.ts';
import type { Judgement } from './check/finding.ts';
import type { History } from './history/history.ts';

export type RunEvent =
  /** Told once, when the plan stands. Trials of mitigations that turn out untested are never run, so `trials` can shrink. */
  | { readonly kind: 'planned'; readonly cells: number; readonly trials: number }
  /** What is being prepared ("Go 1.22.12", "image"), before and between trials. */
  | { readonly kind: 'preparing'; readonly what: string }
  /** How far that is, in bytes, packages or steps; only worth a live line, or one now and then. */
  | { readonly kind: 'fetching'; readonly what: string }
  | { readonly kind: 'trial-started'; readonly scenario: string }
  | {
      readonly kind: 'trial';
      readonly history: History;
      readonly finding: Judgement;
      /** Null where the arm has no fault. */
      readonly hits: number | null;
      /** The first trial with the symptom in its cell, or an unknown: worth its full output. */
      readonly showOutput: boolean;
    }
  /** So many planned trials will not be run, for the reason given. */
  | { readonly kind: 'dropped'; readonly trials: number; readonly why: string }
  | { readonly kind: 'cell'; readonly report: CellReport }
  | { readonly kind: 'note'; readonly text: string };

export type Listener = (event: RunEvent) => void;

/** Tells what is being prepared, and with `detail` how far that is: "3 of 7 layers, 31.2 MB". */
export function tellPreparing(listen: Listener): (what: string, detail?: string) => void {
  return (what, detail) =>
    listen(detail === undefined ? { kind: 'preparing', what } : { kind: 'fetching', what: detail });
}
