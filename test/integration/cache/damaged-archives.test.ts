import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cp, rm } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { manifestName, readManifest, writeManifest } from '../../../src/cache/archive/manifest.ts';
import { type CacheKind, cacheKinds, type PerKind, perKind } from '../../../src/cache/kind.ts';
import { restoreCaches } from '../../../src/cache/restore.ts';
import { saveCaches } from '../../../src/cache/save.ts';
import { pathsOf, write, writeEntry, writeStamp } from '../../unit/cache/a-gopls-cache.ts';
import { type AModule, always, aModule, publish } from './a-module.ts';
import { type Mutation, mutate, mutations } from './mutate-archive.ts';

let module: AModule;
/** A copy of the saved store. */
let good: string;
/** What a good restore leaves in each cache. */
let whole: PerKind<string>;

beforeAll(async () => {
  const plain = await aModule({
    'go.mod': 'module example.com/m\n\ngo 1.24\n\nrequire example.com/dep v1.0.0\n',
    'm.go': 'package m\n\nimport "example.com/dep"\n\nconst X = dep.Y\n',
    'a/a.go': 'package a\n\nimport "example.com/m"\n\nconst Z = m.X\n',
  });
  const home = dirname(plain.gocache);
  const env = { ...plain.env, GOLANGCI_LINT_CACHE: join(home, 'lint'), GOPLSCACHE: home };
  module = { ...plain, env, request: { ...plain.request, env, lint: 'on', gopls: 'on' } };
  await publish(module, 'example.com/dep', 'v1.0.0', { 'dep.go': 'package dep\n\nconst Y = 1\n' });
  await module.go('mod tidy');
  await module.commit();
  await module.freshHome();
  const restored = await restoreCaches(module.request);
  await module.go('build ./...');
  // golangci-lint's cache is a fork of go's, so go's entries have its format.
  await module.go('vet ./...', { GOCACHE: folderOf('lint') });
  for (let index = 0; index < 20; index++) {
    writeEntry(folderOf('gopls'), { executable, kind: 'export', recipe: `${index}`, value: `${index}`.repeat(99) });
  }
  writeStamp(folderOf('gopls'), executable);
  await saveCaches(module.request, restored, always);
  good = join(module.folder, 'good');
  await cp(module.storeFolder, good, { recursive: true });
  await module.freshHome();
  await restoreCaches(module.request);
  whole = perKind(contentOf);
}, 300_000);
afterAll(async () => {
  await module?.[Symbol.asyncDispose]();
});

const executable = '3bb8df75';

function folderOf(kind: CacheKind): string {
  const home = dirname(module.gocache);
  return { modules: module.gomodcache, build: module.gocache, lint: join(home, 'lint'), gopls: join(home, 'gopls') }[
    kind
  ];
}

/** A digest of all files of one cache with their bytes, without what go itself writes into an empty one. */
function contentOf(kind: CacheKind): string {
  const folder = folderOf(kind);
  const hash = createHash('sha256');
  if (!existsSync(folder)) return hash.digest('hex');
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory() && !['trim.txt', 'README'].includes(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  for (const path of paths.sort()) hash.update(`${path}\n`).update(readFileSync(path));
  return hash.digest('hex');
}

// Law: nothing of a damaged archive reaches go or stays behind, and the job continues cold and says why.
/** Each mutation meets each kind of cache once; UNLATCH_MUTATIONS=64 runs more. */
const mutationCount = Number(process.env['UNLATCH_MUTATIONS'] ?? 32);

it('notices every mutated archive, or finds all in it as it was saved', async () => {
  const outside = join(module.folder, 'outside');
  const nothing = createHash('sha256').digest('hex');
  let noticed = 0;
  let harmless = 0;
  const places = fc.sample(fc.tuple(fc.nat(9999), fc.nat(9999)), { seed: 20_261_123, numRuns: mutationCount });
  for (const [index, [which, where]] of places.entries()) {
    const mutation = mutations[index % mutations.length] as Mutation;
    const kind = cacheKinds[Math.floor(index / mutations.length) % cacheKinds.length] as CacheKind;
    const name = `${mutation}, ${kind}, ${which}, ${where}`;
    await module.freshHome();
    await rm(module.storeFolder, { recursive: true });
    await cp(good, module.storeFolder, { recursive: true });
    for (const archive of readdirSync(module.storeFolder).filter((file) => file.startsWith(`unlatch-${kind}-`))) {
      const path = join(module.storeFolder, archive);
      writeFileSync(path, await mutate(readFileSync(path), mutation, which / 1e4, where / 1e4, outside));
    }
    const restored = await restoreCaches(module.request);
    expect(existsSync(outside), `${name}: nothing is written outside`).toBe(false);
    expect(existsSync(join(module.stagingFolder, kind)), `${name}: nothing is left in staging`).toBe(false);
    if (restored[kind].hit === 'exact') {
      harmless++;
      expect(contentOf(kind), name).toBe(whole[kind]);
    } else {
      noticed++;
      expect([restored[kind].hit, restored[kind].why], name).toEqual(['damaged', expect.stringMatching(/\S/)]);
      expect(contentOf(kind), name).toBe(nothing);
    }
    for (const other of cacheKinds.filter((one) => one !== kind)) {
      expect(restored[other].hit, `${name}: ${other}`).toBe('exact');
    }
  }
  expect(noticed + harmless).toBe(mutationCount);
  expect(noticed).toBeGreaterThanOrEqual(0.85 * mutationCount);
}, 600_000);

it('takes the archive of another kind for what it is', async () => {
  await module.freshHome();
  await rm(module.storeFolder, { recursive: true });
  await cp(good, module.storeFolder, { recursive: true });
  const names = readdirSync(module.storeFolder).sort();
  const contents = names.map((name) => readFileSync(join(module.storeFolder, name)));
  for (const [index, name] of names.entries()) {
    writeFileSync(join(module.storeFolder, name), contents[(index + 1) % names.length] as Buffer);
  }
  const restored = await restoreCaches(module.request);
  expect(cacheKinds.map((kind) => restored[kind].hit)).toEqual(cacheKinds.map(() => 'damaged'));
  expect(await module.go('build ./...')).not.toMatch(/error/);
});

/** Intact archives whose manifest matches; only the paths and their meaning are wrong. */
const forged: Readonly<Record<string, (unpacked: string) => void>> = {
  'another kind of path': (at) => write(at, 'x/y', 'z'),
  'a folder beside those of executables': (at) => write(at, `../gopls/${executable}/README`, 'z'),
  'a digest in the wrong folder': (at) => write(at, `${executable}/00/${'f'.repeat(64)}-cas`, 'z'),
  'an entry that names nothing': (at) => write(at, `${executable}/ff/${'f'.repeat(64)}-export`, Buffer.alloc(32, 1)),
  'an entry that is cut': (at) => write(at, `${executable}/ff/${'f'.repeat(64)}-export`, Buffer.alloc(31, 1)),
  'an empty stamp, which would end gopls': (at) => write(at, `${executable}/exe.sha256`, ''),
  'the stamp of another executable': (at) => write(at, `${executable}/exe.sha256`, Buffer.alloc(32, 1)),
  'a content that only another executable has': (at) => {
    const { index } = pathsOf({ executable, kind: 'export', recipe: '0', value: '' });
    write(at, index.replace(executable, '00c0ffee'), readFileSync(join(at, index)));
  },
};

for (const [what, forge] of Object.entries(forged)) {
  it(`refuses an archive of gopls with ${what}`, async () => {
    await module.freshHome();
    await rm(module.storeFolder, { recursive: true });
    await cp(good, module.storeFolder, { recursive: true });
    await forgeArchive('gopls', forge);
    const restored = await restoreCaches(module.request);
    expect(restored.gopls).toMatchObject({ hit: 'damaged', why: expect.stringMatching(/^rejected the archive: \S/) });
    expect(existsSync(folderOf('gopls'))).toBe(false);
  });
}

it.each(['fuzz/example.com/m/FuzzX/seed', 'testexpire.txt', 'README', `00/${'0'.repeat(64)}-d/tool`])(
  'refuses an archive of golangci-lint with %s',
  async (path) => {
    await module.freshHome();
    await rm(module.storeFolder, { recursive: true });
    await cp(good, module.storeFolder, { recursive: true });
    await forgeArchive('lint', (at) => write(at, path, 'x'));
    expect((await restoreCaches(module.request)).lint.why).toBe(
      `rejected the archive: ${path} is not a path of the lint cache`,
    );
  },
);

/** Unpacks the archive, changes it, writes a new manifest, and replaces the good archive with it. */
async function forgeArchive(kind: CacheKind, change: (unpacked: string) => void): Promise<void> {
  const { request, folder } = module;
  const root = join(folder, 'forged');
  await rm(root, { recursive: true, force: true });
  mkdirSync(root);
  const got = await request.store.fetch({ kind, root, key: `unlatch-${kind}-`, prefixes: [] });
  if (got.outcome !== 'hit') throw new Error(`there is no archive of ${kind}`);
  const unpacked = join(root, kind);
  const { generations } = readManifest(unpacked, kind);
  change(unpacked);
  rmSync(join(unpacked, manifestName));
  const files = readdirSync(unpacked, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const entries = files.map((entry) => {
    const path = join(entry.parentPath, entry.name);
    const content = readFileSync(path);
    const crc = crc32(content).toString(16).padStart(8, '0');
    return { path: relative(unpacked, path), bytes: content.length, crc32: crc, costMs: 0, unusedFor: 0 };
  });
  writeManifest(unpacked, { kind, generations, entries });
  await rm(join(module.storeFolder, `${encodeURIComponent(got.matchedKey)}.tar.zst`));
  await request.store.put({ kind, root, key: got.matchedKey });
}
