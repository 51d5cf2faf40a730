/** What is wrong with a setting: one kind each in rule/, pure over what the files say and what the real binaries answered. */
import type { Facts } from './facts.ts';
import type { Position } from './position.ts';

export interface ConfigFinding {
  readonly id: string;
  /** 'note': worth knowing, and harmless; it does not change the exit status. */
  readonly severity: 'error' | 'warning' | 'note';
  readonly place: Position;
  /** One sentence: what is written there, and why it does not do what it seems to. */
  readonly summary: string;
  /** What the real binary said, or the places that contradict. */
  readonly evidence: readonly string[];
  /** What to write instead. */
  readonly remedy: string;
  /** Where the fact comes from. */
  readonly source: string;
}

export type Rule = (facts: Facts) => readonly ConfigFinding[];
