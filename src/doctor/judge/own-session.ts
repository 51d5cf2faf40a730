/**
 * Why the session that unlatch opened is stuck. A diagnosis leaves out unlatch's own processes, but
 * what they wait for is evidence, and sometimes the only evidence.
 */

import { isMoving } from '../chain/moving.ts';
import { withoutAside, worksFor } from '../facts/subject.ts';
import type { Finder, Finding } from '../finding.ts';
import type { ProcessFact } from '../process-fact.ts';
import type { Step } from '../remedy/remedy.ts';
import type { Snapshot } from '../snapshot.ts';
import { verdictOf } from './verdict.ts';

/** @param found the findings without the session. */
export function sessionFindings(
  whole: Snapshot,
  finders: readonly Finder[],
  found: readonly Finding[],
): readonly Finding[] {
  const pid = whole.session?.pid ?? null;
  if (pid === null || whole.session?.stuck === null) return [];
  const own = treeIn(whole, pid);
  const seen = {
    ...withoutAside({ ...whole, processes: whole.processes.map((one) => asSubject(one, own)) }),
    session: null,
  };
  return finders
    .flatMap((find) => find(seen))
    .filter(({ severity, pids }) => severity !== 'note' && pids.some((one) => own.has(one)))
    .filter((finding) => !found.some((other) => isSame(other, finding, seen)))
    .map((finding) => ofSession(finding, seen, own));
}

function treeIn({ processes }: Snapshot, root: number): ReadonlySet<number> {
  const tree = new Set([root]);
  // A child may have a lower pid than its parent.
  for (let before = 0; before !== tree.size; ) {
    before = tree.size;
    for (const { pid, ppid } of processes) if (tree.has(ppid)) tree.add(pid);
  }
  return tree;
}

function asSubject(process: ProcessFact, own: ReadonlySet<number>): ProcessFact {
  return own.has(process.pid) && process.aside === 'unlatch' ? { ...process, aside: null } : process;
}

/** The same cause blocks other processes too, or the editor's gopls has a cause of the same kind. */
function isSame(other: Finding, { id, pids }: Finding, { processes, folder }: Snapshot): boolean {
  if (other.id !== id || other.severity === 'note') return false;
  return processes.some(
    (process) => other.pids.includes(process.pid) && (pids.includes(process.pid) || worksFor(process, folder)),
  );
}

/** Whether the session's processes were still working when unlatch gave up: slow, not stuck. */
export function sessionMoves(whole: Snapshot): boolean {
  const pid = whole.session?.pid ?? null;
  const own = pid === null ? new Set() : treeIn(whole, pid);
  return whole.processes.some((process) => own.has(process.pid) && isMoving(process));
}

function ofSession(finding: Finding, seen: Snapshot, own: ReadonlySet<number>): Finding {
  const [root] = own;
  const chain = verdictOf(seen, [finding]).replace(/\.$/, '');
  const session = 'the session that unlatch opened';
  const named = chain.replace(new RegExp(`^gopls \\(pid ${root}\\b[^)]*\\)`), session);
  return {
    ...finding,
    summary: named === chain ? `${session} is stuck: ${finding.summary}` : named,
    consequences: finding.consequences.filter((line) => !line.startsWith(`gopls (pid ${root},`)),
    // The session's processes have ended with it.
    remedy: finding.remedy.flatMap((step): readonly Step[] => {
      if (step.kind !== 'signal') return [step];
      const processes = step.processes.filter(({ pid }) => !own.has(pid));
      return processes.length === 0 ? [] : [{ ...step, processes }];
    }),
  };
}
