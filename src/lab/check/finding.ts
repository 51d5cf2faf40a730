/**
 * Checkers: pure functions that look in a History for one named symptom.
 *
 * Law: "some worker failed" is never the symptom. A failure of any other kind is `unknown`, so that a mistake of the
 * harness cannot pass for a reproduction.
 */
import type { History } from '../history/history.ts';

export interface Finding {
  readonly state: 'present' | 'absent' | 'unknown';
  /** One line: what was seen, and where. */
  readonly why: string;
}

export type Checker = (history: History) => Finding;

export const present = (why: string): Finding => ({ state: 'present', why });
export const absent = (why: string): Finding => ({ state: 'absent', why });
export const unknown = (why: string): Finding => ({ state: 'unknown', why });
