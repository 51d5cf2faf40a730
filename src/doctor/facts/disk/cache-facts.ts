/**
 * Signs of trouble in the caches. A cache may hold a million files, so this reads only the modules in
 * the workspace's go.sum, one folder each, and a sample of GOCACHE.
 */
import { constants, type Stats } from 'node:fs';
import { access, lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { errnoOf } from '../../../errors.ts';
import type { CacheFact, LeftFact } from '../../cache-fact.ts';
import { foreignFiles } from './foreign-files.ts';
import { oldestReadOnlyModule } from './read-only-module.ts';

const modulesLimit = 2000;
const sampleEntries = 500;
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
  folk: [],
};

/**
 * May never settle if a filesystem does not answer.
 * @param now milliseconds, as Date.now() gives them.
 */
export async function readCache(paths: CachePaths, now: number): Promise<CacheFact> {
  const { gomodcache, gocache, gopls, folder } = paths;
  const [ofModules, ofGit, ofGopls, missing, foreign, readOnlyModule, trimAgeMs, entries, folk] = await Promise.all([
    gomodcache === null ? [] : leftOfModules(folder, gomodcache, now),
    gomodcache === null ? [] : leftOfGit(gomodcache, now),
    gopls === null ? [] : leftOfGopls(gopls, now),
    withoutSum(folder),
    foreignFiles(paths),
    gomodcache === null ? null : oldestReadOnlyModule(gomodcache, now),
    gocache === null ? null : trimAge(gocache, now),
    gocache === null ? emptyCache.entries : sample(gocache, now),
    folkFiles(paths),
  ]);
  return {
    left: [...ofModules, ...ofGit, ...ofGopls],
    withoutSum: missing,
    foreign,
    readOnlyModule,
    trimAgeMs,
    entries,
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
      left.push(...(await leftOfVersion(gomodcache, path, version, files, now)));
    }
  }
  return left;
}

/** @param files the names in the module's folder @v. */
async function leftOfVersion(
  gomodcache: string,
  path: string,
  version: string,
  files: readonly string[],
  now: number,
): Promise<readonly LeftFact[]> {
  const prefix = escaped(version);
  const left: LeftFact[] = [];
  for (const name of files) {
    if (!name.startsWith(`${prefix}.`)) continue;
    const file = join(gomodcache, 'cache/download', escaped(path), '@v', name);
    const found = await stat(file);
    const kind = found === null ? null : kindOf(name.slice(prefix.length + 1), found.size);
    if (found === null || kind === null) continue;
    // An empty zip next to the extracted folder is harmless: only `go mod verify` complains.
    if (kind === 'empty zip' && (await stat(join(gomodcache, `${escaped(path)}@${prefix}`))) !== null) continue;
    left.push({ kind, path: file, of: `${path}@${version}`, ageMs: now - found.mtimeMs, busy: false });
  }
  return left;
}

function kindOf(suffix: string, size: number): LeftFact['kind'] | null {
  // "zip123.tmp", up to Go 1.16 "zip.tmp123", "info456.tmp"
  if (/^(zip|info|mod|ziphash)?\.?\d*\.?tmp\d*$/.test(suffix)) return 'tmp';
  if (suffix === 'partial') return 'partial';
  if (size === 0 && suffix === 'zip') return 'empty zip';
  return size === 0 && suffix === 'mod' ? 'empty mod' : null;
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

/** An entry's mtime is the day of its last use. Source: cmd/go/internal/cache/cache.go, used. */
async function sample(gocache: string, now: number): Promise<CacheFact['entries']> {
  let seen = 0;
  let old = 0;
  let restored = 0;
  // Names are hashes, so any folder is a fair sample; a small cache is read whole.
  for (let folder = 0; folder < 256 && seen < sampleEntries; folder += 1) {
    const own = join(gocache, folder.toString(16).padStart(2, '0'));
    const entries = (await names(own)).slice(0, sampleEntries).map((name) => stat(join(own, name)));
    for (const entry of await Promise.all(entries)) {
      if (entry === null) continue;
      seen += 1;
      if (now - entry.mtimeMs <= 5 * day) continue;
      old += 1;
      if (now - entry.ctimeMs < day) restored += 1;
    }
  }
  return { seen, olderThan5Days: old, restored };
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
  return orNothing(lstat(path), null);
}

async function age(path: string, now: number): Promise<number | null> {
  const found = await stat(path);
  return found === null ? null : now - found.mtimeMs;
}

function names(path: string): Promise<readonly string[]> {
  return orNothing(readdir(path), []);
}

function text(path: string): Promise<string> {
  return orNothing(readFile(path, 'utf8'), '');
}

async function writable(path: string): Promise<boolean> {
  return (await orNothing(access(path, constants.W_OK), 'no')) !== 'no';
}

/** Treats unreadable as missing: go cannot read it either. */
async function orNothing<T, N>(read: Promise<T>, nothing: N): Promise<T | N> {
  try {
    return await read;
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return nothing;
  }
}
