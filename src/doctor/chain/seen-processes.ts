/** The processes of a snapshot for a timeline: since when each runs, what it waits for and holds. */
import { lockName } from '../../go/lock-name.ts';
import { shortCommand } from '../facts/process/short-command.ts';
import { withoutAside } from '../facts/subject.ts';
import type { ProcessFact } from '../process-fact.ts';
import type { Snapshot } from '../snapshot.ts';
import { processText, waitText } from '../text/process-text.ts';
import { linksOf, nextOf, type Wait } from './wait-chain.ts';

export interface ProcessSeen {
  readonly pid: number;
  readonly parent: number;
  /** "go list" */
  readonly command: string;
  /** In ticks (10 ms) since boot. */
  readonly startTicks: number;
  readonly waitsFor: string | null;
  readonly holds: readonly string[];
}

/** A build may have hundreds of compilers. */
const most = 40;

/** Those that go or gopls have to do with: they are such, wait for something, or hold a lock. */
export function processesSeen(snapshot: Snapshot): readonly ProcessSeen[] {
  const links = [...linksOf(withoutAside(snapshot)).values()];
  return links
    .map(({ process, wait }) => ({ process, waitsFor: waitsFor(wait), holds: locksOf(process) }))
    .filter(
      ({ process, waitsFor, holds }) =>
        process.startTicks > 0 && (/^(go|gopls|git)$/.test(process.name) || waitsFor !== null || holds.length > 0),
    )
    .slice(0, most)
    .map(({ process, waitsFor, holds }) => ({
      pid: process.pid,
      parent: process.ppid,
      command: shortCommand(process),
      startTicks: process.startTicks,
      waitsFor,
      holds,
    }));
}

/** "the lock of example.com/dep@v1.0.0, held by `sleep` (pid 21, 2 s)" */
function waitsFor(wait: Wait): string | null {
  const next = nextOf(wait)
    .slice(0, 3)
    .map(({ process }) => processText(process))
    .join(' and ');
  if (wait.kind === 'lock') return `${waitText(wait)}${next === '' ? '' : `, held by ${next}`}`;
  return waitText(wait) ?? (next === '' ? null : next);
}

function locksOf({ files }: ProcessFact): readonly string[] {
  return [...new Set(files.filter(({ lock }) => lock !== null).map(({ path }) => lockName(path)))];
}
