/**
 * Checkers: pure functions that look in a History for one named symptom.
 *
 * Law: "some worker failed" is never the symptom. A failure of any other kind is `unknown`, so that a mistake of the
 * harness cannot pass for a reproduction.
 */
import type { History } from '../history/history.ts';

export interface Judgement {
  readonly state: 'present' | 'absent' | 'unknown';
  /** One line: what was seen, and where. */
  readonly why: string;
}

export type Checker = (history: History) => Judgement;

export const present = (why: string): Judgement => ({ state: 'present', why });
export const absent = (why: string): Judgement => ({ state: 'absent', why });
export const unknown = (why: string): Judgement => ({ state: 'unknown', why });
