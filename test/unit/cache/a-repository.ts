/** A repository whose jobs restore and save their modules, on a store with the rules of GitHub. */
import { createHash } from 'node:crypto';
import { joinNewest } from '../../../src/cache/archive/join-newest.ts';
import { type JobNeeds, serves } from '../../../src/cache/modules/module-needs.ts';
import {
  type HeldModules,
  type ModulesPlan,
  nothingHeld,
  planModules,
} from '../../../src/cache/modules/plan-modules.ts';
import { GitHubStore } from './a-github-store.ts';
import { chosenBy, type Form, idOf, type Job, listedByOf, main, needsOf, show, thriftOf } from './a-job.ts';
import { modulesIn, pathsOf, treeOf } from './some-modules.ts';

const prefix = 'unlatch-modules-3--';

/** A running job: it has its archive, and has not yet reported its needs. */
export interface Running {
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
