import type { Finder } from '../../finding.ts';
import { signal } from '../../remedy/remedy.ts';
import { countText, processText } from '../../text/process-text.ts';

/** Two daemons for one socket: the first's file was removed while it listened; it is unreachable. */
export const daemonDuplicate: Finder = ({ sockets, processes }) =>
  sockets.flatMap(({ path, listeners }) => {
    const daemons = processes.filter(({ pid }) => listeners.includes(pid)).sort((a, b) => b.ageMs - a.ageMs);
    // One of the listeners may have ended since.
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
            'editors connected to it start gopls again; a daemon without clients ends by itself after a minute',
          ),
        ],
        source: 'gopls/internal/lsprpc/dialer.go, dialNet; scenario gopls-daemon-stale-socket',
      },
    ];
  });
