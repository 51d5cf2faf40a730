import type { Finder } from '../finding.ts';
import { countText } from '../text/process-text.ts';

/** Files that people take for locks. go, gopls and the editor neither make nor read them. */
export const folkFiles: Finder = ({ cache }) =>
  cache.folk.length === 0
    ? []
    : [
        {
          id: 'folk-files',
          severity: 'note',
          summary: `${countText(cache.folk.length, 'file has a name', 'files have names')} of which people say that it is a lock; it blocks nothing`,
          evidence: cache.folk,
          pids: [],
          consequences: [],
          remedy: [],
          source: 'scenarios gopls-pid-file, gopls-socket-file, gopls-stale-files, folk-lock-files',
        },
      ];
