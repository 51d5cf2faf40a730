/** A problem with a setting. Each kind has a file in rule/, a pure function of the facts. */
import type { Facts } from './facts.ts';
import type { Position } from './position.ts';

export interface ConfigFinding {
  readonly id: string;
  /** 'note': harmless, and does not change the exit status. */
  readonly severity: 'error' | 'warning' | 'note';
  readonly place: Position;
  /** One sentence: what the setting says, and why it does not do what it seems to. */
  readonly summary: string;
  /** What the real binary said, or the contradicting places. */
  readonly evidence: readonly string[];
  /** What to write instead. */
  readonly remedy: string;
  /** The source of the fact. */
  readonly source: string;
}

export type Rule = (facts: Facts) => readonly ConfigFinding[];
