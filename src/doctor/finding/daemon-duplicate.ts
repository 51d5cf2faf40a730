import type { Finder } from '../finding.ts';
import { processText } from '../wait-chain.ts';

/** Two daemons for one socket: the file of the first was removed while it listened, and nobody can reach it any more. */
export const daemonDuplicate: Finder = ({ sockets, processes }) =>
  sockets.flatMap(({ path, listeners }) => {
    if (listeners.length < 2) return [];
    const daemons = processes.filter(({ pid }) => listeners.includes(pid)).sort((a, b) => b.ageMs - a.ageMs);
    const lost = daemons.slice(0, -1);
    return [
      {
        id: 'daemon-duplicate',
        severity: 'warning' as const,
        summary: `${daemons.length} gopls daemons listen on ${path}: the socket of ${lost.map(processText).join(', ')} was removed while it listened`,
        evidence: daemons.map(({ pid, command }) => `pid ${pid}: ${command.join(' ')}`),
        remedy: `editors that are connected go on; a daemon ends a minute after its last client, or by its id: kill ${lost.map(({ pid }) => pid).join(' ')}. Start one editor first when a socket was left by a dead daemon`,
        source: 'gopls/internal/lsprpc/dialer.go, dialNet; scenario gopls-daemon-stale-socket',
      },
    ];
  });
