import type { Finder } from '../../finding.ts';
import { countText } from '../../text/process-text.ts';

/** Files that people mistake for locks. go, gopls and editors neither create nor read them. */
export const folkFiles: Finder = ({ cache }) =>
  cache.folk.length === 0
    ? []
    : [
        {
          id: 'folk-files',
          severity: 'note',
          summary: `${countText(cache.folk.length, 'file has the name of a supposed lock and blocks', 'files have names of supposed locks and block')} nothing`,
          evidence: cache.folk,
          pids: [],
          consequences: [],
          remedy: [],
          source: 'scenarios gopls-pid-file, gopls-socket-file, gopls-stale-files, folk-lock-files',
        },
      ];
