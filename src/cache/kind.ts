/** The archives. Each is restored and saved on its own, and one that fails leaves the others alone. */
export const cacheKinds = ['modules', 'build', 'lint', 'gopls'] as const;

export type CacheKind = (typeof cacheKinds)[number];

/** One of something for each kind. */
export type PerKind<T> = Readonly<Record<CacheKind, T>>;

export function perKind<T>(of: (kind: CacheKind) => T): PerKind<T> {
  return { modules: of('modules'), build: of('build'), lint: of('lint'), gopls: of('gopls') };
}

/** The same for what takes time: all kinds at once. */
export async function perKindAtOnce<T>(of: (kind: CacheKind) => Promise<T>): Promise<PerKind<T>> {
  const [modules, build, lint, gopls] = await Promise.all([of('modules'), of('build'), of('lint'), of('gopls')]);
  return { modules, build, lint, gopls };
}
