/**
 * Suspected leftovers that still exist unchanged. A healthy go also creates temporary files, briefly
 * or while it writes to them, and holds its lock meanwhile, even in another container.
 */
import { lstat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { errnoOf } from '../../../errors.ts';
import type { DamagedOutput, LeftFact } from '../../cache-fact.ts';
import { probeFlock } from './places.ts';

/** Upper bound of locks probed: each takes a process. */
const probesLimit = 20;

/** @param at when their ages were measured, as Date.now() gives it. */
export async function stillLeft(left: readonly LeftFact[], at: number, limitMs: number): Promise<readonly LeftFact[]> {
  // A folder that is not writable has no age.
  const same = await Promise.all(left.map(async (one) => one.kind === 'not writable' || (await isUnchanged(one, at))));
  const kept = left.filter((_, index) => same[index]);
  const locks = [...new Set(kept.flatMap((one) => lockOf(one) ?? []))].slice(0, probesLimit);
  const probes = await Promise.all(locks.map(async (lock) => await probeFlock(lock, limitMs)));
  const busy = new Set(locks.filter((_, index) => probes[index]?.result === 'busy'));
  return kept.map((one) => ({ ...one, busy: busy.has(lockOf(one) ?? '') }));
}

/** Damaged outputs that nobody has written since: a build mends them in place. */
export async function stillDamaged(damaged: readonly DamagedOutput[], at: number): Promise<readonly DamagedOutput[]> {
  const same = await Promise.all(damaged.map((one) => isUnchanged(one, at)));
  return damaged.filter((_, index) => same[index]);
}

async function isUnchanged({ path, ageMs }: { path: string; ageMs: number }, at: number): Promise<boolean> {
  try {
    return Math.abs(at - (await lstat(path)).mtimeMs - ageMs) < 1;
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return false;
  }
}

/** Sources: cmd/go/internal/modfetch/cache.go, lockVersion; codehost/git.go, the lock beside the clone. */
function lockOf({ kind, path }: LeftFact): string | null {
  if (kind === 'tmp') return path.replace(/\.(zip|info|mod|ziphash)[^/]*$/, '.lock');
  return kind === 'git lock' ? `${dirname(path)}.lock` : null;
}
