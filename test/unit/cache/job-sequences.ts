/**
 * Jobs of one repository with different needs, in any order and concurrently, on a store with GitHub's rules; for
 * archives of zips, and for those of extracted modules.
 */
import fc from 'fast-check';
import type { SizedFile } from '../../../src/cache/modules/plan-modules.ts';
import { chosenBy, type Form, type Job, job, main, needsOf, show, thriftOf } from './a-job.ts';
import { Repository, type Running } from './a-repository.ts';

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
