import type { Finder } from '../finding.ts';
import { processText } from '../wait-chain.ts';

/** A gopls daemon that does not answer: the kernel takes connections for it, and nobody reads them. Where it has no client it is only noted. */
export const daemonStopped: Finder = ({ sockets, processes }) => {
  const client = processes.some(
    ({ name, command }) => name === 'gopls' && command.some((word) => /^--?remote/.test(word)),
  );
  return sockets.flatMap(({ path, listeners, backlog }) =>
    processes.flatMap((daemon) => {
      const stopped = daemon.state === 'T' || daemon.state === 't' || daemon.state === 'D';
      if (!listeners.includes(daemon.pid) || !stopped) return [];
      return [
        {
          id: 'daemon-stopped',
          severity: client || backlog > 0 ? ('error' as const) : ('note' as const),
          summary: `the gopls daemon ${processText(daemon)} is ${daemon.state === 'D' ? 'stuck in the kernel' : 'stopped'}: an editor that is its client waits for the answer to initialize without an end`,
          evidence: [`state ${daemon.state}, listens on ${path}`, `${backlog} connections that it has not accepted`],
          remedy: `let it go on: kill -CONT ${daemon.pid}; or end it: kill -KILL ${daemon.pid}. Starting gopls again as a client does not help; gopls without -remote does`,
          source:
            'gopls/internal/lsprpc/dialer.go: a limit for the connection only; golang/vscode-go#2914; scenario gopls-daemon-stopped',
        },
      ];
    }),
  );
};
