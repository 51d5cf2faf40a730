import type { Finder } from '../finding.ts';
import { ageText } from '../wait-chain.ts';

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
      remedy: `delete the empty file: rm ${path}; starting gopls again, or go clean, does not help`,
      source: 'gopls/internal/filecache/filecache.go, getCacheDir; scenario gopls-index-empty',
    }));
