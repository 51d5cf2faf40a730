/** Bounds the caches by last use, whole units only. Rules: docs/clean.md. */
import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { describeProcess } from '../../process/describe-process.ts';
import { errnoToNull } from '../../process/errno-to-null.ts';
import type { Process } from '../../process/proc/process-table.ts';
import { openFolder, pathIn } from '../folder.ts';
import type { Locker } from '../locks.ts';
import { overlayOf } from '../overlay.ts';
import type { Root, RootKind } from '../roots.ts';
import { notesAccess } from './access-times.ts';
import { bytesByLastUse, type Cut } from './bytes-by-last-use.ts';
import { liveTools } from './live-tools.ts';
import { goFormat, goplsFormat } from './pair-format.ts';
import { type ModuleVersion, readModuleVersions } from './read-module-versions.ts';
import { type Pairs, readPairs } from './read-pairs.ts';
import { removeModuleVersions } from './remove-module-version.ts';
import { drop, pairFolders, removePair, type UnitOutcome } from './remove-pair.ts';

export interface Bound {
  /** Of all caches together, on the disk; null: any number. */
  readonly maxBytes: number | null;
  /** null: any age. */
  readonly maxAgeMs: number | null;
}

export interface BoundedCache {
  readonly kind: RootKind;
  readonly path: string;
  readonly bytes: number;
  /** In a dry run: what would be removed. */
  readonly removedBytes: number;
  readonly removedUnits: number;
  /** Looked up, or locked, between the plan and the removal. */
  readonly usedUnits: number;
  /** The system refused. */
  readonly failedUnits: number;
  /** Why nothing of it is removed; null: it takes part. */
  readonly why: string | null;
}

export interface BoundReport extends Bound {
  readonly bytes: number;
  /** In a dry run: what would be left. */
  readonly bytesAfter: number;
  readonly isWithin: boolean;
  /** Why more than `maxBytes` is left. */
  readonly why: string | null;
  readonly caches: readonly BoundedCache[];
}

interface Measured {
  readonly root: Root;
  readonly bytes: number;
  readonly pairs: readonly Pairs[];
  readonly versions: readonly ModuleVersion[];
  /** What was used then or later stays. */
  readonly inUseFromMs: number;
  readonly why: string | null;
}

const hourMs = 3_600_000;

/** go and gopls renew the time of an entry when it is an hour old (cache.go, markUsed); an hour more is a margin. */
const restMs = 2 * hourMs;

/** Linux renews an access time when it is a day old (mount(8), relatime). */
const moduleRestMs = 25 * hourMs;

/** @throws the signal's reason when it is aborted: what is half done stays whole. */
export async function boundCaches(
  roots: readonly Root[],
  bound: Bound,
  { uid, dryRun, locks, signal }: { uid: number; dryRun: boolean; locks: Locker; signal?: AbortSignal | undefined },
): Promise<BoundReport> {
  const nowMs = Date.now();
  const found = bytesByLastUse(nowMs);
  const { oldestBuild, oldestReader } = liveTools();
  const restOf = (oldest: Process | null, rest: number) => Math.min(nowMs, oldest?.startedMs ?? nowMs) - rest;
  const caches: Measured[] = [];
  for (const root of roots.filter(({ kind }) => kind !== 'temporary')) {
    const ofModules = root.kind === 'gomodcache';
    const why = whyWhole(root);
    const fromMs = ofModules ? restOf(oldestReader, moduleRestMs) : restOf(oldestBuild, restMs);
    caches.push(
      await measure(
        root,
        why === null ? fromMs : Number.NEGATIVE_INFINITY,
        why,
        found.add,
        found.addInUse,
        uid,
        signal,
      ),
    );
  }
  const cut = found.cut(bound.maxBytes, bound.maxAgeMs);
  const ended: BoundedCache[] = [];
  for (const cache of caches) ended.push(await end(cache, cut, { dryRun, locks, signal }));
  const bytes = found.totalBytes();
  const bytesAfter = bytes - ended.reduce((sum, { removedBytes }) => sum + removedBytes, 0);
  const isWithin = bound.maxBytes === null || bytesAfter <= bound.maxBytes;
  const oldest = oldestReader === null ? '' : `, or after ${describeProcess(oldestReader, nowMs)} had started`;
  return {
    ...bound,
    bytes,
    bytesAfter,
    isWithin,
    why: isWithin ? null : `the rest may be in use: it was used within 2 h (a module: 25 h)${oldest}`,
    caches: ended,
  };
}

function whyWhole({ kind, path }: Root): string | null {
  if (overlayOf(path) !== null) return 'it is mounted on read-only layers, of which a removal frees nothing';
  if (kind !== 'gomodcache' || notesAccess(path)) return null;
  return 'its mount notes no access times, so nothing shows what was used';
}

async function measure(
  root: Root,
  inUseFromMs: number,
  why: string | null,
  add: (lastUseMs: number, bytes: number) => void,
  addInUse: (bytes: number) => void,
  uid: number,
  signal: AbortSignal | undefined,
): Promise<Measured> {
  let bytes = 0;
  const count = (lastUseMs: number, size: number) => {
    bytes += size;
    if (lastUseMs < inUseFromMs) add(lastUseMs, size);
    else addInUse(size);
  };
  const versions = root.kind === 'gomodcache' ? await readModuleVersions(root.path, uid, signal) : [];
  for (const version of versions) count(version.isOthers ? Number.POSITIVE_INFINITY : version.lastUseMs, version.bytes);
  const pairs: Pairs[] = [];
  const format = root.kind === 'gopls-cache' ? goplsFormat : goFormat;
  for (const path of pairRoots(root)) {
    const some = await readPairs(path, format, uid, signal);
    pairs.push(some);
    count(Number.POSITIVE_INFINITY, some.othersBytes);
    for (const unit of some.units()) count(unit.lastUseMs, unit.bytes);
  }
  return { root, bytes, pairs, versions, inUseFromMs, why };
}

/** gopls has a folder for each of its executables. */
function pairRoots({ kind, path }: Root): readonly string[] {
  if (kind === 'gomodcache') return [];
  if (kind !== 'gopls-cache') return [path];
  const names = errnoToNull(() => readdirSync(path)) ?? [];
  return names.filter((name) => /^[0-9a-f]{8}$/.test(name)).map((name) => join(path, name));
}

async function end(
  { root, bytes, pairs, versions, inUseFromMs, why }: Measured,
  cut: Cut,
  { dryRun, locks, signal }: { dryRun: boolean; locks: Locker; signal: AbortSignal | undefined },
): Promise<BoundedCache> {
  const units = { removed: 0, used: 0, failed: 0 };
  let removedBytes = 0;
  const note = (outcome: UnitOutcome, size: number) => {
    units[outcome]++;
    if (outcome === 'removed') removedBytes += size;
  };
  const goes = (lastUseMs: number) => lastUseMs < inUseFromMs && cut.removes(lastUseMs);
  const unused = versions.filter((version) => !version.isOthers && goes(version.lastUseMs));
  if (dryRun) for (const version of unused) note('removed', version.bytes);
  else {
    for await (const { version, outcome } of removeModuleVersions(root.path, unused, locks, signal))
      note(outcome, version.bytes);
  }
  for (const some of pairs) {
    const base = errnoToNull(() => openFolder(some.path));
    if (base === null) continue;
    using open = base;
    using folders = pairFolders(open);
    let at = 0;
    for (const unit of some.units()) {
      if (!goes(unit.lastUseMs)) continue;
      note(dryRun ? 'removed' : removePair(unit, folders), unit.bytes);
      if (++at % 256 !== 0) continue;
      await turn();
      signal?.throwIfAborted();
    }
    if (!dryRun) for (const path of some.leftAside) dropAside(folders, path);
  }
  return {
    kind: root.kind,
    path: root.path,
    bytes,
    removedBytes,
    removedUnits: units.removed,
    usedUnits: units.used,
    failedUnits: units.failed,
    why,
  };
}

function dropAside(folders: ReturnType<typeof pairFolders>, path: string): void {
  errnoToNull(() => {
    const folder = folders.of(path.slice(0, 2));
    if (folder === null) return;
    // Another unlatch may be at it: it needs some microseconds.
    const movedMs = lstatSync(pathIn(folder, path.slice(3)), { throwIfNoEntry: false })?.ctimeMs ?? 0;
    if (Date.now() - movedMs > 60_000) drop(folder, path.slice(3));
  });
}
