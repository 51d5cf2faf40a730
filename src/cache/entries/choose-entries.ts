import { otherBuildFiles } from '../archive/build-archive.ts';
import { executableOf, goplsStamps } from '../archive/gopls-archive.ts';
import type { ChosenFile, KnownEntries, Selection } from '../archive/selection.ts';
import type { RestoredCache } from '../restored-caches.ts';
import { type ActionEntry, type BuildEntries, readBuildEntries } from './build-entries.ts';
import { compileCostsMs } from './compile-cost.ts';
import { readGoplsEntries } from './gopls-entries.ts';
import { isUsed } from './mark-entries.ts';
import { type BuildSweep, type Retention, sweepBuildEntries } from './sweep-build-entries.ts';

/**
 * What the job used of GOCACHE and what it made, and go's files besides. On an exact hit the rest stays for some archives: with
 * nothing changed it was made by another job that the key does not tell from this one, as where a workflow calls another twice.
 */
export function chooseBuildEntries(
  { folder, markMs, hit }: RestoredCache,
  startedMs: number,
  known: KnownEntries,
): Selection {
  const ofTwins: Retention = ({ path }, used) => {
    const before = known.get(path);
    if (used) return 0;
    return before === undefined || before.idle >= longestIdle ? null : before.idle + 1;
  };
  const entries = readBuildEntries(folder);
  const sweep =
    hit === 'exact'
      ? sweepBuildEntries(entries, markMs, startedMs, ofTwins)
      : sweepBuildEntries(entries, markMs, startedMs);
  const others = otherBuildFiles(folder).map((file) => ({ ...file, isNew: file.mtimeMs >= startedMs, idle: 0 }));
  const made = sweep.kept.flatMap(({ path, isNew, madeMs }) => (isNew && madeMs !== null ? [{ path, madeMs }] : []));
  const newCosts = compileCostsMs(made.map(({ madeMs }) => madeMs));
  const costsMs = new Map<string, number>();
  let reusedWorthMs = 0;
  for (const { path, isNew, idle } of sweep.kept) {
    const costMs = isNew ? 0 : (known.get(path)?.costMs ?? 0);
    if (costMs > 0) costsMs.set(path, costMs);
    if (idle === 0) reusedWorthMs += costMs;
  }
  for (const [index, { path }] of made.entries()) costsMs.set(path, newCosts[index] ?? 0);
  // Fuzz findings and the test expiry alone are no use of the cache.
  const files = sweep.kept.some(({ idle }) => idle === 0) ? [...sweep.kept, ...others] : [];
  return {
    files,
    swept: sweep.unusedAmount,
    costsMs,
    reusedWorthMs: known.size === 0 ? null : reusedWorthMs,
    madeAnewCostMs: newCosts.reduce((sum, ms) => sum + ms, 0),
    shared: null,
  };
}

/**
 * What the job used and made, and for some archives more what it did not: golangci-lint looks a package's facts up only
 * when it analyses one that imports it, and looks nothing else up than its findings when nothing has changed. So an
 * entry stays while others are of use, over `longestIdle` archives; and none stays once all are salted in another way,
 * as after a change of go.mod.
 */
export function chooseLintEntries(
  { folder, markMs }: RestoredCache,
  startedMs: number,
  known: KnownEntries,
): Selection {
  const entries = readBuildEntries(folder);
  const retention = patientRetention(entries, markMs, startedMs, known, () => '');
  return uncosted(sweepBuildEntries(entries, markMs, startedMs, retention), []);
}

/** The same for gopls, which type-checks a dependency only when it has no diagnostics of what imports it; by executable. */
export function chooseGoplsEntries(
  { folder, markMs }: RestoredCache,
  startedMs: number,
  known: KnownEntries,
): Selection {
  const { actions, outputs } = readGoplsEntries(folder);
  // What the archive brought was not made by this job, though it may have been touched.
  const entries: BuildEntries = {
    actions: actions.map((action) => (known.has(action.path) ? { ...action, madeMs: 0 } : action)),
    outputs,
  };
  const retention = patientRetention(entries, markMs, startedMs, known, executableOf);
  const sweep = sweepBuildEntries(entries, markMs, startedMs, retention);
  const stamps = goplsStamps(
    folder,
    sweep.kept.map(({ path }) => path),
  ).map((file) => ({ ...file, isNew: !known.has(file.path), idle: 0 }));
  return uncosted(sweep, stamps);
}

/** A number of saved archives: each of them was worth its upload. */
const longestIdle = 3;

/** Half of what gopls allows itself (gopls/internal/filecache, budget); golangci-lint has no bound. */
const mostBytes = 500e6;

/** @param groupOf the entries that are of use together, or not at all */
function patientRetention(
  entries: BuildEntries,
  markMs: number | null,
  startedMs: number,
  known: KnownEntries,
  groupOf: (path: string) => string,
): Retention {
  const inUse = new Set<string>();
  for (const { path, mtimeMs, madeMs } of entries.actions) {
    if (madeMs < startedMs && (markMs === null || isUsed(mtimeMs, markMs))) inUse.add(groupOf(path));
  }
  const idleOf = ({ path }: ActionEntry, used: boolean) => {
    if (used) return 0;
    const before = known.get(path);
    if (before === undefined || before.idle >= longestIdle || !inUse.has(groupOf(path))) return null;
    return before.idle + 1;
  };
  const fitting = newestWithin(entries, mostBytes);
  // An output that no action names is never looked up here.
  return (entry, used) => ('output' in entry && fitting.has(entry.path) ? idleOf(entry, used) : null);
}

/** The actions that fit into so many bytes with their outputs, those that were used last before others. */
export function newestWithin({ actions, outputs }: BuildEntries, bytes: number): ReadonlySet<string> {
  const fitting = new Set<string>();
  const counted = new Set<string>();
  let sum = 0;
  for (const action of [...actions].sort((a, b) => b.mtimeMs - a.mtimeMs)) {
    sum += action.bytes + (counted.has(action.output) ? 0 : (outputs.get(action.output)?.bytes ?? 0));
    if (sum > bytes) break;
    counted.add(action.output);
    fitting.add(action.path);
  }
  return fitting;
}

/** No cost is known: a finding that is reused spares what lies below it, and that is not even looked up. */
function uncosted({ kept, unusedAmount }: BuildSweep, others: readonly ChosenFile[]): Selection {
  const files = kept.length === 0 ? [] : [...kept, ...others];
  return { files, swept: unusedAmount, costsMs: new Map(), reusedWorthMs: null, madeAnewCostMs: null, shared: null };
}
