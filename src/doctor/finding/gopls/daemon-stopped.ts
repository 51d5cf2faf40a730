import { causesOf, consequencesOf, pidsOf } from '../../chain/cause.ts';
import type { Finder } from '../../finding.ts';
import { signal } from '../../remedy/remedy.ts';
import { whenGoplsEnds } from '../../text/editor-text.ts';
import { countText, processText } from '../../text/process-text.ts';

/**
 * A gopls daemon that does not answer: the kernel accepts connections for it, and nobody reads them.
 * Without a client it is a note.
 */
export const daemonStopped: Finder = (snapshot) => {
  const { sockets, processes } = snapshot;
  const client = processes.some(
    ({ name, command }) => name === 'gopls' && command.some((word) => /^--?remote/.test(word)),
  );
  return sockets.flatMap(({ path, listeners, backlog }) =>
    processes.flatMap((daemon) => {
      const stopped = daemon.state === 'T' || daemon.state === 't' || daemon.state === 'D';
      if (!listeners.includes(daemon.pid) || !stopped) return [];
      const cause = causesOf(snapshot).find(({ root }) => root.process.pid === daemon.pid);
      return [
        {
          id: 'daemon-stopped',
          severity: client || backlog > 0 ? ('error' as const) : ('note' as const),
          summary: `the gopls daemon ${processText(daemon)} is ${daemon.state === 'D' ? 'stuck in the kernel' : 'stopped'}: an editor that connects to it waits forever for the answer to initialize`,
          evidence: [
            `state ${daemon.state}, listens on ${path}`,
            `${countText(backlog, 'connection')} not accepted`,
            ...(daemon.tracer === null ? [] : [`pid ${daemon.tracer} traces it`]),
          ],
          pids: cause === undefined ? [daemon.pid] : pidsOf(cause),
          consequences: cause === undefined ? [] : consequencesOf(cause),
          remedy: [signal('CONT', [daemon], `its clients then continue. KILL would end them too: ${whenGoplsEnds}`)],
          source:
            'gopls/internal/lsprpc/dialer.go: only dialing has a timeout; golang/vscode-go#2914; scenario gopls-daemon-stopped',
        },
      ];
    }),
  );
};
