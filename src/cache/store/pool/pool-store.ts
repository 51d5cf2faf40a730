import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { messageOf } from '../../../errors.ts';
import { digestOf } from '../../digest-of.ts';
import { slotOf } from '../../keys/keys.ts';
import type { CacheStore, FetchRequest, PutRequest } from '../store.ts';
import { pack, unpack } from './pack.ts';
import { defaultGraceMs, movePointer, noteUseEveryMs, type PoolEntry, readPointer, type SavedBy } from './pointer.ts';
import type { PointerName, Pool } from './pool.ts';

/** Whose archives a job may read and write. */
export interface PoolAccess {
  /** In the order in which they are searched: the own one, that of a pull request's target, the default branch. */
  readonly readScopes: readonly string[];
  /** null: it may not save. */
  readonly writeScope: string | null;
  readonly by: SavedBy;
}

interface Candidate {
  readonly name: PointerName;
  readonly entry: PoolEntry;
}

/** Each lost race means that another writer has won one. */
const mostRaces = 100;

/** The action's archives in a pool, which any CI can reach. */
export function poolStore(
  pool: Pool,
  { readScopes, writeScope, by }: PoolAccess,
  signal: AbortSignal,
  graceMs = defaultGraceMs,
): CacheStore {
  /** What fits, the best first: as the cache service of the Actions searches, one scope after the other. */
  async function* candidates({ key, prefixes, kind }: FetchRequest): AsyncGenerator<Candidate> {
    const seen = new Set<string>();
    const look = async (name: PointerName): Promise<Candidate | null> => {
      const id = `${name.scope} ${name.slot}`;
      if (seen.has(id)) return null;
      seen.add(id);
      const { current } = await readPointer(pool, name);
      return current === null || current.kind !== kind ? null : { name, entry: current };
    };
    for (const scope of readScopes) {
      const exact = await look({ scope, slot: key });
      if (exact !== null) yield exact;
      for (const prefix of prefixes) {
        const found = [...(await pool.pointers(scope, prefix))].sort((a, b) => b.changedMs - a.changedMs);
        for (const name of found) {
          const candidate = await look(name);
          if (candidate !== null) yield candidate;
        }
      }
    }
  }

  /** So that the next save replaces it, and no other job comes upon it. */
  const retire = async (name: PointerName, object: string | null) => {
    if (name.scope !== writeScope) return;
    const pointer = await readPointer(pool, name);
    if (pointer.current === null || (object !== null && pointer.current.object !== object)) return;
    await movePointer(pool, name, pointer, null, await pool.nowMs(), graceMs);
  };

  /** A job that cannot is served like any other. */
  const noteUse = async ({ scope, slot }: PointerName): Promise<void> => {
    if (writeScope !== null) await pool.renew({ by: writeScope, scope, slot }, noteUseEveryMs).catch(() => undefined);
  };

  /** null: its object is gone. */
  const bring = async ({ name, entry }: Candidate, root: string): Promise<string | null> => {
    const { object: id, bytes, sha256, compression, kind } = entry;
    const scratch = join(root, 'archive');
    const file = await pool.open({ scope: name.scope, id }, bytes, scratch);
    if (file === null) return null;
    try {
      const found = await digestOf(file, signal);
      if (found.sha256 !== sha256) {
        await retire(name, id).catch(() => undefined);
        return `refused the archive, a tar of ${entry.key}: it has ${found.bytes} bytes with the SHA-256 ${found.sha256}, and is to have ${bytes} with ${sha256}`;
      }
      await Promise.all([unpack(file, compression, root, kind, signal), noteUse(name)]);
      return '';
    } finally {
      await file.close();
      await rm(scratch, { force: true });
    }
  };

  return {
    fetch: async (request) => {
      try {
        for await (const candidate of candidates(request)) {
          const why = await bring(candidate, request.root);
          if (why === null) {
            await retire(candidate.name, candidate.entry.object).catch(() => undefined);
            continue;
          }
          const { key, bytes } = candidate.entry;
          return why === '' ? { outcome: 'hit', matchedKey: key, archiveBytes: bytes } : { outcome: 'failed', why };
        }
        return { outcome: 'miss' };
      } catch (error) {
        return { outcome: 'failed', why: messageOf(error) };
      }
    },
    find: async (request) => {
      try {
        for await (const { entry } of candidates(request)) return { outcome: 'hit', matchedKey: entry.key };
        return { outcome: 'miss' };
      } catch (error) {
        return { outcome: 'failed', why: messageOf(error) };
      }
    },
    put: async (request) => {
      if (writeScope === null) return { outcome: 'failed', why: 'this job may not save' };
      try {
        return await put(request, writeScope);
      } catch (error) {
        return { outcome: 'failed', why: messageOf(error) };
      }
    },
    forget: async (key) => {
      if (writeScope === null) return;
      const name = { scope: writeScope, slot: slotOf(key) };
      const pointer = await readPointer(pool, name);
      if (pointer.current?.key !== key) return;
      await movePointer(pool, name, pointer, null, await pool.nowMs(), graceMs);
    },
  };

  async function put({ kind, root, key, after }: PutRequest, scope: string) {
    const name = { scope, slot: slotOf(key) };
    const exists = { outcome: 'exists', why: 'another job has saved the same' } as const;
    const hasMoved = (current: PoolEntry | null) => after !== undefined && current !== null && current.key !== after;
    const before = await readPointer(pool, name);
    if (before.current?.key === key) return exists;
    if (hasMoved(before.current)) return { outcome: 'moved' } as const;
    const file = join(root, 'archive');
    let isNamed = false;
    const startMs = await pool.nowMs();
    const packed = await pack(root, kind, file, signal);
    const object = { scope, id: `${packed.sha256}.${randomBytes(4).toString('hex')}` };
    try {
      await pool.upload(object, file, packed.bytes);
      for (let race = 0; race < mostRaces; race++) {
        const pointer = race === 0 ? before : await readPointer(pool, name);
        if (pointer.current?.key === key) return exists;
        if (hasMoved(pointer.current)) return { outcome: 'moved' } as const;
        const nowMs = await pool.nowMs();
        const tookMs = nowMs - startMs;
        if (tookMs > graceMs / 2)
          throw new Error(`packing and sending it took ${Math.round(tookMs / 1000)} s: too long`);
        const entry = { key, kind, object: object.id, ...packed, savedMs: nowMs, by };
        isNamed = true;
        if (await movePointer(pool, name, pointer, entry, nowMs, graceMs)) {
          return { outcome: 'saved', archiveBytes: packed.bytes } as const;
        }
        isNamed = false;
      }
      throw new Error(`${mostRaces} other jobs were faster`);
    } finally {
      // If the move broke off nobody knows whether it was made: `prune` will.
      if (!isNamed) await pool.remove(object).catch(() => undefined);
      await rm(file, { force: true });
    }
  }
}
