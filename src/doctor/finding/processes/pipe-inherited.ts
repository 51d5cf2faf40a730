import type { Finder } from '../../finding.ts';
import type { ProcessFact } from '../../process-fact.ts';
import { decide, signal } from '../../remedy/remedy.ts';
import type { Snapshot } from '../../snapshot.ts';
import { ageText, commandText, processText } from '../../text/process-text.ts';

const patienceMs = 2000;

/** A command has ended, but its caller still waits: a process that outlived it holds its output pipe. */
export const pipeInherited: Finder = (snapshot) =>
  snapshot.processes.flatMap((reader) => {
    if (!/^(go|gopls)$/.test(reader.name) || reader.state === 'Z') return [];
    const holders = reader.pipes
      .filter(({ end }) => end === 'read')
      .map(({ inode }) =>
        snapshot.processes.filter((process) => process.pid !== reader.pid && writesTo(process, inode)),
      )
      // While a descendant of the reader holds the pipe, the command is still at work.
      .filter((writers) => !writers.some((writer) => isBelow(writer, reader, snapshot)));
    const left = [...new Set(holders.flat())].filter(({ ageMs }) => ageMs >= patienceMs);
    if (left.length === 0) return [];
    return [
      {
        id: 'pipe-inherited',
        severity: 'error' as const,
        summary: `${processText(reader)} waits for the output of a command that has ended: ${left.map((one) => `${commandText(one)} (pid ${one.pid}, ${ageText(one.ageMs)})`).join(', ')} inherited its pipe`,
        evidence: left.flatMap((one) =>
          one.pipes.map(({ fd, inode }) => `pid ${one.pid}: ${one.command.join(' ')}, descriptor ${fd}, pipe ${inode}`),
        ),
        pids: [...left.map(({ pid }) => pid), reader.pid],
        consequences: [`${processText(reader)} waits for that pipe to close`],
        remedy: [
          signal('TERM', left, 'the pipe closes with it'),
          decide('Redirect its output where it is started, in a wrapper of go or a hook: >/dev/null 2>&1'),
        ],
        source: 'golang/go#23019; scenario gopls-inherited-pipe',
      },
    ];
  });

function writesTo({ pipes, state }: ProcessFact, inode: number): boolean {
  return state !== 'Z' && pipes.some((pipe) => pipe.end === 'write' && pipe.inode === inode);
}

function isBelow({ ppid }: ProcessFact, above: ProcessFact, snapshot: Snapshot): boolean {
  const parents = new Map(snapshot.processes.map((process) => [process.pid, process.ppid]));
  for (let at: number | undefined = ppid; at !== undefined && at > 1; at = parents.get(at)) {
    if (at === above.pid) return true;
  }
  return false;
}
