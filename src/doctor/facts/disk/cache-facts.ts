/**
 * Signs of trouble in the caches. A cache may hold a million files, so this reads only the modules in
 * the workspace's go.sum, one folder each, and a sample of GOCACHE.
 */
import { constants, type Stats } from 'node:fs';
import { access, lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CacheFact, LeftFact } from '../../cache-fact.ts';
import { damagedOutputs, quickBound } from './damage/damaged-outputs.ts';
import { leftOfVersion } from './damage/left-of-version.ts';
import { foreignFiles } from './foreign-files.ts';
import { type GocacheFile, sampleOfGocache } from './gocache-files.ts';
import { orNothing } from './or-nothing.ts';
import { oldestReadOnlyModule } from './read-only-module.ts';

const modulesLimit = 2000;
const day = 24 * 60 * 60 * 1000;

export interface CachePaths {
  readonly folder: string;
  readonly gomodcache: string | null;
  readonly gocache: string | null;
  readonly gopls: string | null;
  readonly tmpdir: string;
}

export const emptyCache: CacheFact = {
  left: [],
  withoutSum: [],
  foreign: [],
  readOnlyModule: null,
  trimAgeMs: null,
  entries: { seen: 0, olderThan5Days: 0, restored: 0 },
  damaged: [],
  folk: [],
};

/**
 * May never settle if a filesystem does not answer.
 * @param now milliseconds, as Date.now() gives them.
 */
export async function readCache(paths: CachePaths, now: number): Promise<CacheFact> {
  const { gomodcache, gocache, gopls, folder } = paths;
  const [ofModules, ofGit, ofGopls, missing, foreign, readOnlyModule, trimAgeMs, sample, folk] = await Promise.all([
    gomodcache === null ? [] : leftOfModules(folder, gomodcache, now),
    gomodcache === null ? [] : leftOfGit(gomodcache, now),
    gopls === null ? [] : leftOfGopls(gopls, now),
    withoutSum(folder),
    foreignFiles(paths),
    gomodcache === null ? null : oldestReadOnlyModule(gomodcache, now),
    gocache === null ? null : trimAge(gocache, now),
    gocache === null ? emptyCache : sampled(gocache, now),
    folkFiles(paths),
  ]);
  return {
    left: [...ofModules, ...ofGit, ...ofGopls],
    withoutSum: missing,
    foreign,
    readOnlyModule,
    trimAgeMs,
    entries: sample.entries,
    damaged: sample.damaged,
    folk,
  };
}

interface Module {
  readonly path: string;
  readonly version: string;
}

/** Modules of go.sum: "github.com/Azure/x v1.0.0 h1:…", and the same with "/go.mod". */
async function modulesOf(folder: string): Promise<readonly Module[]> {
  const seen = new Map<string, Module>();
  for (const file of ['go.sum', 'go.work.sum']) {
    for (const line of (await text(join(folder, file))).split('\n')) {
      const [path, version] = line.split(' ');
      if (path === undefined || version === undefined || seen.size >= modulesLimit) continue;
      const plain = version.replace(/\/go\.mod$/, '');
      seen.set(`${path}@${plain}`, { path, version: plain });
    }
  }
  return [...seen.values()];
}

/** Each requirement has its own line, in a block or after "require". Source: go.dev/ref/mod#go-mod-file. */
async function withoutSum(folder: string): Promise<readonly string[]> {
  const known = new Set((await modulesOf(folder)).map(({ path, version }) => `${path}@${version}`));
  return (await text(join(folder, 'go.mod')))
    .split('\n')
    .flatMap((line) => {
      const [, path, version] = /^\s*(?:require\s+)?([^\s/][^\s]*\.[^\s]*)\s+(v\d\S*)\s*(?:\/\/.*)?$/.exec(line) ?? [];
      return path === undefined ? [] : [`${path}@${version}`];
    })
    .filter((module) => !known.has(module));
}

async function leftOfModules(folder: string, gomodcache: string, now: number): Promise<readonly LeftFact[]> {
  const modules = await modulesOf(folder);
  const left: LeftFact[] = [];
  for (const path of new Set(modules.map((module) => module.path))) {
    const own = join(gomodcache, 'cache/download', escaped(path), '@v');
    const files = await names(own);
    if (files.length === 0) continue;
    if (!(await writable(own))) left.push({ kind: 'not writable', path: own, of: path, ageMs: 0, busy: false });
    for (const { version } of modules.filter((module) => module.path === path)) {
      const prefix = escaped(version);
      const tree = join(gomodcache, `${escaped(path)}@${prefix}`);
      left.push(...(await leftOfVersion({ folder: own, names: files, prefix, tree, of: `${path}@${version}` }, now)));
    }
  }
  return left;
}

const gitLocks = ['shallow.lock', 'config.lock', 'packed-refs.lock', 'index.lock', 'HEAD.lock'];

/** git's own lock files, left by a crashed git. They are files, not flocks, and do block. */
async function leftOfGit(gomodcache: string, now: number): Promise<readonly LeftFact[]> {
  const vcs = join(gomodcache, 'cache/vcs');
  const left: LeftFact[] = [];
  for (const repository of await names(vcs)) {
    if (!/^[0-9a-f]{64}$/.test(repository)) continue;
    for (const name of gitLocks) {
      const path = join(vcs, repository, name);
      const ageMs = await age(path, now);
      if (ageMs === null) continue;
      const url = /^git3?:(\S+)/.exec(await text(join(vcs, `${repository}.info`)))?.[1];
      left.push({ kind: 'git lock', path, of: url ?? repository, ageMs, busy: false });
    }
  }
  return left;
}

/** Empty exe.sha256 files: created but never written, they make every gopls of that version exit. */
async function leftOfGopls(gopls: string, now: number): Promise<readonly LeftFact[]> {
  const left: LeftFact[] = [];
  for (const hash of await names(gopls)) {
    const path = join(gopls, hash, 'exe.sha256');
    const found = await stat(path);
    if (found === null || found.size > 0) continue;
    left.push({ kind: 'empty gopls index', path, of: hash, ageMs: now - found.mtimeMs, busy: false });
  }
  return left;
}

/** Age by the seconds in trim.txt, not by its mtime. Source: cmd/go/internal/cache/cache.go, Trim. */
async function trimAge(gocache: string, now: number): Promise<number | null> {
  const seconds = /^\s*(\d+)\s*$/.exec(await text(join(gocache, 'trim.txt')))?.[1];
  return seconds === undefined ? null : now - Number(seconds) * 1000;
}

async function sampled(gocache: string, now: number): Promise<Pick<CacheFact, 'entries' | 'damaged'>> {
  const files = await sampleOfGocache(gocache);
  const { damaged } = await damagedOutputs(gocache, files, now, quickBound);
  return { entries: ages(files, now), damaged };
}

/** An entry's mtime is the day of its last use. Source: cmd/go/internal/cache/cache.go, used. */
function ages(files: readonly GocacheFile[], now: number): CacheFact['entries'] {
  const old = files.filter(({ stat }) => now - stat.mtimeMs > 5 * day);
  const restored = old.filter(({ stat }) => now - stat.ctimeMs < day);
  return { seen: files.length, olderThan5Days: old.length, restored: restored.length };
}

/** Names that folk advice mistakes for locks. cmd/go, gopls and editors use no such name. */
async function folkFiles({ folder, gomodcache, gocache, gopls, tmpdir }: CachePaths): Promise<readonly string[]> {
  const hashes = gopls === null ? [] : await names(gopls);
  const paths = [
    ...(gopls === null
      ? []
      : ['.', ...hashes].flatMap((at) => [join(gopls, at, 'gopls.pid'), join(gopls, at, 'gopls.sock')])),
    ...(await names(tmpdir)).filter((name) => /^gopls-.*\.sock$/.test(name)).map((name) => join(tmpdir, name)),
    join(folder, '.vscode/go/lock'),
    ...(gomodcache === null ? [] : [join(gomodcache, '.cache/v2/lock')]),
    ...(gocache === null ? [] : [join(gocache, 'lock'), join(gocache, '00/lock')]),
  ];
  const found = await Promise.all(paths.map(stat));
  return paths.filter((_, index) => found[index] !== null);
}

/** Upper-case letters are escaped. Source: golang.org/x/mod/module, EscapePath. */
function escaped(path: string): string {
  return path.replace(/[A-Z]/g, (letter) => `!${letter.toLowerCase()}`);
}

function stat(path: string): Promise<Stats | null> {
  return orNothing(lstat(path));
}

async function age(path: string, now: number): Promise<number | null> {
  const found = await stat(path);
  return found === null ? null : now - found.mtimeMs;
}

async function names(path: string): Promise<readonly string[]> {
  return (await orNothing(readdir(path))) ?? [];
}

async function text(path: string): Promise<string> {
  return (await orNothing(readFile(path, 'utf8'))) ?? '';
}

async function writable(path: string): Promise<boolean> {
  return (await orNothing(access(path, constants.W_OK).then(() => true))) ?? false;
}
