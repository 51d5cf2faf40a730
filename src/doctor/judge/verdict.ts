/** The verdict: the wait chain to the gravest cause, else the gravest finding, in one line. */

import { silentGos } from '../chain/silent-go.ts';
import { type Link, linksOf, nextOf, stateOf } from '../chain/wait-chain.ts';
import { worksFor } from '../facts/subject.ts';
import type { Finding } from '../finding.ts';
import type { Snapshot } from '../snapshot.ts';
import { commandText, countText, factsText, waitText } from '../text/process-text.ts';

/** @param findings the gravest first. */
export function verdictOf(snapshot: Snapshot, findings: readonly Finding[]): string {
  const [gravest] = findings.filter(({ severity }) => severity !== 'note');
  if (gravest === undefined) {
    const [note] = findings.filter(({ pids }) => pids.length > 0);
    if (note !== undefined) return `Nothing is stuck. ${sentenceCase(note.summary)}.`;
    return snapshot.processes.some(({ name }) => name === 'gopls' || name === 'go')
      ? 'Nothing blocks go or gopls.'
      : 'No problem found; neither go nor gopls is running.';
  }
  const start = farthest(gravest, snapshot);
  const text = start === null ? gravest.summary : sentence(start, gravest, snapshot);
  const others = gravest.consequences.length - (start === null ? 0 : lengthTo(start, gravest, snapshot) - 1);
  return others > 0 && start !== null
    ? `${text}. ${countText(others, 'other process waits', 'other processes wait')} for the same.`
    : `${text}.`;
}

/** The waiter at the far end of the chain, preferably one in this workspace. */
function farthest({ pids, consequences }: Finding, snapshot: Snapshot): Link | null {
  if (consequences.length === 0) return null;
  const links = linksOf(snapshot);
  const waiting = pids.flatMap((pid) => links.get(pid) ?? []).filter((link) => stateOf(link, snapshot) !== 'moving');
  const awaited = new Set(waiting.flatMap(({ wait }) => nextOf(wait).map(({ process }) => process.pid)));
  const tops = waiting.filter(({ process, wait }) => !awaited.has(process.pid) && nextOf(wait).length > 0);
  return tops.find(({ process }) => worksFor(process, snapshot.folder)) ?? tops.at(0) ?? null;
}

function lengthTo(link: Link, { pids }: Finding, snapshot: Snapshot): number {
  return (
    1 +
    Math.max(
      0,
      ...nextOf(link.wait)
        .filter(({ process }) => pids.includes(process.pid))
        .map((next) => lengthTo(next, { pids } as Finding, snapshot)),
    )
  );
}

/** "gopls (pid 3) waits for `go list` (pid 411), which waits for the lock of M@V, held by an orphaned `go list` (pid 387, 12 min), which …" */
function sentence(link: Link, finding: Finding, snapshot: Snapshot): string {
  let text = named(link);
  let joint = ' ';
  for (let at: Link | undefined = link; at !== undefined; joint = ', which ') {
    const next: Link | undefined =
      nextOf(at.wait).find(({ process }) => finding.pids.includes(process.pid)) ?? nextOf(at.wait)[0];
    const what = ending(at, snapshot);
    switch (at.wait.kind) {
      case 'lock':
        text += `${joint}waits for ${what}, held by ${next === undefined ? 'a process that cannot be seen from here' : named(next)}`;
        break;
      case 'children':
      case 'daemon':
        text +=
          next === undefined ? '' : `${joint}waits for ${at.wait.kind === 'daemon' ? 'its daemon ' : ''}${named(next)}`;
        break;
      case 'stopped':
        text += `${joint}is stopped`;
        break;
      case 'nothing':
        break;
      default:
        text += `${joint}waits for ${what}`;
    }
    at = next;
  }
  return text;
}

function ending({ process, wait }: Link, snapshot: Snapshot): string | null {
  const silent =
    wait.kind === 'network' ? silentGos(snapshot).find((one) => one.process.pid === process.pid) : undefined;
  if (silent === undefined) return waitText(wait);
  const who = {
    proxy: 'the module proxy',
    sumdb: 'the checksum database',
    toolchain: 'a download of Go from',
    'http-proxy': 'the HTTP proxy',
  } as const;
  return `${who[silent.asks]} ${waitText(wait)}`;
}

function named({ process }: Link): string {
  return `${process.orphan ? 'an orphaned ' : ''}${commandText(process)} (${factsText(process)})`;
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
