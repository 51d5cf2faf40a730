import type { Finder } from '../finding.ts';

/** Files that people take for locks. go, gopls and the editor neither make nor read them. */
export const folkFiles: Finder = ({ cache }) =>
  cache.folk.length === 0
    ? []
    : [
        {
          id: 'folk-files',
          severity: 'note',
          summary: `${cache.folk.length} files have names that are said to be locks, and block nothing`,
          evidence: cache.folk,
          remedy: 'none is needed: leave them or delete them, it changes nothing',
          source: 'scenarios gopls-pid-file, gopls-socket-file, gopls-stale-files, folk-lock-files',
        },
      ];
