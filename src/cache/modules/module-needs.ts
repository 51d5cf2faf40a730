/**
 * One module archive serves all jobs of a repository. It records which job needs what, and a job
 * that saves it changes only its own needs. So two jobs with different needs converge on one
 * archive that holds both.
 */

import { moduleTreeOf } from './module-unit.ts';

/** Identifies a job's needs before the job has done anything. */
export interface NeedId {
  /**
   * Hash of the paths of the repository's module files: the same for all jobs that check out the
   * same. `noFamily`: no such file.
   */
  readonly family: string;
  /** Hash of their contents. */
  readonly deps: string;
  /** Hash of their contents and of the user's own files (cache-dependency-path). */
  readonly key: string;
}

export const noFamily = 'none';

/** What the module files of one family require in one state. */
export interface ModuleLine {
  readonly family: string;
  readonly deps: string;
  /** The `NeedId.key`s of the jobs it has served, newest first. */
  readonly keys: readonly string[];
  /** When a job last needed this, in days since 1970. */
  readonly day: number;
  /**
   * A job came back to this state after another one of the same files had replaced it: both are in
   * use.
   */
  readonly returned: boolean;
  readonly paths: ReadonlySet<string>;
}

export interface ModuleNeeds {
  readonly lines: readonly ModuleLine[];
  /** Replaced states, newest first. */
  readonly left: readonly Pick<ModuleLine, 'family' | 'deps'>[];
  /**
   * What jobs need but no module file names, as for `go install TOOL@VERSION`: path to the day a
   * job last needed it.
   */
  readonly besides: ReadonlyMap<string, number>;
}

export const noNeeds: ModuleNeeds = { lines: [], left: [], besides: new Map() };

/** What a job needed. */
export interface JobNeeds {
  readonly id: NeedId;
  /**
   * The module files that name what is `listed`. Differs from `id` if the job checked out or
   * changed them after the restore.
   */
  readonly listedBy: NeedId;
  /** Paths that its module files name. */
  readonly listed: readonly string[];
  /** Other paths that it needed. */
  readonly besides: readonly string[];
}

/**
 * How long an unconfirmed need lasts, such as that of a replaced tool version or of a deleted job.
 */
export const daysOfANeed = 60;

/**
 * A job confirms its needs once per period, long before they would be forgotten. All jobs do so in
 * the first days of it: each confirmation is an upload, and an archive that cannot be deleted stays
 * in the store for another week.
 */
const daysOfAPeriod = 30;
const daysBeforeRenewal = 10;

const mostLeft = 16;
const mostKeys = 32;

const isSame = (one: Pick<ModuleLine, 'family' | 'deps'>, other: Pick<ModuleLine, 'family' | 'deps'>) =>
  one.family === other.family && one.deps === other.deps;

/** Whether the archive holds what an earlier job with this id needed. */
export function serves({ lines }: ModuleNeeds, id: NeedId): boolean {
  return lines.some((line) => isSame(line, id) && line.keys.includes(id.key));
}

/**
 * The needs after a job. Removes only needs that are too old, and those of the same module files in
 * another state, as after a dependency bump. If a job comes back to such a state, as in a matrix
 * that checks out two branches, both stay from then on.
 *
 * @param day today, in days since 1970
 */
export function needsAfter(known: ModuleNeeds, { id, listedBy, listed, besides }: JobNeeds, day: number): ModuleNeeds {
  const first = needsOfOne(known, { id, listed: isSame(id, listedBy) ? listed : [], besides }, day);
  return isSame(id, listedBy) ? first : needsOfOne(first, { id: listedBy, listed, besides: [] }, day);
}

function needsOfOne(known: ModuleNeeds, job: Omit<JobNeeds, 'listedBy'>, day: number): ModuleNeeds {
  const alive = known.lines.filter((line) => line.day >= day - daysOfANeed);
  const before = alive.find((line) => isSame(line, job.id));
  const returned = before?.returned === true || known.left.some((one) => isSame(one, job.id));
  const others = alive.filter((line) => line !== before);
  const isReplaced = (line: ModuleLine) =>
    line.family === job.id.family && job.id.family !== noFamily && !returned && !line.returned;
  const own: ModuleLine = {
    family: job.id.family,
    deps: job.id.deps,
    keys: [job.id.key, ...(before?.keys ?? []).filter((key) => key !== job.id.key)].slice(0, mostKeys),
    day,
    returned,
    // Two jobs with the same id may need different parts.
    paths: new Set([...(before?.paths ?? []), ...job.listed]),
  };
  const left = [...others.filter(isReplaced), ...known.left.filter((one) => !isSame(one, job.id))];
  const besides = new Map([...known.besides].filter(([, last]) => last >= day - daysOfANeed));
  for (const path of job.besides) besides.set(path, day);
  // Reading a tool's go.mod again leaves no trace, so these are confirmed together.
  if (job.besides.length > 0) for (const path of besides.keys()) if (isText(path)) besides.set(path, day);
  return {
    lines: [own, ...others.filter((line) => !isReplaced(line))],
    left: left.slice(0, mostLeft).map(({ family, deps }) => ({ family, deps })),
    besides,
  };
}

function isText(path: string): boolean {
  // An extracted module has a go.mod, too, which is nothing without the rest.
  return moduleTreeOf(path) === null && (path.endsWith('.mod') || path.endsWith('.info'));
}

/** All paths that some job needs. */
export function neededPaths({ lines, besides }: ModuleNeeds): ReadonlySet<string> {
  return new Set([...lines.flatMap(({ paths }) => [...paths]), ...besides.keys()]);
}

/** Whether this job should confirm its needs, so that the archive does not forget them. */
export function isRenewalDue({ lines, besides }: ModuleNeeds, job: JobNeeds, day: number): boolean {
  const period = (one: number) => Math.floor(one / daysOfAPeriod);
  const isOld = (last: number | undefined) =>
    last !== undefined && period(last) < period(day) && last <= day - daysBeforeRenewal;
  const ofIds = lines.filter((line) => isSame(line, job.id) || isSame(line, job.listedBy));
  return ofIds.some((line) => isOld(line.day)) || job.besides.some((path) => isOld(besides.get(path)));
}
