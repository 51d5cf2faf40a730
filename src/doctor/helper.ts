/**
 * The programs that go and gopls start and wait for without a limit of time, and that are not the work which the user asked for (a
 * compiler, a test): a helper that does nothing holds up whoever started it. One that works for long is no fault.
 */
import { basename } from 'node:path';
import { isMoving, treeOf } from './moving.ts';
import { type Pace, paceOf } from './network-wait.ts';
import type { ProcessFact, Snapshot } from './snapshot.ts';

export interface Helper {
  readonly role: HelperRole;
  readonly process: ProcessFact;
  readonly pace: Pace;
}

export type HelperRole = 'git' | 'its GOCACHEPROG' | 'the packages driver';

/** What a child is to its parent. Null: its work, as a compiler, a test or `go list` is. */
export function helperRoleOf(child: ProcessFact, parent: ProcessFact, siblings: number): HelperRole | null {
  if (parent.name === 'gopls') return isPackagesDriver(child, parent) ? 'the packages driver' : null;
  if (parent.name !== 'go') return null;
  if (child.name === 'git') return isRemoteGit(child) ? 'git' : null;
  return isCacheProg(child, parent, siblings) ? 'its GOCACHEPROG' : null;
}

/** Null: it is at work, or has not been idle for long enough. */
export function idleHelper(process: ProcessFact, role: HelperRole, snapshot: Snapshot): Helper | null {
  const tree = treeOf(process, snapshot);
  if (tree.some(isMoving)) return null;
  // Since when it does nothing nobody knows but by what it last received; its age is the most that it can be.
  const heard = tree.flatMap(({ connections }) => connections.flatMap(({ silentMs }) => silentMs ?? []));
  const pace = paceOf(Math.min(process.ageMs, ...heard), process.ageMs);
  return pace === null ? null : { role, process, pace };
}

/** Local commands of git do not wait for anybody. */
function isRemoteGit({ command }: ProcessFact): boolean {
  return command.some((word) => /^(fetch|clone|ls-remote|remote|archive|submodule)$/.test(word));
}

function isCacheProg(child: ProcessFact, { env, settings }: ProcessFact, siblings: number): boolean {
  const named = settings?.['GOCACHEPROG'] || env?.['GOCACHEPROG'] || '';
  if (named === '') return false;
  const [program = ''] = named.trim().split(/\s+/);
  if (child.command.some((word) => word !== '' && basename(word) === basename(program))) return true;
  // A script that has become another program, such as sleep, goes by that program's name. While go works, more than it is there.
  return siblings === 1 && child.name !== 'git' && child.name !== 'go';
}

function isPackagesDriver(child: ProcessFact, parent: ProcessFact): boolean {
  if (/^(go|git|gopls)$/.test(child.name)) return false;
  if (child.command.some((word) => basename(word) === 'gopackagesdriver')) return true;
  const named = parent.env?.['GOPACKAGESDRIVER'];
  return named !== undefined && named !== '' && named !== 'off';
}
