import { type PoolEntry, readPointer } from './pointer.ts';
import type { Pool, UseAt } from './pool.ts';

/** An archive in a pool, and what keeps it alive. Plain JSON. */
export interface StoredArchive extends PoolEntry {
  readonly scope: string;
  /** Since it was saved, by the pool's clock. */
  readonly ageMs: number;
  /** Since a job restored it, about a day exact; null: none has, or none that may note it. */
  readonly restoredAgeMs: number | null;
  /** One sentence for people. */
  readonly alive: string;
}

/** What a pool holds. Plain JSON. */
export interface Inventory {
  readonly what: string;
  /** The newest first. */
  readonly archives: readonly StoredArchive[];
  /** Objects that were replaced, or that nothing names: `prune` removes them when their time of grace is over. */
  readonly leftovers: { readonly objects: number; readonly bytes: number };
}

/** Only reads. @param nowMs the time that ages count from */
export async function inventoryOf(pool: Pool, nowMs: number, signal: AbortSignal): Promise<Inventory> {
  const { objects, pointers, uses } = await pool.contents();
  const byId = new Map(objects.map((object) => [`${object.scope} ${object.id}`, object]));
  const lastUses = new Map<string, UseAt>();
  for (const use of uses) {
    const name = `${use.scope} ${use.slot}`;
    if ((lastUses.get(name)?.changedMs ?? 0) < use.changedMs) lastUses.set(name, use);
  }
  const archives: StoredArchive[] = [];
  const sorted = [...pointers].sort((a, b) => b.changedMs - a.changedMs);
  for (const name of sorted) {
    signal.throwIfAborted();
    const { current } = await readPointer(pool, name);
    if (current === null) continue;
    const isThere = byId.delete(`${name.scope} ${current.object}`);
    const use = lastUses.get(`${name.scope} ${name.slot}`) ?? null;
    const restoredAgeMs = use === null ? null : Math.max(0, nowMs - use.changedMs);
    const newest = `the newest of its key on ${name.scope}`;
    archives.push({
      ...current,
      scope: name.scope,
      ageMs: Math.max(0, nowMs - name.changedMs),
      restoredAgeMs,
      alive: !isThere
        ? 'nothing: its object is gone'
        : use === null || restoredAgeMs === null
          ? newest
          : `${newest}; restored ${daysAgo(restoredAgeMs)} by a job of ${use.by}`,
    });
  }
  const left = [...byId.values()];
  return {
    what: pool.what,
    archives,
    leftovers: { objects: left.length, bytes: left.reduce((sum, { bytes }) => sum + bytes, 0) },
  };
}

/** A use is noted once a day. */
function daysAgo(ms: number): string {
  const days = Math.floor(ms / 86_400_000);
  return days === 0 ? 'within a day' : `${days} day${days === 1 ? '' : 's'} ago`;
}
