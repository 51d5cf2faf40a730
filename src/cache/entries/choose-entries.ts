import { otherBuildFiles } from '../archive/build-archive.ts';
import { executableOf, goplsStamps } from '../archive/gopls-archive.ts';
import type { ChosenFile, KnownEntries, Selection } from '../archive/selection.ts';
import type { RestoredCache } from '../restored-caches.ts';
import { type ActionEntry, type BuildEntries, readBuildEntries } from './build-entries.ts';
import { compileCostsMs } from './compile-cost.ts';
import { readGoplsEntries } from './gopls-entries.ts';
import { isUsed } from './mark-entries.ts';
import { type BuildSweep, type EntryRetention, sweepBuildEntries } from './sweep-build-entries.ts';

/**
 * Chooses what the job used and made in GOCACHE, plus go's other files. On an exact hit, unused
 * entries stay for some archives: with nothing changed, another job with the same key made them, as
 * when a workflow calls another one twice.
 */
export function chooseBuildEntries(
  { folder, markMs, hit }: RestoredCache,
  startedMs: number,
  known: KnownEntries,
): Selection {
  const ofTwins: EntryRetention = ({ path }, used) => {
    const before = known.get(path);
    if (used) return 0;
    return before === undefined || before.unusedFor >= longestUnusedFor ? null : before.unusedFor + 1;
  };
  const entries = readBuildEntries(folder);
  const sweep =
    hit === 'exact'
      ? sweepBuildEntries(entries, markMs, startedMs, ofTwins)
      : sweepBuildEntries(entries, markMs, startedMs);
  const others = otherBuildFiles(folder).map((file) => ({ ...file, isNew: file.mtimeMs >= startedMs, unusedFor: 0 }));
  const made = sweep.kept.flatMap(({ path, isNew, madeMs }) => (isNew && madeMs !== null ? [{ path, madeMs }] : []));
  const newCosts = compileCostsMs(made.map(({ madeMs }) => madeMs));
  const costsMs = new Map<string, number>();
  let reusedWorthMs = 0;
  for (const { path, isNew, unusedFor } of sweep.kept) {
    const costMs = isNew ? 0 : (known.get(path)?.costMs ?? 0);
    if (costMs > 0) costsMs.set(path, costMs);
    if (unusedFor === 0) reusedWorthMs += costMs;
  }
  for (const [index, { path }] of made.entries()) costsMs.set(path, newCosts[index] ?? 0);
  // Fuzz findings and the test expiry alone do not count as use of the cache.
  const files = sweep.kept.some(({ unusedFor }) => unusedFor === 0) ? [...sweep.kept, ...others] : [];
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
 * Chooses what the job used and made, and keeps unused entries for some archives. golangci-lint
 * looks up a package's facts only when it analyses an importer; when nothing changed, it looks up
 * only its findings. So an unused entry stays for `longestUnusedFor` archives while others are used. If
 * none is used, the salt has changed, as after a change of go.mod, and none stays.
 */
export function chooseLintEntries(
  { folder, markMs }: RestoredCache,
  startedMs: number,
  known: KnownEntries,
): Selection {
  const entries = readBuildEntries(folder);
  const retention = retentionOverArchives(entries, markMs, startedMs, known, () => '');
  return uncosted(sweepBuildEntries(entries, markMs, startedMs, retention), []);
}

/**
 * The same for gopls, per executable. gopls type-checks a dependency only when it has no
 * diagnostics for the importer.
 */
export function chooseGoplsEntries(
  { folder, markMs }: RestoredCache,
  startedMs: number,
  known: KnownEntries,
): Selection {
  const { actions, outputs } = readGoplsEntries(folder);
  // This job did not make the archive's entries, though it may have touched them.
  const entries: BuildEntries = {
    actions: actions.map((action) => (known.has(action.path) ? { ...action, madeMs: 0 } : action)),
    outputs,
  };
  const retention = retentionOverArchives(entries, markMs, startedMs, known, executableOf);
  const sweep = sweepBuildEntries(entries, markMs, startedMs, retention);
  const stamps = goplsStamps(
    folder,
    sweep.kept.map(({ path }) => path),
  ).map((file) => ({ ...file, isNew: !known.has(file.path), unusedFor: 0 }));
  return uncosted(sweep, stamps);
}

/** In saved archives, each of which was worth its upload. */
const longestUnusedFor = 3;

/** Half of gopls's own budget (gopls/internal/filecache, budget); golangci-lint has none. */
const mostBytes = 500e6;

/** @param groupOf groups entries that share a salt: they are useful together, or not at all */
function retentionOverArchives(
  entries: BuildEntries,
  markMs: number | null,
  startedMs: number,
  known: KnownEntries,
  groupOf: (path: string) => string,
): EntryRetention {
  const inUse = new Set<string>();
  for (const { path, mtimeMs, madeMs } of entries.actions) {
    if (madeMs < startedMs && (markMs === null || isUsed(mtimeMs, markMs))) inUse.add(groupOf(path));
  }
  const retentionOf = ({ path }: ActionEntry, used: boolean) => {
    if (used) return 0;
    const before = known.get(path);
    if (before === undefined || before.unusedFor >= longestUnusedFor || !inUse.has(groupOf(path))) return null;
    return before.unusedFor + 1;
  };
  const fitting = newestWithin(entries, mostBytes);
  // Nothing looks up an output that no action names.
  return (entry, used) => ('output' in entry && fitting.has(entry.path) ? retentionOf(entry, used) : null);
}

/** The most recently used actions that fit into `bytes` together with their outputs. */
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

/**
 * Costs are unknown: a reused finding also saves the work below it, which is not even looked up.
 */
function uncosted({ kept, unusedAmount }: BuildSweep, others: readonly ChosenFile[]): Selection {
  const files = kept.length === 0 ? [] : [...kept, ...others];
  return { files, swept: unusedAmount, costsMs: new Map(), reusedWorthMs: null, madeAnewCostMs: null, shared: null };
}
