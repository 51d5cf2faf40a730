/**
 * The kinds of archive. Each is restored and saved independently: a failure does not affect the
 * others.
 */
export const cacheKinds = ['modules', 'build', 'lint', 'gopls'] as const;

export type CacheKind = (typeof cacheKinds)[number];

/** One value for each kind. */
export type PerKind<T> = Readonly<Record<CacheKind, T>>;

export function perKind<T>(of: (kind: CacheKind) => T): PerKind<T> {
  return { modules: of('modules'), build: of('build'), lint: of('lint'), gopls: of('gopls') };
}

/** Like perKind, for all kinds concurrently. */
export async function perKindAtOnce<T>(of: (kind: CacheKind) => Promise<T>): Promise<PerKind<T>> {
  const [modules, build, lint, gopls] = await Promise.all([of('modules'), of('build'), of('lint'), of('gopls')]);
  return { modules, build, lint, gopls };
}
