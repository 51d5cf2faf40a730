import type { Finder, Finding } from '../../finding.ts';
import { decide, run } from '../../remedy/remedy.ts';

const caches = new Set([
  'GOCACHE',
  'GOMODCACHE',
  'GOMODCACHE/cache/download',
  'GOPATH/pkg/sumdb',
  'the cache of gopls',
]);

/** A cache that go writes to belongs to another user or is mounted read-only. */
export const cacheNotWritable: Finder = ({ places, cache, host }) => [
  ...places.flatMap(({ role, path, stat, notWritable }) => {
    if (!caches.has(role) || notWritable === null) return [];
    const owner = stat === null || stat === 'hung' ? '' : `, owner ${stat.uid}, mode ${stat.mode}`;
    return [
      report(
        `${role} is not writable: ${path}`,
        [`access(W_OK): ${notWritable}${owner}`, `this is user ${host.uid}`],
        path,
        host.uid,
        notWritable,
      ),
    ];
  }),
  ...cache.left
    .filter(({ kind }) => kind === 'not writable')
    .map(({ path, of }) =>
      report(`the cache of ${of} is not writable: ${path}`, [`this is user ${host.uid}`], path, host.uid, 'EACCES'),
    ),
];

function report(summary: string, evidence: readonly string[], path: string, uid: number, errno: string): Finding {
  return {
    id: 'cache-not-writable',
    severity: 'error',
    summary: `${summary}; gopls only says "could not import"`,
    evidence,
    pids: [],
    consequences: [],
    remedy:
      errno === 'EROFS'
        ? [decide('The mount is read-only: set GOMODCACHE, GOCACHE and TMPDIR to folders on another filesystem')]
        : [
            run(['sudo', 'chown', '-R', `${uid}`, path], 'gives it to the user that runs go'),
            run(['chmod', '-R', 'u+rwX', path], 'if that user owns it already'),
          ],
    source: 'golang/go#51121; cmd/go/internal/modfetch/cache.go, lockVersion',
  };
}
