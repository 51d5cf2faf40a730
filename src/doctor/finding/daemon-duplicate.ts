import type { Finder } from '../finding.ts';
import { signal } from '../remedy/remedy.ts';
import { countText, processText } from '../text/process-text.ts';

/** Two daemons for one socket: the file of the first was removed while it listened, and nobody can reach it any more. */
export const daemonDuplicate: Finder = ({ sockets, processes }) =>
  sockets.flatMap(({ path, listeners }) => {
    const daemons = processes.filter(({ pid }) => listeners.includes(pid)).sort((a, b) => b.ageMs - a.ageMs);
    // One that has ended meanwhile leaves nothing to tell.
    if (daemons.length < 2) return [];
    const lost = daemons.slice(0, -1);
    return [
      {
        id: 'daemon-duplicate',
        severity: 'warning' as const,
        summary: `${countText(daemons.length, 'gopls daemon')} listen on ${path}: the socket of ${lost.map(processText).join(', ')} was removed while it listened`,
        evidence: daemons.map(({ pid, command }) => `pid ${pid}: ${command.join(' ')}`),
        pids: lost.map(({ pid }) => pid),
        consequences: [],
        remedy: [
          signal(
            'TERM',
            lost,
            'editors that are connected to it start gopls again; without any it ends by itself after a minute',
          ),
        ],
        source: 'gopls/internal/lsprpc/dialer.go, dialNet; scenario gopls-daemon-stale-socket',
      },
    ];
  });
