import { rmSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { dirname } from 'node:path/posix';
import { errnoOf } from '../../errors.ts';
import { type Amount, amountOf } from '../accounting.ts';
import type { ActionEntry, BuildEntries, OutputEntry } from './build-entries.ts';
import { isUsed } from './mark-entries.ts';

/** A file of GOCACHE that a sweep keeps. */
export interface KeptFile {
  readonly path: string;
  readonly bytes: number;
  /** Made since the job began. */
  readonly isNew: boolean;
  /** When go wrote the entry; null for an output, which has no such time. */
  readonly madeMs: number | null;
  /** ManifestEntry.unusedFor. */
  readonly unusedFor: number;
}

/**
 * Decides whether an entry stays. Returns how many archives will have carried it unused (0: it was
 * used), or null to drop it. An output is judged by itself only if no kept action names it.
 */
export type EntryRetention = (entry: ActionEntry | OutputEntry, isUsed: boolean) => number | null;

const whileUsed: EntryRetention = (_, isUsed) => (isUsed ? 0 : null);

/** Which entries of GOCACHE a job needs. */
export interface BuildSweep {
  readonly kept: readonly KeptFile[];
  /** Paths as go names them: "3f/3f…-d" may be the whole folder of an executable. */
  readonly unused: readonly string[];
  readonly unusedAmount: Amount;
}

/**
 * Sorts entries into kept and unused; touches nothing. By default it keeps every action used or
 * made since the marker, with its output, and every output used by itself. Without a marker (null)
 * everything counts as used.
 *
 * An output's own mtime does not decide: go does not read the output of every action it looks up,
 * and does not touch one that it would write again (cache.go, copyFile).
 */
export function sweepBuildEntries(
  entries: BuildEntries,
  markMs: number | null,
  startedMs: number,
  retention = whileUsed,
): BuildSweep {
  const retentionOf = (entry: ActionEntry | OutputEntry) =>
    retention(entry, markMs === null || isUsed(entry.mtimeMs, markMs));
  const keptOutputs = new Map<string, { readonly isNew: boolean; readonly unusedFor: number }>();
  const kept: KeptFile[] = [];
  const unused: string[] = [];
  const unusedFiles: (ActionEntry | OutputEntry)[] = [];
  for (const action of entries.actions) {
    const output = entries.outputs.get(action.output);
    // Without its output, go treats an action as a miss.
    const unusedFor = output === undefined ? null : retentionOf(action);
    if (unusedFor === null) {
      unused.push(action.path);
      unusedFiles.push(action);
      continue;
    }
    const isNew = action.madeMs >= startedMs;
    kept.push({ path: action.path, bytes: action.bytes, isNew, madeMs: action.madeMs, unusedFor });
    // New only if no older action names it; unusedFor is the lowest of its actions.
    const before = keptOutputs.get(action.output);
    keptOutputs.set(action.output, {
      isNew: isNew && (before?.isNew ?? true),
      unusedFor: Math.min(unusedFor, before?.unusedFor ?? unusedFor),
    });
  }
  for (const [id, output] of entries.outputs) {
    const named = keptOutputs.get(id);
    const unusedFor = named?.unusedFor ?? retentionOf(output);
    if (unusedFor === null) {
      unused.push(isExecutable.test(output.path) ? dirname(output.path) : output.path);
      unusedFiles.push(output);
    } else {
      kept.push({ path: output.path, bytes: output.bytes, isNew: named?.isNew ?? false, madeMs: null, unusedFor });
    }
  }
  return { kept, unused, unusedAmount: amountOf(unusedFiles) };
}

/** "3f/3f…-d/gofmt" */
const isExecutable = /-d\/[^/]+$/;

/**
 * Removes the unused entries from a cache that the machine keeps. Only for machines that run one
 * job at a time: a job cannot know what another one needs.
 */
export function removeUnused(gocache: string, sweep: BuildSweep): void {
  for (const path of sweep.unused) {
    try {
      unlinkSync(join(gocache, path));
    } catch (error) {
      // The folder of an executable: EISDIR on Linux, EPERM elsewhere. Or it is gone already.
      if (!['EISDIR', 'EPERM', 'ENOENT'].includes(errnoOf(error) ?? '')) throw error;
      rmSync(join(gocache, path), { recursive: true, force: true });
    }
  }
}
