import type { Finder } from '../../finding.ts';
import { restart, run } from '../../remedy/remedy.ts';
import { ageText } from '../../text/process-text.ts';

/** gopls created its cache index but never wrote it; every gopls of that version exits over it. */
export const goplsCacheDamaged: Finder = ({ cache }) =>
  cache.left
    .filter(({ kind }) => kind === 'empty gopls index')
    .map(({ path, ageMs }) => ({
      id: 'gopls-cache-damaged',
      severity: 'error',
      summary:
        'the cache of gopls has an empty exe.sha256: gopls of that version exits with "cannot access its persistent index"',
      evidence: [`0 bytes, ${ageText(ageMs)} old: ${path}`],
      pids: [],
      consequences: [],
      remedy: [
        run(['rm', '-f', path], 'restarting gopls alone does not help, and neither does go clean'),
        restart('gopls'),
      ],
      source: 'gopls/internal/filecache/filecache.go, getCacheDir; scenario gopls-index-empty',
    }));
