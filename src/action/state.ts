import * as core from '@actions/core';
import type { RestoredCaches } from '../cache/restored-caches.ts';

/** What main hands to post. Plain JSON. */
export interface JobState {
  /** The go command that main put on PATH. */
  readonly go: string;
  readonly goVersion: string;
  /** null: with `cache: false`, or when restoring came to grief. */
  readonly restored: RestoredCaches | null;
  /** When main itself started, in ticks since the boot; null where there is no /proc. */
  readonly startTicks: number | null;
}

const name = 'job';

export function saveState(state: JobState): void {
  core.saveState(name, state);
}

/** null when main did not come so far. */
export function readState(): JobState | null {
  const text = core.getState(name);
  // Written by main of this very build.
  return text === '' ? null : (JSON.parse(text) as JobState);
}
