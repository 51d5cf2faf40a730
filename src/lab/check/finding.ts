/**
 * Checkers: pure functions that look for one symptom in a History.
 *
 * Law: "some worker failed" is never the symptom. Any other failure is `unknown`, so that a bug of the lab
 * cannot pass for a reproduction.
 */
import type { History } from '../history/history.ts';

export interface Judgement {
  readonly state: 'present' | 'absent' | 'unknown';
  /** One line: what was observed, and where. */
  readonly why: string;
}

export interface Checker {
  (history: History): Judgement;
  /** The same question as commands of sandbox/judge.sh, of which one is enough; absent: only unlatch can answer it. */
  readonly commands?: readonly (readonly string[])[];
}

export const present = (why: string): Judgement => ({ state: 'present', why });
export const absent = (why: string): Judgement => ({ state: 'absent', why });
export const unknown = (why: string): Judgement => ({ state: 'unknown', why });
