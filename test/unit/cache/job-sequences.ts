/**
 * Jobs of one repository with different needs, in any order and concurrently, on a store with GitHub's rules; for
 * archives of zips, and for those of extracted modules.
 */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { joinNewest } from '../../../src/cache/archive/join-newest.ts';
import { type JobNeeds, type NeedId, noFamily, serves } from '../../../src/cache/modules/module-needs.ts';
import {
  type HeldModules,
  type ModulesPlan,
  nothingHeld,
  planModules,
  type SizedFile,
} from '../../../src/cache/modules/plan-modules.ts';
import { zipsToKeep } from '../../../src/cache/modules/zips-to-keep.ts';
import { GitHubStore } from './a-github-store.ts';

const main = 'refs/heads/main';
const pulls = ['refs/pull/7/merge', 'refs/pull/8/merge'];
const prefix = 'unlatch-modules-3--';
const thriftOf = ({ ref }: Job) =>
  ref === main ? { abovePercent: 10, onlyForNew: false } : { abovePercent: 50, onlyForNew: true };

/** A job at its start: which module files it has, and what it will need. */
interface Job {
  /** Which module files it checks out; null: none. */
  readonly family: number | null;
  readonly deps: number;
  /** What cache-dependency-path adds to its key. */
  readonly besidesKey: number;
  /** The modules that it downloads, of those that its module files name. */
  readonly listed: readonly number[];
  /** Modules of `go install TOOL@VERSION`. */
  readonly tools: readonly number[];
  /** It asks for the zips of extracted modules too, as `go mod download` does. */
  readonly asksForZips: boolean;
  readonly ref: string;
  /** It restores its archive before it checks out. */
  readonly isLate: boolean;
}

const modulesOfAll = 40;
const bytesOf = (module: number) => 1000 * (1 + ((module * 7919) % 50));
const zipOf = (module: number): SizedFile => ({
  path: `cache/download/m${module}/@v/v1.zip`,
  bytes: bytesOf(module),
});
const treeOf = (module: number): readonly SizedFile[] => [
  { path: `m${module}@v1/go.mod`, bytes: 100 },
  { path: `m${module}@v1/m.go`, bytes: 20 * bytesOf(module) },
];
const textOf = (module: number): SizedFile => ({ path: `cache/download/m${module}/@v/v1.mod`, bytes: 100 });

type Form = 'zips' | 'trees';

/** What the archive should have for the job, to spare it all downloads. */
const needsOf = ({ listed, tools, asksForZips }: Job, form: Form): readonly SizedFile[] =>
  [...new Set([...listed, ...tools])].flatMap((module) => [
    ...(form === 'trees' ? treeOf(module) : []),
    ...(form === 'zips' || asksForZips ? [zipOf(module)] : []),
    textOf(module),
  ]);

/** What the job chooses for the archive at its end. */
function chosenBy(one: Job, form: Form, { files }: HeldModules): readonly SizedFile[] {
  if (form === 'zips') return needsOf(one, form);
  const modules = [...new Set([...one.listed, ...one.tools])];
  const zips = modules.map((module) => {
    const treeWasRestored = treeOf(module).every(({ path }) => files.has(path));
    const wasRestored = files.has(zipOf(module).path);
    const isFetched = !wasRestored && (one.asksForZips || !treeWasRestored);
    const isListed = one.listed.includes(module);
    return { module: String(module), isListed, isFetched, wasRestored, treeWasRestored, hasTree: true };
  });
  const kept = zipsToKeep(zips.filter(({ isFetched, wasRestored }) => isFetched || wasRestored));
  return modules.flatMap((module) => [
    ...treeOf(module),
    ...(kept.has(String(module)) ? [zipOf(module)] : []),
    textOf(module),
  ]);
}

const idOf = (one: Job): NeedId => (one.isLate ? listedByOf({ ...one, family: null }) : listedByOf(one));

const listedByOf = ({ family, deps, besidesKey }: Job): NeedId =>
  family === null
    ? { family: noFamily, deps: '-', key: `-${besidesKey}` }
    : { family: `f${family}`, deps: `d${deps}`, key: `d${deps}-${besidesKey}` };

/** The modules that a module file names. They are the same for all jobs: two jobs of one family and state differ in what they download. */
const listOf = (family: number, deps: number) =>
  Array.from({ length: modulesOfAll }, (_, module) => module).filter(
    (module) => createHash('sha256').update(`${family} ${deps} ${module}`).digest().readUInt8(0) % 4 === 0,
  );

const job: fc.Arbitrary<Job> = fc
  .record({
    family: fc.oneof({ weight: 4, arbitrary: fc.nat(1) }, { weight: 1, arbitrary: fc.constant(null) }),
    deps: fc.nat(1),
    besidesKey: fc.nat(1),
    ref: fc.oneof({ weight: 6, arbitrary: fc.constant(main) }, { weight: 1, arbitrary: fc.constantFrom(...pulls) }),
    share: fc.array(fc.boolean(), { minLength: modulesOfAll, maxLength: modulesOfAll }),
    fetchesAll: fc.boolean(),
    isLate: fc.nat(5).map((of) => of === 0),
    asksForZips: fc.nat(3).map((of) => of === 0),
    tools: fc.uniqueArray(fc.nat(modulesOfAll - 1), { maxLength: 4 }),
  })
  .map(({ share, fetchesAll, ...rest }) => ({
    ...rest,
    listed: rest.family === null ? [] : listOf(rest.family, rest.deps).filter((module) => fetchesAll || share[module]),
  }));

/** A running job: it has its archive, and has not yet reported its needs. */
interface Running {
  readonly job: Job;
  readonly key: string | null;
  readonly held: HeldModules;
  readonly hit: 'exact' | 'prefix' | 'miss';
}

/** A repository with its store. Each step uses the functions of restore and save. */
export class Repository {
  readonly store: GitHubStore<HeldModules>;
  readonly #mayDelete: boolean;
  readonly #form: Form;
  /** All jobs that have run: a deletion may not take what they need. */
  readonly #jobs = new Set<Job>();

  constructor(quotaBytes: number, mayDelete: boolean, form: Form) {
    this.store = new GitHubStore(quotaBytes, main);
    this.#mayDelete = mayDelete;
    this.#form = form;
  }

  start(one: Job): Running {
    this.#jobs.add(one);
    const found = this.store.find([prefix], one.ref);
    const held = found?.content ?? nothingHeld;
    const hit = found === null ? 'miss' : serves(held.needs, idOf(one)) ? 'exact' : 'prefix';
    return { job: one, key: found?.key ?? null, held, hit };
  }

  /** @returns the second half of a save: with overlapping uploads, others may come in between. */
  async prepare({ job: one, key, held }: Running): Promise<() => void> {
    const own = chosenBy(one, this.#form, held);
    const isListed = new Set(one.listed.flatMap((module) => pathsOf(module)));
    const needs: JobNeeds = {
      id: idOf(one),
      listedBy: listedByOf(one),
      listed: own.flatMap(({ path }) => (isListed.has(path) ? [path] : [])),
      besides: own.flatMap(({ path }) => (isListed.has(path) ? [] : [path])),
    };
    const { plan, after, replaces } = await joinNewest<HeldModules, ModulesPlan>(
      { key, content: held },
      {
        plan: (content) => planModules(content, needs, own, thriftOf(one), this.store.day),
        lacks: () => false,
        findNewest: async () => this.store.find([prefix], one.ref)?.key ?? null,
        open: async () => this.store.find([prefix], one.ref),
      },
    );
    return () => {
      if (!plan.worth.save) return;
      const files = new Map(plan.files.map((file) => [file.path, file]));
      const half = modulesIn(files).find(
        (module) => new Set(treeOf(module).map(({ path }) => files.has(path))).size > 1,
      );
      if (half !== undefined) throw new Error(`half of m${half} is saved by ${show(one)}`);
      const content: HeldModules = { files, needs: plan.needs };
      const bytes = [...files.values()].reduce((sum, file) => sum + file.bytes, 0);
      if (!this.store.put(`${prefix}${digestOf(content, after)}`, one.ref, bytes, content)) return;
      for (const old of this.#mayDelete ? replaces : []) this.#delete(old, one);
    };
  }

  async run(one: Job): Promise<Running['hit']> {
    const running = this.start(one);
    (await this.prepare(running))();
    return running.hit;
  }

  /** Deletes an archive. Afterwards each job must still find what it found before. */
  #delete(key: string, by: Job): void {
    const found = (one: Job) => {
      const { files, needs } = this.store.find([prefix], one.ref)?.content ?? nothingHeld;
      const own = needsOf(one, this.#form).filter(({ path }) => files.has(path));
      return { served: serves(needs, idOf(one)), own: own.length };
    };
    const before = [...this.#jobs].map((one) => ({ one, ...found(one) }));
    this.store.delete(key, by.ref);
    for (const { one, served, own } of before) {
      const after = found(one);
      if (after.own < own || (served && !after.served))
        throw new Error(`${key} was deleted, and ${show(one)} needs it`);
    }
  }
}

function digestOf({ files, needs }: HeldModules, after: string | null): string {
  const text = JSON.stringify([
    after,
    [...files.keys()].sort(),
    needs.lines.map((line) => ({ ...line, paths: [...line.paths].sort() })),
    needs.left,
    [...needs.besides].sort(),
  ]);
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

const show = (one: Job) => JSON.stringify(one);

const pathsOf = (module: number) => [...treeOf(module), zipOf(module), textOf(module)].map(({ path }) => path);

function modulesIn(files: ReadonlyMap<string, SizedFile>): readonly number[] {
  return Array.from({ length: modulesOfAll }, (_, module) => module).filter((module) =>
    pathsOf(module).some((path) => files.has(path)),
  );
}

interface Sequence {
  readonly form: Form;
  readonly jobs: readonly Job[];
  /** What happens before the rounds: which jobs, in turns, started together, or with overlapping uploads. */
  readonly before: readonly {
    readonly how: 'in turns' | 'together' | 'overlapping';
    readonly which: readonly number[];
  }[];
  readonly daysBetween: readonly number[];
  /** The order of the jobs in each round. */
  readonly orders: readonly (readonly number[])[];
  readonly roundsTogether: boolean;
  readonly mayDelete: boolean;
  readonly tightQuota: boolean;
}

const sequence: fc.Arbitrary<Sequence> = fc.array(job, { minLength: 1, maxLength: 7 }).chain((jobs) =>
  fc.record({
    form: fc.constantFrom('zips' as const, 'trees' as const),
    jobs: fc.constant(jobs),
    before: fc.array(
      fc.record({
        how: fc.constantFrom('in turns' as const, 'together' as const, 'overlapping' as const),
        which: fc.array(fc.nat(jobs.length - 1), { maxLength: 6 }),
      }),
      { maxLength: 4 },
    ),
    daysBetween: fc.array(fc.constantFrom(0, 0, 1, 6, 8, 20), { minLength: 4, maxLength: 4 }),
    orders: fc.array(
      fc.shuffledSubarray(
        jobs.map((_, index) => index),
        { minLength: jobs.length, maxLength: jobs.length },
      ),
      { minLength: 5, maxLength: 5 },
    ),
    roundsTogether: fc.boolean(),
    mayDelete: fc.boolean(),
    tightQuota: fc.boolean(),
  }),
);

/**
 * Checks for every sequence:
 * - After two rounds of all jobs, or three for extracted modules, each hit is `exact`, and nothing more is uploaded.
 * - Each job finds all that it needs, except what is not worth an upload.
 * - No deletion has taken anything that a job had found.
 * - For each ref, the store contains at most 1.3 times what the jobs need together: at once if deleting is allowed, else
 *   after a week.
 *
 * @throws an error with the shortest sequence found that fails.
 */
export async function runJobSequences(count: number, seed: number): Promise<void> {
  await fc.assert(fc.asyncProperty(sequence, checkSequence), { numRuns: count, seed, endOnFailure: count > 5000 });
}

async function checkSequence(drawn: Sequence): Promise<void> {
  const { form, jobs, before, daysBetween, orders, roundsTogether, mayDelete, tightQuota } = drawn;
  const needed = new Map(jobs.flatMap((one) => needsOf(one, form)).map(({ path, bytes }) => [path, bytes]));
  const union = [...needed.values()].reduce((sum, bytes) => sum + bytes, 0);
  // The quota fits an archive of each ref and the one that it replaces. Without the right to delete, the store must evict.
  const refs = new Set(jobs.map(({ ref }) => ref)).size;
  const repository = new Repository(
    tightQuota ? refs * (2.5 * union + 1000) : Number.POSITIVE_INFINITY,
    mayDelete,
    form,
  );
  const { store } = repository;
  const runAll = async (which: readonly number[], how: Sequence['before'][number]['how']) => {
    const chosen = which.flatMap((index) => jobs[index] ?? []);
    if (how === 'in turns') {
      for (const one of chosen) await repository.run(one);
      return;
    }
    const running = chosen.map((one) => repository.start(one));
    if (how === 'together') {
      for (const one of running) (await repository.prepare(one))();
      return;
    }
    const uploads: (() => void)[] = [];
    for (const one of running) uploads.push(await repository.prepare(one));
    for (const upload of uploads) upload();
  };
  for (const [index, { how, which }] of before.entries()) {
    await runAll(which, how);
    store.pass(daysBetween[index] ?? 0);
  }
  // That a job asks for zips shows only where the extracted modules have been restored.
  const rounds = form === 'trees' ? 3 : 2;
  for (const order of orders.slice(0, rounds)) await runAll(order, roundsTogether ? 'together' : 'in turns');

  const uploads = store.uploads;
  for (const order of orders.slice(rounds)) {
    for (const index of order) {
      const one = jobs[index] as Job;
      const running = repository.start(one);
      // A pull request uses the archives of its base, and saves its own only if that is worthwhile.
      if (running.hit !== 'exact' && one.ref === main) throw new Error(`still ${running.hit}: ${show(one)}`);
      if (lostShare(running, form) > thriftOf(one).abovePercent) throw new Error(`lost: ${show(one)}`);
      (await repository.prepare(running))();
    }
  }
  if (store.uploads !== uploads) throw new Error('each run uploads something');
  if (mayDelete && before.every(({ how }) => how !== 'overlapping') && tooMany() !== null)
    throw new Error(tooMany() ?? '');
  // If deleting is not allowed, or uploads have overlapped, the store evicts what no lookup finds.
  let later = tooMany();
  for (let turn = 0; turn < 10; turn++) {
    store.pass(6);
    for (const index of orders[turn % orders.length] ?? []) {
      const one = jobs[index] as Job;
      // At the quota, a new save of main may evict a pull request's own archive.
      const mayLose = tightQuota && one.ref !== main;
      if (!mayLose && lostShare(repository.start(one), form) > 50) throw new Error(`lost later: ${show(one)}`);
      await repository.run(one);
    }
    later = later === null ? null : tooMany();
  }
  if (later !== null) throw new Error(later);
  // Two or three renewal periods, in each of which a job reports its needs once.
  if (store.uploads > uploads + 4 * jobs.length) throw new Error(`${store.uploads - uploads} uploads in 60 days`);

  function tooMany(): string | null {
    for (const ref of new Set(store.archives.map((one) => one.ref))) {
      const bytes = store.archives.filter((one) => one.ref === ref).reduce((sum, one) => sum + one.bytes, 0);
      if (bytes > 1.3 * union) return `${bytes} bytes in ${ref} for needs of ${union}`;
    }
    return null;
  }
}

/** The share of the needed bytes that the job did not find, in percent; on main also that of the zips alone. */
function lostShare({ job: one, held }: Running, form: Form): number {
  // With the zips that others need: they count as its own when it decides whether to save.
  const own = chosenBy(one, form, held);
  const sum = (files: readonly SizedFile[]) => files.reduce((bytes, file) => bytes + file.bytes, 0);
  const lost = (of: readonly SizedFile[]) =>
    of.length === 0 ? 0 : (100 * sum(of.filter(({ path }) => !held.files.has(path)))) / sum(of);
  const zips =
    form === 'trees' && one.ref === main ? needsOf(one, form).filter(({ path }) => path.endsWith('.zip')) : [];
  return Math.max(lost(own), lost(zips));
}
