import type { CacheKey } from './cache-key.ts';

/** The stored keys that belong to the same job as `key`. A fallback belongs to another one, and stays. */
export function ofSameJob(key: CacheKey, stored: readonly string[]): readonly string[] {
  const index = key.parts.findIndex(({ name }) => name === 'job');
  const prefix = key.parts
    .slice(0, index + 1)
    .map(({ value }) => `${value}-`)
    .join('');
  return stored.filter((one) => one.toLowerCase().startsWith(prefix.toLowerCase()));
}
