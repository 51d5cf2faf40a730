/** The one line that comes first: the longest chain of those that wait for something that does not move, else the gravest finding. */

import type { Finding } from './finding.ts';
import { silentGos } from './silent-go.ts';
import type { Snapshot } from './snapshot.ts';
import { ageText, chainsOf, commandText, isStuck, type Link, nextOf, waitText } from './wait-chain.ts';

export function verdictOf(snapshot: Snapshot, findings: readonly Finding[]): string {
  const [chain] = chainsOf(snapshot).filter((link) => isStuck(link) && link.wait.kind !== 'stopped');
  if (chain !== undefined) return `${sentence(chain, snapshot)}.`;
  const [gravest] = findings.filter(({ severity }) => severity !== 'note');
  if (gravest !== undefined) return `${gravest.summary}.`;
  return snapshot.processes.some(({ name }) => name === 'gopls' || name === 'go')
    ? 'Nothing that go or gopls would wait for was found.'
    : 'Nothing was found; neither go nor gopls runs.';
}

/** "gopls (pid 3) waits for `go list` (pid 411), which waits for the lock of M@V, held by an orphaned `go list` (pid 387, 12 min), which …" */
function sentence(link: Link, snapshot: Snapshot): string {
  let text = named(link);
  let joint = ' ';
  for (let at: Link | undefined = link; at !== undefined; joint = ', which ') {
    const next: Link | undefined = nextOf(at.wait).find(isStuck) ?? nextOf(at.wait)[0];
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
  if (wait.kind !== 'network') return waitText(wait);
  const silent = silentGos(snapshot).find((one) => one.process.pid === process.pid);
  const who = { proxy: 'a module proxy', sumdb: 'a checksum database', toolchain: 'a download of Go' } as const;
  const since = wait.connection.silentMs === null ? '' : ` for ${ageText(wait.connection.silentMs)}`;
  return silent === undefined
    ? waitText(wait)
    : `${who[silent.asks]} that is silent${since} (${wait.connection.remote})`;
}

function named({ process }: Link): string {
  const { pid, ageMs, orphan, container } = process;
  const where = container === null ? '' : `, in container ${container}`;
  return `${orphan ? 'an orphaned ' : ''}${commandText(process)} (pid ${pid}, ${ageText(ageMs)}${where})`;
}
