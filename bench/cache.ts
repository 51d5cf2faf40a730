/**
 * What the caches hold and cost over the releases of a real project, each a job on a fresh HOME, against what others
 * keep. Prints a Markdown table; bench/README.md says how to read it. It takes the better part of an hour, and goes on
 * where it was stopped.
 */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { compare } from 'semver';
import type { CacheRequest } from '../src/cache/request.ts';
import { restoreCaches } from '../src/cache/restore.ts';
import { type SavePolicy, saveCaches } from '../src/cache/save.ts';
import { stabilizeMtimes } from '../src/cache/stabilize-mtimes.ts';
import { findGoOnPath } from '../src/go/go-on-path.ts';
import { hostPlatform } from '../src/go/platform.ts';
import { folderStore } from '../test/integration/cache/a-folder-store.ts';

const { values: options } = parseArgs({
  options: {
    /** How many of the newest releases up to --last. */
    releases: { type: 'string', default: '11' },
    /** How often the last one is built each way, in turns. */
    pairs: { type: 'string', default: '3' },
    /** How often it is built with nothing changed, by ours and by setup-go's. */
    unchanged: { type: 'string', default: '7' },
    folder: { type: 'string', default: join(tmpdir(), 'unlatch-bench') },
    last: { type: 'string', default: 'v3.53.1' },
    first: { type: 'string', default: 'v3.45.4' },
  },
});
const project = 'github.com/go-task/task/v3';
const pairs = Number(options.pairs);
const folder = options.folder;
const at = (name: string) => join(folder, name);
const home = at('home');
const workspace = at('workspace');
const gocache = join(home, 'gocache');
const gomodcache = join(home, 'go/pkg/mod');
/** All that the jobs so far have left in both folders: what an archive holds that nobody trims. */
const heap = at('heap');

const found = await findGoOnPath(process.env, hostPlatform());
if (found === null) throw new Error('a go on PATH is needed');
const go = found.path;
mkdirSync(folder, { recursive: true });

const env = {
  PATH: process.env['PATH'],
  HOME: home,
  GOENV: 'off',
  GOTOOLCHAIN: 'local',
  GOPATH: join(home, 'go'),
  GOCACHE: gocache,
  GOTELEMETRY: 'off',
  ...(found.gosumdb === null ? {} : { GOSUMDB: found.gosumdb }),
  // Modules seen before come from this disk, so that a cold job pays for its building and not for the network.
  GOPROXY: `file://${join(heap, 'modcache/cache/download')},${found.goproxy ?? 'direct'}`,
};

function run(command: string, args: readonly string[], cwd: string, more: Readonly<Record<string, string>> = {}) {
  const begin = performance.now();
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd,
    env: { ...env, ...more },
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  return { status, output: stdout + stderr, ms: performance.now() - begin };
}

function mustRun(command: string, args: readonly string[], cwd: string, more: Readonly<Record<string, string>> = {}) {
  const result = run(command, args, cwd, more);
  if (result.status !== 0) throw new Error(`${command} ${args.join(' ')} failed: ${result.output.slice(-2000)}`);
  return result;
}

function removeAll(path: string): void {
  if (!existsSync(path)) return;
  const visit = (directory: string) => {
    chmodSync(directory, 0o755);
    for (const entry of readdirSync(directory, { withFileTypes: true })) {
      if (entry.isDirectory()) visit(join(directory, entry.name));
    }
  };
  if (lstatSync(path).isDirectory()) visit(path);
  rmSync(path, { recursive: true, force: true });
}

function freshHome(): void {
  removeAll(home);
  mkdirSync(join(home, '.config/go/telemetry'), { recursive: true });
  writeFileSync(join(home, '.config/go/telemetry/mode'), 'off');
}

/** The release as a checkout: git says which tree it is. */
function checkOut(version: string): void {
  const source = { GOMODCACHE: at('sources') };
  const { Dir } = JSON.parse(
    mustRun(go, ['mod', 'download', '-json', `${project}@${version}`], tmpdir(), source).output.replace(
      /^go: .*$/gm,
      '',
    ),
  ) as { readonly Dir: string };
  removeAll(workspace);
  cpSync(Dir, workspace, { recursive: true });
  mustRun('chmod', ['-R', 'u+w', workspace], folder);
  mustRun('git', ['init', '-q', '.'], workspace);
  mustRun('git', ['add', '-A'], workspace);
  // One release is one commit, whenever it is checked out: go stamps it into what it builds.
  const date = { GIT_AUTHOR_DATE: '2026-01-01T00:00:00Z', GIT_COMMITTER_DATE: '2026-01-01T00:00:00Z' };
  mustRun(
    'git',
    ['-c', 'user.name=b', '-c', 'user.email=b@example.com', 'commit', '-q', '-m', version],
    workspace,
    date,
  );
}

interface Work {
  readonly ms: number;
  /** Packages that `go build -v` compiled. */
  readonly compiled: number;
  /** Packages whose tests passed: from the cache, and by running. */
  readonly testsCached: number;
  readonly testsRun: number;
  readonly testsFailed: number;
}

/** What the job is for. Some tests of the project want what its module zip has not; they fail everywhere alike. */
function work(): Work {
  const build = mustRun(go, ['build', '-v', './...'], workspace);
  const vet = mustRun(go, ['vet', './...'], workspace);
  const test = run(go, ['test', '-timeout', '5m', './...'], workspace);
  const compiled = build.output.split('\n').filter((line) => /^[\w.-]+(\/\S+)*$/.test(line)).length;
  return {
    ms: build.ms + vet.ms + test.ms,
    compiled,
    testsCached: (test.output.match(/\(cached\)/g) ?? []).length,
    testsRun: (test.output.match(/^ok\s+\S+\s+\d/gm) ?? []).length,
    testsFailed: (test.output.match(/^FAIL\s+\S+\s/gm) ?? []).length,
  };
}

function request(store: string): CacheRequest {
  return {
    store: folderStore(store),
    env,
    go,
    workspace,
    stagingFolder: at('staging'),
    modules: 'zips',
    build: 'on',
    lint: 'off',
    gopls: 'off',
    workflow: '',
    job: 'bench',
    matrix: '',
    dependencyPaths: [],
    keySuffix: '',
    whenNotEmpty: 'merge',
    markMs: null,
    savedKeys: [],
  };
}

const policy: SavePolicy = {
  save: 'auto',
  event: 'push',
  ref: 'refs/heads/main',
  defaultBranch: 'main',
  repository: 'o/r',
  headRepository: '',
  action: '',
  jobStatus: 'success',
  refreshAbovePercent: 10,
};

/** One job with this action's caches, from a fresh HOME on. */
async function ourJob(store: string, refreshAbovePercent = policy.refreshAbovePercent) {
  freshHome();
  const begin = performance.now();
  await stabilizeMtimes(workspace, env);
  const restoredAt = performance.now();
  const restored = await restoreCaches(request(store));
  const restoreMs = performance.now() - restoredAt;
  const worked = work();
  const savedAt = performance.now();
  const saved = await saveCaches(request(store), restored, { ...policy, refreshAbovePercent });
  const saveMs = performance.now() - savedAt;
  return { totalMs: performance.now() - begin, restoreMs, saveMs, work: worked, restored, saved };
}

/** The newest archive of a kind in a store, in bytes. */
function newestArchiveBytes(store: string, kind: string): number {
  const dated = readdirSync(store)
    .filter((name) => name.startsWith(`unlatch-${kind}-`))
    .map((name) => statSync(join(store, name)))
    .sort((a, b) => b.mtimeMs - a.mtimeMs);
  return dated[0]?.size ?? 0;
}

/** As the toolkit packs, relative to the folder above both caches. */
function pack(archive: string, from: string, paths: readonly string[]) {
  rmSync(archive, { force: true });
  const args = ['--posix', '-cf', archive, '-P', '-C', from, '--use-compress-program', 'zstdmt'];
  const { ms } = mustRun('tar', [...args, ...paths], folder);
  return { bytes: statSync(archive).size, ms };
}

function unpack(archive: string, to: string): number {
  mkdirSync(to, { recursive: true });
  return mustRun('tar', ['-xf', archive, '-P', '-C', to, '--use-compress-program', 'unzstd'], folder).ms;
}

function addToHeap(): void {
  for (const [from, to] of [
    [gocache, 'gocache'],
    [gomodcache, 'modcache'],
  ] as const) {
    mkdirSync(join(heap, to), { recursive: true });
    // Links: the job's HOME goes next. What is there stays, as in a cache that is only added to.
    mustRun('cp', ['-rln', '--no-preserve=mode', `${from}/.`, join(heap, to)], folder);
  }
}

/** Runs a step once: its result is kept for a run that goes on. */
async function step<T>(name: string, task: () => Promise<T> | T): Promise<T> {
  const file = at(`${name}.json`);
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as T;
  process.stderr.write(`${new Date().toISOString()} ${name}\n`);
  const result = await task();
  writeFileSync(file, JSON.stringify(result, null, 1));
  return result;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

const releases = await step('releases', () => {
  const { output } = mustRun(go, ['list', '-m', '-versions', project], tmpdir(), { GOMODCACHE: at('sources') });
  const within = (version: string) =>
    /^v\d+\.\d+\.\d+$/.test(version) && compare(version, options.first) >= 0 && compare(version, options.last) <= 0;
  return output.trim().split(' ').filter(within).slice(-Number(options.releases));
});
const last = releases.at(-1);
if (last === undefined || releases.length < 2) throw new Error('there are no two such releases');

const store = at('store');
for (const version of releases.slice(0, -1)) {
  await step(`job-${version}`, async () => {
    checkOut(version);
    const job = await ourJob(store);
    addToHeap();
    const sizes = { build: newestArchiveBytes(store, 'build'), modules: newestArchiveBytes(store, 'modules') };
    return { ...job, sizes };
  });
}

// The last release, several times: every way in turn, so that what the machine does besides falls on all.
const untrimmedBefore = await step('untrimmed-before', () =>
  pack(at('untrimmed-before.tar.zst'), heap, ['gocache', 'modcache']),
);
type Turn = Awaited<ReturnType<typeof turn>>;
async function turn(index: number) {
  checkOut(last as string);
  const ownStore = at('store-last');
  removeAll(ownStore);
  cpSync(store, ownStore, { recursive: true, preserveTimestamps: true });
  // Whatever little is new is saved, so that saving is timed, and the next job finds its very archive.
  const ours = await ourJob(ownStore, 0);
  const sizes = { build: newestArchiveBytes(ownStore, 'build'), modules: newestArchiveBytes(ownStore, 'modules') };
  if (index === 0) addToHeap();
  // What nobody trims.
  removeAll(at('scratch'));
  const untrimmedRestoreMs = unpack(at('untrimmed-before.tar.zst'), at('scratch'));
  removeAll(at('scratch'));
  const untrimmed = pack(at('untrimmed.tar.zst'), heap, ['gocache', 'modcache']);
  // Nothing: what an exact key leaves after a dependency has changed. Its archive is setup-go's own.
  freshHome();
  const coldBegin = performance.now();
  const coldWork = work();
  const setupGo = pack(at('setup-go.tar.zst'), home, ['gocache', 'go/pkg/mod']);
  const coldMs = performance.now() - coldBegin;
  const cleanBuild = pack(at('clean-build.tar.zst'), home, ['gocache']);
  const neededZips = pack(at('needed-zips.tar.zst'), home, neededFiles());
  return {
    ours,
    sizes,
    untrimmed: { ...untrimmed, restoreMs: untrimmedRestoreMs },
    cold: { ms: coldMs, work: coldWork },
    setupGo,
    cleanBuild,
    neededZips,
  };
}

/** Nothing changed, each in a checkout of its own: ours and setup-go's, whoever is first. */
type UnchangedPair = Awaited<ReturnType<typeof unchangedPair>>;
async function unchangedPair(index: number) {
  const ours = async () => {
    checkOut(last as string);
    return await ourJob(at('store-last'));
  };
  const theirs = async () => {
    checkOut(last as string);
    freshHome();
    const begin = performance.now();
    const unpackMs = unpack(at('setup-go.tar.zst'), home);
    const worked = work();
    return { totalMs: performance.now() - begin, unpackMs, work: worked };
  };
  if (index % 2 === 0) {
    const again = await ours();
    return { again, setupGoHit: await theirs() };
  }
  const setupGoHit = await theirs();
  return { again: await ours(), setupGoHit };
}

/** The files of modules that a cold job has fetched, and nothing else. */
function neededFiles(): readonly string[] {
  const { output } = mustRun(
    'find',
    [
      'go/pkg/mod/cache/download',
      '-path',
      '*/@v/*',
      '(',
      '-name',
      '*.zip',
      '-o',
      '-name',
      '*.ziphash',
      '-o',
      '-name',
      '*.mod',
      '-o',
      '-name',
      '*.info',
      ')',
    ],
    home,
  );
  return output.trim().split('\n');
}

const turns: Turn[] = [];
for (let index = 0; index < pairs; index++) turns.push(await step(`turn-${index}`, () => turn(index)));
const unchanged: UnchangedPair[] = [];
for (let index = 0; index < Number(options.unchanged); index++) {
  unchanged.push(await step(`unchanged-${index}`, () => unchangedPair(index)));
}

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
interface Row {
  readonly what: string;
  readonly ratio: number;
  readonly sides: string;
  readonly limit: number;
}
function row<T>(
  what: string,
  limit: number,
  unit: (value: number) => string,
  among: readonly T[],
  one: (of: T) => number,
  other: (of: T) => number,
): Row {
  const mid = (pick: (of: T) => number) => median(among.map(pick));
  return { what, limit, ratio: mid((t) => one(t) / other(t)), sides: `${unit(mid(one))} ÷ ${unit(mid(other))}` };
}
const both = (t: Turn) => t.sizes.build + t.sizes.modules;
const rows: readonly Row[] = [
  row(
    `build archive after ${releases.length} releases ÷ of a clean build of the last`,
    1.1,
    megabytes,
    turns,
    (t) => t.sizes.build,
    (t) => t.cleanBuild.bytes,
  ),
  row(
    'module archive ÷ the zips that the last release needs',
    1.05,
    megabytes,
    turns,
    (t) => t.sizes.modules,
    (t) => t.neededZips.bytes,
  ),
  row('both ÷ one archive that nobody trims', 0.45, megabytes, turns, both, (t) => t.untrimmed.bytes),
  row("both ÷ setup-go's own archive", 0.67, megabytes, turns, both, (t) => t.setupGo.bytes),
  row(
    'whole job after a dependency has changed ÷ cold',
    0.5,
    seconds,
    turns,
    (t) => t.ours.totalMs,
    (t) => t.cold.ms,
  ),
  row(
    "whole job with nothing changed ÷ setup-go's exact hit",
    1.1,
    seconds,
    unchanged,
    (t) => t.again.totalMs,
    (t) => t.setupGoHit.totalMs,
  ),
  row(
    'restore and save ÷ of the archive that nobody trims',
    0.5,
    seconds,
    turns,
    (t) => t.ours.restoreMs + t.ours.saveMs,
    (t) => t.untrimmed.restoreMs + t.untrimmed.ms,
  ),
];
process.stdout.write(
  `${project} ${releases[0]} to ${last}, ${releases.length} releases, ${turns.length} turns, ${unchanged.length} pairs with nothing changed\n\n`,
);
process.stdout.write('| figure | measured | must reach |\n| --- | --- | --- |\n');
for (const { what, ratio, sides, limit } of rows) {
  process.stdout.write(
    `| ${what} | ${ratio.toFixed(2)} (${sides})${ratio <= limit ? '' : ' **missed**'} | ≤ ${limit} |\n`,
  );
  if (!(ratio <= limit)) process.exitCode = 1;
}
const compiled = Math.max(...unchanged.map(({ again }) => again.work.compiled));
process.stdout.write(`| packages compiled with nothing changed | ${compiled} | 0 |\n`);
if (compiled > 0) process.exitCode = 1;
const cached = Math.min(
  ...unchanged.map(
    ({
      again: {
        work: { testsCached, testsRun },
      },
    }) => (100 * testsCached) / (testsCached + testsRun),
  ),
);
process.stdout.write(
  `| test packages that pass from the cache, in a fresh checkout | ${cached.toFixed(1)} % | ≥ 99 % |\n`,
);
if (!(cached >= 99)) process.exitCode = 1;
process.stdout.write(`\nuntrimmed, one release before: ${megabytes(untrimmedBefore.bytes)}\n`);
