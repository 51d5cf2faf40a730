/**
 * One archive of modules serves all jobs of a repository: it says who needs what of it, and a job that saves it anew
 * changes its own needs alone. Two jobs with different needs so come to one archive that holds both, and rest there.
 */

/** By what a job's needs are known before the job has done anything. */
export interface NeedId {
  /** Of the names of the repository's module files: jobs that check out the same have the same. `noFamily` for no such file. */
  readonly family: string;
  /** Of their contents. */
  readonly deps: string;
  /** Of their contents and of what the user names besides (cache-dependency-path). */
  readonly key: string;
}

export const noFamily = 'none';

/** What the module files of one family in one state name. */
export interface ModuleLine {
  readonly family: string;
  readonly deps: string;
  /** The `NeedId.key`s of the jobs that it has served, the newest first. */
  readonly keys: readonly string[];
  /** When a job last said that it needs this, in days since 1970. */
  readonly day: number;
  /** A job came back to it after another state of the same files had taken its place: both are alive. */
  readonly returned: boolean;
  readonly paths: ReadonlySet<string>;
}

export interface ModuleNeeds {
  readonly lines: readonly ModuleLine[];
  /** States whose place another one has taken, the newest first. */
  readonly left: readonly Pick<ModuleLine, 'family' | 'deps'>[];
  /** What jobs need that no module file names, as for `go install TOOL@VERSION`, by path: the day on which a job last did. */
  readonly besides: ReadonlyMap<string, number>;
}

export const noNeeds: ModuleNeeds = { lines: [], left: [], besides: new Map() };

/** What a job has needed. */
export interface JobNeeds {
  readonly id: NeedId;
  /** Whose module files named what is `listed`: as `id`, but where the job has checked out, or changed them, only after it asked for the archive. */
  readonly listedBy: NeedId;
  /** Paths that its module files name. */
  readonly listed: readonly string[];
  /** Paths that it needed besides. */
  readonly besides: readonly string[];
}

/** How long a need lasts of which nobody says anything: what a tool needed that has had a newer version since, or a job that is no more. */
export const daysOfANeed = 60;

/**
 * Once in such a time a job says again what it needs, long before it would be forgotten. All do so in the first days of it: each
 * time is an upload, and an archive that may not be deleted lies in the store for another week.
 */
const daysOfAPeriod = 30;
const daysBeforeRenewal = 10;

const mostLeft = 16;
const mostKeys = 32;

const isSame = (one: Pick<ModuleLine, 'family' | 'deps'>, other: Pick<ModuleLine, 'family' | 'deps'>) =>
  one.family === other.family && one.deps === other.deps;

/** Whether a job of this id has been served before: then the archive holds what it needed then. */
export function serves({ lines }: ModuleNeeds, id: NeedId): boolean {
  return lines.some((line) => isSame(line, id) && line.keys.includes(id.key));
}

/**
 * The needs after a job. Nobody else's are taken away, but for those that are too old, and those of the same module
 * files in another state: it was a bump of a dependency. Where a job comes back to such a state, as in a matrix that checks out
 * two branches, both stay from then on.
 *
 * @param day today
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
    // Two jobs that nothing tells apart beforehand may need different parts.
    paths: new Set([...(before?.paths ?? []), ...job.listed]),
  };
  const left = [...others.filter(isReplaced), ...known.left.filter((one) => !isSame(one, job.id))];
  const besides = new Map([...known.besides].filter(([, last]) => last >= day - daysOfANeed));
  for (const path of job.besides) besides.set(path, day);
  // A go.mod that was read for a tool's module graph leaves no trace when it is read again.
  if (job.besides.length > 0) for (const path of besides.keys()) if (isText(path)) besides.set(path, day);
  return {
    lines: [own, ...others.filter((line) => !isReplaced(line))],
    left: left.slice(0, mostLeft).map(({ family, deps }) => ({ family, deps })),
    besides,
  };
}

function isText(path: string): boolean {
  return path.endsWith('.mod') || path.endsWith('.info');
}

/** All that somebody needs. */
export function neededPaths({ lines, besides }: ModuleNeeds): ReadonlySet<string> {
  return new Set([...lines.flatMap(({ paths }) => [...paths]), ...besides.keys()]);
}

/** Whether the archive would forget, in a while, what this job has just needed. */
export function isRenewalDue({ lines, besides }: ModuleNeeds, job: JobNeeds, day: number): boolean {
  const period = (one: number) => Math.floor(one / daysOfAPeriod);
  const isOld = (last: number | undefined) =>
    last !== undefined && period(last) < period(day) && last <= day - daysBeforeRenewal;
  const ofIds = lines.filter((line) => isSame(line, job.id) || isSame(line, job.listedBy));
  return ofIds.some((line) => isOld(line.day)) || job.besides.some((path) => isOld(besides.get(path)));
}
