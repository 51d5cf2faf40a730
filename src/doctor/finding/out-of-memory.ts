import type { Finder } from '../finding.ts';
import { countText } from '../process-text.ts';
import { decide } from '../remedy.ts';

/** The kernel killed something of this cgroup for want of memory. */
export const outOfMemory: Finder = ({ host }) =>
  host.oomKills === null || host.oomKills === 0
    ? []
    : [
        {
          id: 'out-of-memory',
          severity: 'warning',
          summary: `the kernel has killed ${countText(host.oomKills, 'process', 'processes')} of this container for want of memory`,
          evidence: ['oom_kill of this cgroup; gopls says "signal: killed", the editor "server got closed"'],
          pids: [],
          consequences: [],
          remedy: [
            decide('Raise the memory limit, share one gopls between editors (-remote=auto), or set GOMEMLIMIT for it'),
          ],
          source: 'golang/go#41998; golang/vscode-go#2007',
        },
      ];
