import * as core from '@actions/core';
import { type CacheKind, cacheKinds } from '../cache/kind.ts';
import type { RestoredCache, RestoredCaches } from '../cache/restored-caches.ts';

const ofEachCache = ['hit', 'key', 'bytes', 'ms'] as const;
type CacheOutput = `${CacheKind}-${(typeof ofEachCache)[number]}`;

const others = ['go-version', 'gopls-version', 'gopls-path', 'cache-hit', 'report', 'histories'] as const;

export type OutputName = CacheOutput | (typeof others)[number];

/** Those of action.yml, which a test compares. */
export const outputNames: readonly OutputName[] = [
  ...others,
  ...cacheKinds.flatMap((kind) => ofEachCache.map((name) => `${kind}-${name}` as const)),
];

export function setOutput(name: OutputName, value: string | number | boolean): void {
  core.setOutput(name, value);
}

/** What was restored. A kind that nobody asked for has no outputs. @param restored null: `cache: false`, or restoring came to grief */
export function setCacheOutputs(restored: RestoredCaches | null): void {
  const caches = restored === null ? [] : cacheKinds.map((kind) => restored[kind]).filter(({ hit }) => hit !== 'off');
  setOutput('cache-hit', caches.length > 0 && caches.every(({ hit }) => hit === 'exact'));
  for (const cache of caches) {
    for (const name of ofEachCache) setOutput(`${cache.kind}-${name}`, valuesOf(cache)[name]);
  }
}

function valuesOf({ hit, matchedKey, archiveBytes, ms }: RestoredCache) {
  return {
    hit: hit === 'exact' || hit === 'prefix' ? hit : 'miss',
    key: matchedKey ?? '',
    bytes: archiveBytes ?? '',
    ms,
  } satisfies Record<(typeof ofEachCache)[number], string | number>;
}
