/** Takes each lock, checks again, and removes what it guards. */
import { lstatSync } from 'node:fs';
import pLimit from 'p-limit';
import { holdersOf } from '../process/proc/flock-holders.ts';
import { busy, type CleanItem, ended, outcomeOf } from './clean-item.ts';
import { identityOf } from './list-caches.ts';
import { batchSize, type Locker, type Taken } from './locks.ts';
import { type OpenLock, openLock } from './open-lock.ts';
import { removeResidue } from './remove-residue.ts';
import type { Residue } from './residue.ts';

/** One of Go's locks and what it guards. `lock: null`: what no lock guards. */
interface Group {
  readonly lock: string | null;
  readonly root: string;
  readonly residue: readonly Residue[];
}

/** `waitMs`: how long to wait for held locks, in total. */
type Waiting = { readonly waitMs: number; readonly signal?: AbortSignal };

export async function apply(
  residue: readonly Residue[],
  locks: Locker,
  request: Waiting,
): Promise<readonly CleanItem[]> {
  const byLock = new Map<string | null, Residue[]>();
  for (const one of residue) byLock.set(one.candidate.lock, [...(byLock.get(one.candidate.lock) ?? []), one]);
  const groups = [...byLock].map(
    ([lock, some]): Group => ({ lock, root: some[0]?.candidate.root ?? '', residue: some }),
  );
  const items: CleanItem[] = [];
  const waiting: Group[] = [];
  for (const group of groups.filter(({ lock }) => lock === null)) items.push(...(await removeResidue(group.residue)));
  const guarded = groups.filter(({ lock }) => lock !== null);
  for (let at = 0; at < guarded.length; at += batchSize) {
    request.signal?.throwIfAborted();
    const opened = guarded.slice(at, at + batchSize).map((group) => ({ group, held: openLock(group) }));
    const usable = opened.filter((one): one is { group: Group; held: OpenLock } => typeof one.held !== 'string');
    for (const { group, held } of opened)
      if (typeof held === 'string') items.push(...group.residue.map((one) => ended(one, ...outcomeOf(held))));
    try {
      const taken = await locks.tryAll(usable.map(({ held }) => held.fd));
      for (const [index, { group, held }] of usable.entries()) {
        const state = taken[index] ?? 'no-helper';
        if (state === 'busy') waiting.push(group);
        else items.push(...(await withLock(group, held, state)));
      }
    } finally {
      for (const { held } of usable) held[Symbol.dispose]();
    }
  }
  items.push(...(await waitForAll(waiting, locks, request)));
  return items;
}

/** Waits for all busy locks under one shared deadline. */
async function waitForAll(groups: readonly Group[], locks: Locker, request: Waiting): Promise<readonly CleanItem[]> {
  const deadlineMs = performance.now() + request.waitMs;
  const limit = pLimit(16);
  const waited = await Promise.all(
    groups.map((group) =>
      limit(async () => {
        const held = openLock(group);
        if (typeof held === 'string') return group.residue.map((one) => ended(one, ...outcomeOf(held)));
        using _ = held;
        const restMs = deadlineMs - performance.now();
        const [now = 'busy'] =
          restMs > 0 ? [await locks.wait(held.fd, restMs, request.signal)] : await locks.tryAll([held.fd]);
        request.signal?.throwIfAborted();
        if (now !== 'busy') return await withLock(group, held, now);
        const holders = holdersOf(new Set([held.identity])).get(held.identity) ?? [];
        return group.residue.map((one) => busy(one, holders));
      }),
    ),
  );
  return waited.flat();
}

async function withLock(group: Group, held: OpenLock, state: Taken): Promise<readonly CleanItem[]> {
  const { lock } = group;
  if (state === 'no-helper') {
    return group.residue.map((one) =>
      ended(one, 'failed', 'no program here can take its lock: install flock (util-linux), perl or python3'),
    );
  }
  if (state === 'unsupported') {
    return group.residue.map((one) =>
      ended(one, 'failed', 'cannot take its lock: flock fails on this filesystem, for go too'),
    );
  }
  // The lock file was deleted and made again meanwhile, so our lock excludes nobody.
  const stat = lock === null ? undefined : lstatSync(lock, { throwIfNoEntry: false });
  if (stat === undefined || identityOf(stat) !== held.identity) {
    return group.residue.map((one) => ended(one, 'busy', 'its lock file was replaced meanwhile'));
  }
  return await removeResidue(group.residue);
}
