import * as core from '@actions/core';
import type { RestoredCaches } from '../cache/restored-caches.ts';

/** What main hands to post. Plain JSON. */
export interface StepState {
  /** The go command that main put on PATH. */
  readonly go: string;
  readonly goVersion: string;
  /** null: `cache: false`, or restoring failed. */
  readonly restored: RestoredCaches | null;
  /** When main started, in clock ticks since boot; null: there is no /proc. */
  readonly startTicks: number | null;
}

const name = 'job';

export function saveStepState(state: StepState): void {
  core.saveState(name, state);
}

/** null if main ended before it saved the state. */
export function readStepState(): StepState | null {
  const text = core.getState(name);
  // Written by main of the same build.
  return text === '' ? null : (JSON.parse(text) as StepState);
}
