/** What became of one leftover. */
import { errnoOf } from '../errors.ts';
import { describeProcess, type Process } from './process/processes.ts';
import type { Kind, Residue } from './residue.ts';

export interface BusyProcess {
  readonly pid: number;
  readonly command: string;
  readonly ageMs: number;
  readonly container: string | null;
}

/**
 * `planned`: of a dry run. `gone`: somebody else removed it. `changed`: it is not what it was any more, and stays.
 * `busy`: a lock is held, or a process is at it. `failed`: the system said no.
 */
export type CleanOutcome = 'planned' | 'removed' | 'gone' | 'changed' | 'busy' | 'failed';

export interface CleanItem {
  readonly path: string;
  readonly kind: Kind;
  readonly reason: string;
  readonly bytes: number;
  readonly outcome: CleanOutcome;
  /** What kept it from being removed. */
  readonly why: string | null;
  readonly holders: readonly BusyProcess[];
}

export function ended(one: Residue, outcome: CleanOutcome, why: string | null): CleanItem {
  const { path, kind, reason, bytes } = one;
  return { path, kind, reason, bytes, outcome, why, holders: [] };
}

export function busy(one: Residue, holders: readonly Process[]): CleanItem {
  const nowMs = Date.now();
  const named = holders.map((process) => describeProcess(process, nowMs));
  const by =
    named.length === 0 ? 'a process that cannot be seen from here (another user, another container)' : named.join('; ');
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
  ['EACCES', 'not permitted; the files belong to somebody else, or their folder is read-only'],
  ['EPERM', 'not permitted; the files belong to somebody else, or their folder is read-only'],
  ['EROFS', 'the filesystem is read-only'],
  ['EXDEV', 'something else is mounted below it'],
  ['EBUSY', 'something is mounted on it'],
  ['ELOOP', 'its lock file, or a folder on the way to it, is no plain one'],
  ['ENOTEMPTY', 'something was written into it meanwhile'],
]);

export function outcomeOf(code: string): [CleanOutcome, string | null] {
  if (code === 'ENOENT' || code === 'ENOTDIR') return ['gone', null];
  return ['failed', words.get(code) ?? `the system says ${code}`];
}
