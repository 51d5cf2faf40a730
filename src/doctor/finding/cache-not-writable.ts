import type { Finder } from '../finding.ts';

const caches = new Set([
  'GOCACHE',
  'GOMODCACHE',
  'GOMODCACHE/cache/download',
  'GOPATH/pkg/sumdb',
  'the cache of gopls',
  'TMPDIR',
]);

/** What go must write to belongs to somebody else, or is mounted read-only. */
export const cacheNotWritable: Finder = ({ places, cache, host }) => [
  ...places.flatMap(({ role, path, stat, notWritable }) => {
    if (!caches.has(role) || notWritable === null) return [];
    const owner = stat === null || stat === 'hung' ? '' : `, owner ${stat.uid}, mode ${stat.mode}`;
    return [
      report(`${role} cannot be written: ${path}`, [
        `access(W_OK): ${notWritable}${owner}`,
        `this is user ${host.uid}`,
      ]),
    ];
  }),
  ...cache.left
    .filter(({ kind }) => kind === 'not writable')
    .map(({ path, of }) => report(`the cache of ${of} cannot be written: ${path}`, [`this is user ${host.uid}`])),
];

function report(summary: string, evidence: readonly string[]) {
  return {
    id: 'cache-not-writable',
    severity: 'error' as const,
    summary: `${summary}; gopls only says "could not import"`,
    evidence,
    remedy:
      'give it to the user that the editor runs as (chown -R), or set GOMODCACHE and GOCACHE to folders of that user',
    source: 'golang/go#51121; cmd/go/internal/modfetch/cache.go, lockVersion',
  };
}
