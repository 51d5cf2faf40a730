import { defaultGraceMs, movePointer, noteUseEveryMs, type PointerRead, readPointer } from './pointer.ts';
import type { ObjectAt, PointerName, Pool, UseAt } from './pool.ts';

export interface Retention {
  /** An archive that nobody has saved or restored for so long goes; null: none does. */
  readonly maxAgeMs: number | null;
  /** Of all archives together, of which those go whose last use is oldest; null: no limit. */
  readonly maxBytes: number | null;
  readonly dryRun: boolean;
}

/** What `prune` did, or in a dry run would do. Plain JSON. */
export interface PruneReport {
  readonly dryRun: boolean;
  readonly retired: readonly { readonly scope: string; readonly key: string; readonly bytes: number; why: string }[];
  readonly removed: { readonly objects: number; readonly bytes: number };
  /** What nothing names, and what stays since it may be in use: until its time of grace is over. */
  readonly waiting: { readonly objects: number; readonly bytes: number };
  /** Left by writers that ended in the middle. */
  readonly unfinished: number;
  readonly kept: { readonly archives: number; readonly bytes: number };
}

interface Read {
  readonly name: PointerName;
  pointer: PointerRead;
  /** When it was last saved, or a job has noted that it restored it. */
  usedMs: number;
  /** Until when jobs may have used it. */
  untilMs: number;
  /** null: saving it. */
  keptBy: UseAt | null;
}

/**
 * Takes away archives by their last use and by size, and then each object that no pointer names.
 *
 * It is safe beside writers and readers without a lock. A writer names only what it has uploaded itself within half the
 * time of grace, in its own scope; a pointer that moves names what it had for that time; and what is removed was older
 * and unnamed, in a listing that is younger than half of it: its pointer was there before the listing began. A pointer
 * that has moved since the listing is as young as what was read of it. All times are the pool's.
 */
export async function prunePool(
  pool: Pool,
  { maxAgeMs, maxBytes, dryRun }: Retention,
  signal: AbortSignal,
  graceMs = defaultGraceMs,
): Promise<PruneReport> {
  const nowMs = await pool.nowMs();
  const { objects, pointers: names, uses } = await pool.contents();
  const pointers: Read[] = [];
  for (const name of names) {
    signal.throwIfAborted();
    const pointer = await readPointer(pool, name);
    pointers.push({ name, pointer, usedMs: pointer.changedMs, untilMs: pointer.changedMs, keptBy: null });
  }
  const byName = new Map(pointers.map((one) => [nameIn(one.name), one]));
  for (const use of uses) {
    const one = byName.get(nameIn(use));
    if (one === undefined) continue;
    one.usedMs = Math.max(one.usedMs, use.changedMs);
    // Its jobs may have restored it until then without another note.
    const untilMs = use.changedMs + noteUseEveryMs;
    if (untilMs <= one.untilMs) continue;
    one.untilMs = untilMs;
    one.keptBy = use;
  }

  const sizes = new Map(objects.map((object) => [idOf(object), object]));
  const dueToGo = new Map<Read, string>();
  let bytes = 0;
  let isFull = false;
  const live = pointers.filter(({ pointer }) => pointer.current !== null).sort((a, b) => b.usedMs - a.usedMs);
  for (const one of live) {
    const { current } = one.pointer;
    if (current === null) continue;
    const ageMs = nowMs - one.pointer.changedMs;
    const object = sizes.get(`${one.name.scope} ${current.object}`);
    if (object === undefined && ageMs > graceMs) dueToGo.set(one, 'its object is gone');
    else if (maxAgeMs !== null && nowMs - one.untilMs > maxAgeMs) {
      dueToGo.set(one, `nobody has saved or restored it for ${days(maxAgeMs)}`);
    } else {
      bytes += current.bytes;
      // Once one is too much, all are that were used before it.
      isFull ||= maxBytes !== null && bytes > maxBytes;
      if (isFull) dueToGo.set(one, 'those used after it take all the bytes');
    }
  }

  const retired: PruneReport['retired'][number][] = [];
  for (const [one, why] of dueToGo) {
    signal.throwIfAborted();
    const { current } = one.pointer;
    if (current === null) continue;
    // Else somebody has saved meanwhile; what was read keeps its objects this time.
    if (!dryRun && !(await movePointer(pool, one.name, one.pointer, null, nowMs, graceMs))) continue;
    retired.push({ scope: one.name.scope, key: current.key, bytes: current.bytes, why });
  }

  const named = new Set<string>();
  for (const { name, pointer } of pointers) {
    // What was retired just now is named for the time of grace.
    if (pointer.current !== null) named.add(`${name.scope} ${pointer.current.object}`);
    for (const { object, untilMs } of pointer.previous) if (untilMs > nowMs) named.add(`${name.scope} ${object}`);
    const isOver =
      pointer.current === null && pointer.version !== null && pointer.previous.every(({ untilMs }) => untilMs <= nowMs);
    if (isOver && nowMs - pointer.changedMs > graceMs && !dryRun && pointer.version !== null) {
      await pool.drop(name, pointer.version);
    }
  }

  // Only the newest note keeps an archive; whoever restores it now makes another.
  const isGone = new Set(retired.map(({ scope, key }) => `${scope} ${key}`));
  for (const use of uses) {
    signal.throwIfAborted();
    const one = byName.get(nameIn(use));
    const current = one?.pointer.current ?? null;
    const keeps = one?.keptBy === use && current !== null && !isGone.has(`${use.scope} ${current.key}`);
    if (!keeps && nowMs - use.changedMs > graceMs && !dryRun) await pool.forgetUse(use);
  }

  const removed = { objects: 0, bytes: 0 };
  const waiting = { objects: 0, bytes: 0 };
  let inTime = true;
  for (const object of objects.filter((one) => !named.has(idOf(one)))) {
    signal.throwIfAborted();
    const isOld = nowMs - object.changedMs > graceMs;
    // This machine may have been asleep.
    if (isOld && !dryRun && removed.objects % 50 === 0) inTime &&= (await pool.nowMs()) - nowMs < graceMs / 2;
    const goes = isOld && inTime;
    if (goes && !dryRun) await pool.remove(object);
    const sum = goes ? removed : waiting;
    sum.objects++;
    sum.bytes += object.bytes;
  }
  const unfinished = await pool.sweepUnfinished(nowMs - graceMs, dryRun);
  const kept = live.filter(({ name, pointer }) => !isGone.has(`${name.scope} ${pointer.current?.key}`));
  return {
    dryRun,
    retired,
    removed,
    waiting,
    unfinished,
    kept: {
      archives: kept.length,
      bytes: kept.reduce((sum, { pointer }) => sum + (pointer.current?.bytes ?? 0), 0),
    },
  };
}

function nameIn({ scope, slot }: PointerName): string {
  return `${scope} ${slot}`;
}

function idOf({ scope, id }: ObjectAt): string {
  return `${scope} ${id}`;
}

function days(ms: number): string {
  return `${Number((ms / 86_400_000).toFixed(2))} days`;
}
