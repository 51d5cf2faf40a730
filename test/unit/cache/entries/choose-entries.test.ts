import { mkdtempSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { nothing } from '../../../../src/cache/accounting.ts';
import type { KnownEntries } from '../../../../src/cache/archive/selection.ts';
import { chooseGoplsEntries, newestWithin } from '../../../../src/cache/entries/choose-entries.ts';
import { readGoplsEntries } from '../../../../src/cache/entries/gopls-entries.ts';
import { markGoplsEntries } from '../../../../src/cache/entries/mark-gopls-entries.ts';
import type { RestoredCache } from '../../../../src/cache/restored-caches.ts';
import { type EntryPaths, write, writeEntry, writeStamp } from '../a-gopls-cache.ts';

const [one, other] = ['3bb8df75', '00c0ffee'];
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gopls-cache-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const entry = (executable: string, recipe: string, value = recipe) =>
  writeEntry(folder, { executable, kind: 'export', recipe, value });

/** What a restore leaves: all of it known, and marked. */
function restoredNow(entries: readonly { readonly paths: EntryPaths; readonly unusedFor?: number }[]) {
  const markMs = markGoplsEntries(folder, Date.now(), null);
  const known: KnownEntries = new Map(
    entries.flatMap(({ paths, unusedFor = 0 }) =>
      [paths.index, paths.content].map((path) => [path, { path, bytes: 0, crc32: '', costMs: 100, unusedFor }]),
    ),
  );
  const cache: RestoredCache = {
    kind: 'gopls',
    hit: 'prefix',
    why: '',
    isFault: false,
    folder,
    key: { key: '', prefixes: [], parts: [], need: null },
    matchedKey: null,
    restored: nothing,
    alreadyThere: 0,
    archiveBytes: null,
    ms: 0,
    generations: [],
    markMs,
    layer: null,
  };
  return { cache, known, startedMs: Date.now() - 1 };
}

/** As gopls does at a look-up. */
function use({ index, content }: EntryPaths): void {
  for (const path of [index, content]) utimesSync(join(folder, path), new Date(), new Date());
}

const unusedFors = (files: readonly { readonly path: string; readonly unusedFor: number }[]) =>
  Object.fromEntries(files.map(({ path, unusedFor }) => [path, unusedFor]));

it('carries on for three archives what was not used, where others of that gopls were', () => {
  const [used, unused, tired] = [entry(one, 'used'), entry(one, 'unused'), entry(one, 'tired')];
  const stamp = writeStamp(folder, one);
  const { cache, known, startedMs } = restoredNow([
    { paths: used, unusedFor: 2 },
    { paths: unused, unusedFor: 2 },
    { paths: tired, unusedFor: 3 },
  ]);
  use(used);
  const selection = chooseGoplsEntries(cache, startedMs, known);
  expect(unusedFors(selection.files)).toEqual({
    [used.index]: 0,
    [used.content]: 0,
    [unused.index]: 3,
    [unused.content]: 3,
    [stamp]: 0,
  });
  expect(selection.swept.entries).toBe(2);
});

it('leaves out all of a gopls that the job did not run, and its stamp', () => {
  const [used, gone] = [entry(one, 'used'), entry(other, 'gone')];
  writeStamp(folder, other);
  const { cache, known, startedMs } = restoredNow([{ paths: used }, { paths: gone }]);
  use(used);
  const selection = chooseGoplsEntries(cache, startedMs, known);
  expect(selection.files.map(({ path }) => path).sort()).toEqual([used.content, used.index].sort());
});

it('leaves out what lay there before and was in no archive, when the job had no use for it', () => {
  const [used, stranger] = [entry(one, 'used'), entry(one, 'stranger')];
  const { cache, known, startedMs } = restoredNow([{ paths: used }]);
  use(used);
  expect(unusedFors(chooseGoplsEntries(cache, startedMs, known).files)).not.toHaveProperty([stranger.index]);
});

it('tells what the job made from what it only looked up', () => {
  const used = entry(one, 'used');
  const { cache, known, startedMs } = restoredNow([{ paths: used }]);
  use(used);
  const made = entry(one, 'made');
  const isNew = new Map(chooseGoplsEntries(cache, startedMs, known).files.map((file) => [file.path, file.isNew]));
  expect([used.index, used.content, made.index, made.content].map((path) => isNew.get(path))).toEqual([
    false,
    false,
    true,
    true,
  ]);
});

it('packs no entry without its content, none that gopls would not read, and no stamp that would end it', () => {
  const good = entry(one, 'good');
  const { cache, known, startedMs } = restoredNow([]);
  use(good);
  const gone = entry(one, 'gone');
  rmSync(join(folder, gone.content));
  const cut = entry(one, 'cut');
  write(folder, cut.index, 'x');
  // A gopls that is killed as it starts for the first time leaves it empty.
  write(folder, `${one}/exe.sha256`, '');
  const paths = chooseGoplsEntries(cache, startedMs, known).files.map(({ path }) => path);
  expect(paths.sort()).toEqual([good.content, good.index].sort());
});

it('bounds an archive to what was used last', () => {
  for (const [index, name] of ['oldest', 'middle', 'newest'].entries()) {
    const paths = entry(one, name, name.padEnd(1000));
    utimesSync(join(folder, paths.index), 1000 + index, 1000 + index);
  }
  const entries = readGoplsEntries(folder);
  const newestFirst = [...entries.actions].sort((a, b) => b.mtimeMs - a.mtimeMs).map(({ path }) => path);
  expect([...newestWithin(entries, 2 * 1032)]).toEqual(newestFirst.slice(0, 2));
  expect(newestWithin(entries, 2 * 1032 - 1).size).toBe(1);
  expect(newestWithin(entries, 3 * 1032).size).toBe(3);
});
