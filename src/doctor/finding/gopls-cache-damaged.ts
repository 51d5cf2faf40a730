import type { Finder } from '../finding.ts';
import { restart, run } from '../remedy/remedy.ts';
import { ageText } from '../text/process-text.ts';

/** An index of gopls that was made and never written: every gopls of that version ends over it, soon after its start. */
export const goplsCacheDamaged: Finder = ({ cache }) =>
  cache.left
    .filter(({ kind }) => kind === 'empty gopls index')
    .map(({ path, ageMs }) => ({
      id: 'gopls-cache-damaged',
      severity: 'error',
      summary:
        'the cache of gopls has an empty exe.sha256: gopls of that version ends with "cannot access its persistent index"',
      evidence: [`0 bytes, ${ageText(ageMs)} old: ${path}`],
      pids: [],
      consequences: [],
      remedy: [
        run(['rm', '-f', path], 'to start gopls again without that, or go clean, does not help'),
        restart('gopls'),
      ],
      source: 'gopls/internal/filecache/filecache.go, getCacheDir; scenario gopls-index-empty',
    }));
