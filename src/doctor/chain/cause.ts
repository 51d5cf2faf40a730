/**
 * Causes: the end of each wait chain that does not move, with all its waiters. One cause makes one
 * finding, however many processes wait.
 */

import type { ProcessFact } from '../process-fact.ts';
import type { Snapshot } from '../snapshot.ts';
import { processText, waitText } from '../text/process-text.ts';
import { isLintLock } from './lint-lock.ts';
import { holderState, type Link, linksOf, nextOf, type State, stateOf } from './wait-chain.ts';

export interface Cause {
  /** The process at the end, with what it waits for. */
  readonly root: Link;
  /** 'slow': it may continue by itself. */
  readonly state: Exclude<State, 'moving'>;
  /** All processes whose chains end here, the nearest first, without the root. */
  readonly waiters: readonly Link[];
  /** An orphan that holds a lock: the root or a process on the way to it. */
  readonly orphan: ProcessFact | null;
}

const known = new WeakMap<Snapshot, readonly Cause[]>();

/** The gravest first, then those with the most waiters. */
export function causesOf(snapshot: Snapshot): readonly Cause[] {
  const before = known.get(snapshot);
  if (before !== undefined) return before;
  const found = new Map<
    number,
    { root: Link; state: Cause['state']; waiters: Map<number, number>; between: Set<number> }
  >();
  for (const link of linksOf(snapshot).values()) {
    for (const path of pathsFrom(link, snapshot)) {
      const root = path.at(-1) ?? link;
      const state = rootState(path, snapshot);
      if (state === 'moving') continue;
      const cause = found.get(root.process.pid) ?? { root, state, waiters: new Map(), between: new Set() };
      if (state === 'stuck') cause.state = 'stuck';
      path.slice(0, -1).forEach(({ process: { pid } }, index) => {
        const distance = path.length - 1 - index;
        cause.waiters.set(pid, Math.min(distance, cause.waiters.get(pid) ?? distance));
      });
      for (const { process } of path) cause.between.add(process.pid);
      found.set(root.process.pid, cause);
    }
  }
  const links = linksOf(snapshot);
  const causes = [...found.values()].map(({ root, state, waiters, between }): Cause => {
    const near = [...waiters].sort(([a, far], [b, farther]) => far - farther || a - b);
    const orphan = [...between].flatMap((pid) => links.get(pid)?.process ?? []).find(isOrphanHolder) ?? null;
    return { root, state, orphan, waiters: near.flatMap(([pid]) => links.get(pid) ?? []) };
  });
  causes.sort(
    (a, b) => Number(b.state === 'stuck') - Number(a.state === 'stuck') || b.waiters.length - a.waiters.length,
  );
  known.set(snapshot, causes);
  return causes;
}

/** "gopls (pid 3, …) waits for `go list` (pid 411, …)", one line per waiter. */
export function consequencesOf({ waiters }: Cause): readonly string[] {
  return waiters.map(({ process, wait }) => {
    const next = nextOf(wait).map((link) => processText(link.process));
    const held = wait.kind === 'lock' ? `${waitText(wait)}, held by ${next.join(' and ')}` : next.join(' and ');
    return `${processText(process)} waits for ${held}`;
  });
}

/** The pids of a finding: the cause first, then its waiters. */
export function pidsOf({ root, waiters }: Cause): readonly number[] {
  return [root.process.pid, ...waiters.map(({ process }) => process.pid)];
}

/** golangci-lint's lock has its own finding: no go or gopls waits for it. */
export function isOrphanHolder({ orphan, state, files }: ProcessFact): boolean {
  return orphan && state !== 'Z' && files.some(({ lock, path }) => lock !== null && !isLintLock(path));
}

/** All paths from a waiter to an end, along links that do not move. */
function pathsFrom(link: Link, snapshot: Snapshot): readonly (readonly Link[])[] {
  const next = nextOf(link.wait).filter((other) =>
    link.wait.kind === 'lock' ? holderState(other, snapshot) !== 'moving' : stateOf(other, snapshot) !== 'moving',
  );
  if (next.length === 0) return [[link]];
  return next.flatMap((other) => pathsFrom(other, snapshot).map((path) => [link, ...path]));
}

/** An idle lock holder is stuck only if someone waits for its lock, so the link before counts too. */
function rootState(path: readonly Link[], snapshot: Snapshot): State {
  const [root, before] = [path.at(-1), path.at(-2)];
  if (root === undefined) return 'moving';
  const own = stateOf(root, snapshot);
  if (own !== 'moving') return own;
  return before?.wait.kind === 'lock' ? holderState(root, snapshot) : 'moving';
}
