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

export type Checker = (history: History) => Judgement;

export const present = (why: string): Judgement => ({ state: 'present', why });
export const absent = (why: string): Judgement => ({ state: 'absent', why });
export const unknown = (why: string): Judgement => ({ state: 'unknown', why });
