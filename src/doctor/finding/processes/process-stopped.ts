import { causesOf, consequencesOf, pidsOf } from '../../chain/cause.ts';
import type { Finder } from '../../finding.ts';
import type { ProcessFact } from '../../process-fact.ts';
import { decide, signal } from '../../remedy/remedy.ts';
import type { Snapshot } from '../../snapshot.ts';
import { processText } from '../../text/process-text.ts';

/** gopls, or a go that others wait for, is stopped (SIGSTOP, a debugger) until it gets SIGCONT. */
export const processStopped: Finder = (snapshot) =>
  causesOf(snapshot).flatMap((cause) => {
    const { root, orphan, waiters } = cause;
    const { process, wait } = root;
    if (wait.kind !== 'stopped' || orphan !== null || isDaemon(process, snapshot)) return [];
    // A person stops a command with Ctrl-Z and continues it with fg; nobody else waits for it.
    const awaited = waiters.length > 0 || process.name === 'gopls';
    return [
      {
        id: 'process-stopped',
        severity: awaited && process.tracer === null ? ('error' as const) : ('note' as const),
        summary: `${processText(process)} is stopped${process.tracer === null ? '' : ` by pid ${process.tracer}, which debugs or traces it`} and does nothing until it is continued`,
        evidence: [
          `state ${process.state} in /proc/${process.pid}/stat`,
          `pid ${process.pid}: ${process.command.join(' ')}`,
        ],
        pids: pidsOf(cause),
        consequences: consequencesOf(cause),
        remedy:
          process.tracer === null
            ? [signal('CONT', [process], 'it continues where it was stopped')]
            : [decide(`continue it in the debugger, or detach the debugger (pid ${process.tracer})`)],
        source: 'signal(7), SIGSTOP; scenario gopls-stopped',
      },
    ];
  });

function isDaemon({ pid }: ProcessFact, { sockets }: Snapshot): boolean {
  return sockets.some(({ listeners }) => listeners.includes(pid));
}
