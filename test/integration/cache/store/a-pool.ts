/** Archives of a few files in a pool, without a go. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PoolAccess } from '../../../../src/cache/store/pool/pool-store.ts';
import type { CacheStore, FetchOutcome, PutOutcome } from '../../../../src/cache/store/store.ts';

export const main: PoolAccess = {
  readScopes: ['heads/main'],
  writeScope: 'heads/main',
  by: { ci: 'test', job: 'a job', url: 'https://ci.example/1' },
};

export const pullRequest: PoolAccess = { ...main, readScopes: ['pulls/7', 'heads/main'], writeScope: 'pulls/7' };

export const untrusted: PoolAccess = { ...pullRequest, writeScope: null };

/** A key of a job as keyToSave makes it: the slot, and eight digits of content. */
export function keyOf(slot: string, content: number): string {
  return `${slot}${content.toString(16).padStart(8, '0')}`;
}

export async function put(
  store: CacheStore,
  key: string,
  content: string | Buffer,
  after?: string,
): Promise<PutOutcome> {
  const root = await mkdtemp(join(tmpdir(), 'pool-put-'));
  try {
    await mkdir(join(root, 'build'));
    await writeFile(join(root, 'build', 'content'), content);
    return await store.put({ kind: 'build', root, key, after });
  } finally {
    await rm(root, { recursive: true });
  }
}

/** @returns the outcome, and what was unpacked; null: nothing. */
export async function fetched(
  store: CacheStore,
  key: string,
  prefixes: readonly string[] = [],
): Promise<readonly [FetchOutcome, string | null]> {
  const root = await mkdtemp(join(tmpdir(), 'pool-fetch-'));
  try {
    const outcome = await store.fetch({ kind: 'build', root, key, prefixes });
    const content = outcome.outcome === 'hit' ? await readFile(join(root, 'build', 'content'), 'latin1') : null;
    return [outcome, content];
  } finally {
    await rm(root, { recursive: true });
  }
}
