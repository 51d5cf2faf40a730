/** All kinds of archive. Each is restored and saved independently: a failure does not affect the others. */
export const cacheKinds = ['modules', 'build', 'lint', 'gopls'] as const;

export type CacheKind = (typeof cacheKinds)[number];

/** One value for each kind. */
export type PerKind<T> = Readonly<Record<CacheKind, T>>;

export function perKind<T>(of: (kind: CacheKind) => T): PerKind<T> {
  return fromPairs(cacheKinds.map((kind) => [kind, of(kind)]));
}

/** Like perKind, for all kinds concurrently. */
export async function perKindAtOnce<T>(of: (kind: CacheKind) => Promise<T>): Promise<PerKind<T>> {
  return fromPairs(await Promise.all(cacheKinds.map(async (kind) => [kind, await of(kind)] as const)));
}

/** TypeScript knows no keys of what fromEntries makes; both callers have all of them. */
function fromPairs<T>(pairs: readonly (readonly [CacheKind, T])[]): PerKind<T> {
  return Object.fromEntries(pairs) as Record<CacheKind, T>;
}
