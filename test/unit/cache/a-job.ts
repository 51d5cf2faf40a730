/** A random job of one repository: what it needs, what it asks for, and what it chooses to save. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { type NeedId, noFamily } from '../../../src/cache/modules/module-needs.ts';
import type { HeldModules, SizedFile } from '../../../src/cache/modules/plan-modules.ts';
import { zipsToKeep } from '../../../src/cache/modules/zips-to-keep.ts';
import { modulesOfAll, textOf, treeOf, zipOf } from './some-modules.ts';

export const main = 'refs/heads/main';
const pulls = ['refs/pull/7/merge', 'refs/pull/8/merge'];

export const thriftOf = ({ ref }: Job) =>
  ref === main ? { abovePercent: 10, onlyForNew: false } : { abovePercent: 50, onlyForNew: true };

/** A job at its start: which module files it has, and what it will need. */
export interface Job {
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

export type Form = 'zips' | 'trees';

/** What the archive should have for the job, to spare it all downloads. */
export const needsOf = ({ listed, tools, asksForZips }: Job, form: Form): readonly SizedFile[] =>
  [...new Set([...listed, ...tools])].flatMap((module) => [
    ...(form === 'trees' ? treeOf(module) : []),
    ...(form === 'zips' || asksForZips ? [zipOf(module)] : []),
    textOf(module),
  ]);

/** What the job chooses for the archive at its end. */
export function chosenBy(one: Job, form: Form, { files }: HeldModules): readonly SizedFile[] {
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

export const idOf = (one: Job): NeedId => (one.isLate ? listedByOf({ ...one, family: null }) : listedByOf(one));

export const listedByOf = ({ family, deps, besidesKey }: Job): NeedId =>
  family === null
    ? { family: noFamily, deps: '-', key: `-${besidesKey}` }
    : { family: `f${family}`, deps: `d${deps}`, key: `d${deps}-${besidesKey}` };

/** The modules that a module file names. They are the same for all jobs: two jobs of one family and state differ in what they download. */
const listOf = (family: number, deps: number) =>
  Array.from({ length: modulesOfAll }, (_, module) => module).filter(
    (module) => createHash('sha256').update(`${family} ${deps} ${module}`).digest().readUInt8(0) % 4 === 0,
  );

export const job: fc.Arbitrary<Job> = fc
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

export const show = (one: Job) => JSON.stringify(one);
