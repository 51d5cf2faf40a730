/** Jobs of one repository with needs of their own, in any order, beside each other too, against a store with GitHub's rules. */
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
import { GitHubStore } from './a-github-store.ts';

const main = 'refs/heads/main';
const pulls = ['refs/pull/7/merge', 'refs/pull/8/merge'];
const prefix = 'unlatch-modules-3--';
const thriftOf = ({ ref }: Job) =>
  ref === main ? { abovePercent: 10, onlyForNew: false } : { abovePercent: 50, onlyForNew: true };

/** What a job is when it starts: which module files it has, and what it will need. */
interface Job {
  /** Which files it checks out; null for none. */
  readonly family: number | null;
  readonly deps: number;
  /** What cache-dependency-path adds to its key. */
  readonly besidesKey: number;
  /** Modules that its module files name, and of which it fetches a part. */
  readonly listed: readonly number[];
  /** Modules of `go install TOOL@VERSION`. */
  readonly tools: readonly number[];
  readonly ref: string;
  /** It asks for its archive before it checks out. */
  readonly isLate: boolean;
}

const modulesOfAll = 40;
const bytesOf = (module: number) => 1000 * (1 + ((module * 7919) % 50));
const filesOf = (modules: readonly number[]): readonly SizedFile[] =>
  modules.flatMap((module) => [
    { path: `cache/download/m${module}/@v/v1.zip`, bytes: bytesOf(module) },
    { path: `cache/download/m${module}/@v/v1.mod`, bytes: 100 },
  ]);

const idOf = (one: Job): NeedId => (one.isLate ? listedByOf({ ...one, family: null }) : listedByOf(one));

const listedByOf = ({ family, deps, besidesKey }: Job): NeedId =>
  family === null
    ? { family: noFamily, deps: '-', key: `-${besidesKey}` }
    : { family: `f${family}`, deps: `d${deps}`, key: `d${deps}-${besidesKey}` };

/** A module file names the same whoever reads it: two jobs of one family and state differ in what they fetch of it. */
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
    tools: fc.uniqueArray(fc.nat(modulesOfAll - 1), { maxLength: 4 }),
  })
  .map(({ share, fetchesAll, ...rest }) => ({
    ...rest,
    listed: rest.family === null ? [] : listOf(rest.family, rest.deps).filter((module) => fetchesAll || share[module]),
  }));

/** A job on its way: it has its archive, and has not yet said what it needed. */
interface Running {
  readonly job: Job;
  readonly key: string | null;
  readonly held: HeldModules;
  readonly hit: 'exact' | 'prefix' | 'miss';
}

/** A repository with its store. Each step is what restoring and saving do, by the same functions. */
export class Repository {
  readonly store: GitHubStore<HeldModules>;
  readonly #mayDelete: boolean;
  /** Of all jobs that have run: what nobody may delete. */
  readonly #jobs = new Set<Job>();

  constructor(quotaBytes: number, mayDelete: boolean) {
    this.store = new GitHubStore(quotaBytes, main);
    this.#mayDelete = mayDelete;
  }

  start(one: Job): Running {
    this.#jobs.add(one);
    const found = this.store.find([prefix], one.ref);
    const held = found?.content ?? nothingHeld;
    const hit = found === null ? 'miss' : serves(held.needs, idOf(one)) ? 'exact' : 'prefix';
    return { job: one, key: found?.key ?? null, held, hit };
  }

  /** @returns the second half of a save: others may come in between, where uploads overlap. */
  async prepare({ job: one, key, held }: Running): Promise<() => void> {
    const own = filesOf([...new Set([...one.listed, ...one.tools])]);
    const isListed = new Set(filesOf(one.listed).map(({ path }) => path));
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

  /** What no job can do without may not be deleted: each must find, afterwards too, all that it found before. */
  #delete(key: string, by: Job): void {
    const found = (one: Job) => {
      const { files, needs } = this.store.find([prefix], one.ref)?.content ?? nothingHeld;
      const own = filesOf([...one.listed, ...one.tools]).filter(({ path }) => files.has(path));
      return { served: serves(needs, idOf(one)), own: own.length };
    };
    const before = [...this.#jobs].map((one) => ({ one, ...found(one) }));
    this.store.delete(key, by.ref);
    for (const { one, served, own } of before) {
      const after = found(one);
      if (after.own < own || (served && !after.served))
        throw new Error(`${key} was deleted, and ${show(one)} asks for it`);
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

interface Sequence {
  readonly jobs: readonly Job[];
  /** Before the rounds, in which anything may happen: which jobs, one after the other, begun together, or with uploads that overlap. */
  readonly before: readonly {
    readonly how: 'in turns' | 'together' | 'overlapping';
    readonly which: readonly number[];
  }[];
  readonly daysBetween: readonly number[];
  /** In which each of the rounds goes. */
  readonly orders: readonly (readonly number[])[];
  readonly roundsTogether: boolean;
  readonly mayDelete: boolean;
  readonly tightQuota: boolean;
}

const sequence: fc.Arbitrary<Sequence> = fc.array(job, { minLength: 1, maxLength: 7 }).chain((jobs) =>
  fc.record({
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
      { minLength: 4, maxLength: 4 },
    ),
    roundsTogether: fc.boolean(),
    mayDelete: fc.boolean(),
    tightQuota: fc.boolean(),
  }),
);

/**
 * What holds for every sequence: after two rounds of all jobs each is `exact`, and nothing is uploaded any more; each finds all that it needs,
 * but for what is not worth an upload; no deletion has taken anything from a job that it had found; and the store holds, for each ref, at most 1.3
 * times what the jobs need together, at once where deleting is allowed, else a week later.
 *
 * @throws with the shortest sequence found, where one does not.
 */
export async function runJobSequences(count: number, seed: number): Promise<void> {
  await fc.assert(fc.asyncProperty(sequence, checkSequence), { numRuns: count, seed, endOnFailure: count > 5000 });
}

async function checkSequence(drawn: Sequence): Promise<void> {
  const { jobs, before, daysBetween, orders, roundsTogether, mayDelete, tightQuota } = drawn;
  const union = filesOf([...new Set(jobs.flatMap(({ listed, tools }) => [...listed, ...tools]))]).reduce(
    (sum, { bytes }) => sum + bytes,
    0,
  );
  // Room for an archive of each ref and the one that it replaces: without the right to delete, the store must evict.
  const refs = new Set(jobs.map(({ ref }) => ref)).size;
  const repository = new Repository(tightQuota ? refs * (2.5 * union + 1000) : Number.POSITIVE_INFINITY, mayDelete);
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
  for (const order of orders.slice(0, 2)) await runAll(order, roundsTogether ? 'together' : 'in turns');

  const uploads = store.uploads;
  for (const order of orders.slice(2)) {
    for (const index of order) {
      const one = jobs[index] as Job;
      const running = repository.start(one);
      // A pull request lives on the archives of its base, and has one of its own only where that pays.
      if (running.hit !== 'exact' && one.ref === main) throw new Error(`still ${running.hit}: ${show(one)}`);
      if (lostShare(running) > thriftOf(one).abovePercent) throw new Error(`lost: ${show(one)}`);
      (await repository.prepare(running))();
    }
  }
  if (store.uploads !== uploads) throw new Error('something is uploaded at each run');
  if (mayDelete && before.every(({ how }) => how !== 'overlapping') && tooMany() !== null)
    throw new Error(tooMany() ?? '');
  // What no look-up finds is asked for by nobody: where deleting is not allowed, or uploads have overlapped, it goes by itself.
  let later = tooMany();
  for (let turn = 0; turn < 10; turn++) {
    store.pass(6);
    for (const index of orders[turn % orders.length] ?? []) {
      const one = jobs[index] as Job;
      // Where the quota is spent, what main says again may push out what a pull request has for itself.
      const mayLose = tightQuota && one.ref !== main;
      if (!mayLose && lostShare(repository.start(one)) > 50) throw new Error(`lost later: ${show(one)}`);
      await repository.run(one);
    }
    later = later === null ? null : tooMany();
  }
  if (later !== null) throw new Error(later);
  // Two or three periods of renewal, in each of which a job says once what it needs.
  if (store.uploads > uploads + 4 * jobs.length) throw new Error(`${store.uploads - uploads} uploads in 60 days`);

  function tooMany(): string | null {
    for (const ref of new Set(store.archives.map((one) => one.ref))) {
      const bytes = store.archives.filter((one) => one.ref === ref).reduce((sum, one) => sum + one.bytes, 0);
      if (bytes > 1.3 * union) return `${bytes} bytes in ${ref} for needs of ${union}`;
    }
    return null;
  }
}

/** Of what the job needs, in percent of the bytes, what it did not find. */
function lostShare({ job: one, held }: Running): number {
  const own = filesOf([...new Set([...one.listed, ...one.tools])]);
  const sum = (files: readonly SizedFile[]) => files.reduce((bytes, file) => bytes + file.bytes, 0);
  return own.length === 0 ? 0 : (100 * sum(own.filter(({ path }) => !held.files.has(path)))) / sum(own);
}
