/** The result for one leftover. */
import { errnoOf } from '../errors.ts';
import { describeProcess } from '../process/describe-process.ts';
import type { Process } from '../process/proc/process-table.ts';
import type { Kind, Residue } from './residue.ts';

export interface BusyProcess {
  readonly pid: number;
  readonly command: string;
  readonly ageMs: number;
  readonly container: string | null;
}

/**
 * `planned`: in a dry run. `gone`: something else removed it. `changed`: it is no longer what was
 * listed, and stays. `busy`: its lock is held, or a process uses it. `failed`: the system refused.
 */
export type CleanOutcome = 'planned' | 'removed' | 'gone' | 'changed' | 'busy' | 'failed';

export interface CleanItem {
  readonly path: string;
  readonly kind: Kind;
  readonly reason: string;
  readonly bytes: number;
  readonly outcome: CleanOutcome;
  /** Why it was not removed. */
  readonly why: string | null;
  readonly holders: readonly BusyProcess[];
  /** It lies in a read-only layer below an overlay: its removal frees nothing. */
  readonly isInLayer?: boolean;
}

export function ended(one: Residue, outcome: CleanOutcome, why: string | null): CleanItem {
  const { path, kind, reason, bytes } = one;
  return { path, kind, reason, bytes, outcome, why, holders: [] };
}

export function busy(one: Residue, holders: readonly Process[]): CleanItem {
  const nowMs = Date.now();
  const named = holders.map((process) => describeProcess(process, nowMs));
  const by =
    named.length === 0 ? 'a process that is not visible from here (another user or container)' : named.join('; ');
  return {
    ...ended(one, 'busy', `held by ${by}`),
    holders: holders.map(({ pid, command, startedMs, container }) => ({
      pid,
      command,
      ageMs: Math.max(0, nowMs - startedMs),
      container,
    })),
  };
}

export function codeOf(error: unknown): string {
  const code = errnoOf(error);
  if (code === undefined) throw error;
  return code;
}

const words: ReadonlyMap<string, string> = new Map([
  ['EACCES', 'not permitted; the files belong to another user, or their folder is read-only'],
  ['EPERM', 'not permitted; the files belong to another user, or their folder is read-only'],
  ['EROFS', 'the filesystem is read-only'],
  ['EXDEV', 'something else is mounted below it'],
  ['EBUSY', 'something is mounted on it'],
  ['ELOOP', 'its lock file is not a regular file, or its path has a symlink'],
  ['ENOTEMPTY', 'something was written into it meanwhile'],
]);

export function outcomeOf(code: string): [CleanOutcome, string | null] {
  if (code === 'ENOENT' || code === 'ENOTDIR') return ['gone', null];
  return ['failed', words.get(code) ?? `the system returned ${code}`];
}
