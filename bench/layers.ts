/**
 * What mounting the caches wins: two releases of a real project, each way in the same run, in turns. Prints a Markdown table; bench/README.md
 * says how to read it. Needs root or sudo without a password.
 */
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { removeTree } from '../src/cache/archive/staging.ts';
import { layersFolder } from '../src/cache/layer/layer-state.ts';
import { clearLayers } from '../src/cache/layer/mount/clear-layers.ts';
import type { CacheRequest } from '../src/cache/request.ts';
import { restoreCaches } from '../src/cache/restore.ts';
import { saveCaches } from '../src/cache/save.ts';
import type { SavePolicy } from '../src/cache/save-policy.ts';
import { findGoOnPath } from '../src/go/go-on-path.ts';
import { hostPlatform } from '../src/go/platform.ts';
import { folderStore } from '../test/integration/cache/a-folder-store.ts';
import { commitRelease } from './commit-release.ts';

const { values: options } = parseArgs({
  options: {
    project: { type: 'string', default: 'github.com/go-task/task/v3' },
    before: { type: 'string', default: 'v3.53.0' },
    after: { type: 'string', default: 'v3.53.1' },
    /** How often the job with nothing changed is run each way. */
    pairs: { type: 'string', default: '5' },
    /** Runs `go test` as well. */
    test: { type: 'boolean', default: false },
    /** A HOME as the cold job leaves it: spares its building, and its row then says nothing. */
    seed: { type: 'string', default: '' },
    folder: { type: 'string', default: join(tmpdir(), 'unlatch-bench-layers') },
  },
});
const at = (name: string) => join(options.folder, name);
const home = at('home');
const workspace = at('workspace');

const found = await findGoOnPath(process.env, hostPlatform());
if (found === null) throw new Error('a go on PATH is needed');
const go = found.path;
const env = {
  PATH: process.env['PATH'],
  HOME: home,
  GOENV: 'off',
  GOTOOLCHAIN: 'local',
  GOTELEMETRY: 'off',
  ...(found.gosumdb === null ? {} : { GOSUMDB: found.gosumdb }),
  // A cold job pays for its building, and not for the network.
  GOPROXY: `file://${at('sources')}/cache/download`,
};

function run(command: string, args: readonly string[], cwd: string, more: Readonly<Record<string, string>> = {}) {
  const begin = performance.now();
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd,
    env: { ...env, ...more },
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  if (status !== 0 && args[0] !== 'test')
    throw new Error(`${command} ${args.join(' ')} failed: ${stderr.slice(-2000)}`);
  return { stdout, stderr, ms: performance.now() - begin };
}

function setAside(folder: string): void {
  if (!existsSync(folder)) return;
  mkdirSync(at('used'), { recursive: true });
  renameSync(folder, at(`used/${randomUUID()}`));
}

/** The release as a checkout, and all that it may download on this disk. */
function checkOut(version: string): void {
  const network = { GOMODCACHE: at('sources'), GOPROXY: found?.goproxy ?? 'https://proxy.golang.org,direct' };
  const { stdout } = run(go, ['mod', 'download', '-json', `${options.project}@${version}`], tmpdir(), network);
  const { Dir } = JSON.parse(stdout) as { readonly Dir: string };
  setAside(workspace);
  cpSync(Dir, workspace, { recursive: true });
  run('chmod', ['-R', 'u+w', workspace], options.folder);
  run(go, ['mod', 'download'], workspace, network);
  commitRelease(workspace, version);
}

interface Job {
  readonly restoreMs: number;
  readonly workMs: number;
  readonly saveMs: number;
  readonly totalMs: number;
  /** Packages that go compiled. */
  readonly compiled: number;
  readonly restoredBytes: number;
  readonly savedBytes: number;
  readonly why: string;
}

/**
 * The earlier one is kept until the end: for five minutes ext4 searches its way around each inode that was just deleted
 * (fs/ext4/ialloc.c, recently_deleted), which no fresh runner has, and which costs whoever writes the most files.
 */
function freshHome(): void {
  setAside(home);
  mkdirSync(join(home, '.config/go/telemetry'), { recursive: true });
  writeFileSync(join(home, '.config/go/telemetry/mode'), 'off');
}

/** @param gocache which a mounted job names for its steps */
function work(job: string, gocache = join(home, '.cache/go-build')): number {
  const named = { GOCACHE: gocache };
  if (job === 'cold' && options.seed !== '') {
    run('cp', ['-r', '--preserve=mode', `${options.seed}/.`, home], options.folder);
    return 0;
  }
  const { stderr } = run(go, ['build', '-v', './...'], workspace, named);
  run(go, ['vet', './...'], workspace, named);
  if (options.test) run(go, ['test', '-timeout', '5m', './...'], workspace, named);
  return stderr.split('\n').filter((line) => /^[\w.-]+(\/\S+)*$/.test(line)).length;
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

async function ourJob(mounts: 'auto' | 'never', job: string): Promise<Job> {
  const stagingFolder = at('staging');
  const request: CacheRequest = {
    store: folderStore(at(`store-${mounts}`)),
    ...{ env, go, workspace, stagingFolder, mounts },
    ...{ modules: 'zips', build: 'on', lint: 'off', gopls: 'off' },
    ...{ workflow: '', job: 'bench', matrix: '', dependencyPaths: [], keySuffix: '' },
    ...{ whenNotEmpty: 'merge', markMs: null, savedKeys: [] },
  };
  freshHome();
  const begin = performance.now();
  const restored = await restoreCaches(request);
  const restoredAt = performance.now();
  const compiled = work(job, restored.build.folder);
  const workedAt = performance.now();
  const saved = await saveCaches(request, restored, policy);
  await clearLayers(layersFolder(stagingFolder));
  const end = performance.now();
  const sum = (...bytes: readonly (number | null)[]) => bytes.reduce<number>((all, one) => all + (one ?? 0), 0);
  return {
    restoreMs: restoredAt - begin,
    workMs: workedAt - restoredAt,
    saveMs: end - workedAt,
    totalMs: end - begin,
    compiled,
    restoredBytes: sum(restored.modules.archiveBytes, restored.build.archiveBytes),
    savedBytes: sum(saved.modules.archiveBytes, saved.build.archiveBytes),
    why: [restored.mounts, restored.modules.why, restored.build.why, saved.modules.why, saved.build.why].join(' | '),
  };
}

/** The whole of both folders in one tar, packed and unpacked by the commands of the toolkit; saved when `key` is new. */
async function plainJob(key: string, job: string): Promise<Job> {
  const archive = at(`plain-${key}.tar.zst`);
  const isHit = statSync(archive, { throwIfNoEntry: false }) !== undefined;
  freshHome();
  const begin = performance.now();
  const zstd = (name: string) => ['--use-compress-program', name];
  if (isHit) run('tar', ['-xf', archive, '-P', '-C', home, ...zstd('unzstd')], home);
  const restoredAt = performance.now();
  const compiled = work(job);
  const workedAt = performance.now();
  if (!isHit) {
    run('tar', ['--posix', '-cf', archive, '-P', '-C', home, ...zstd('zstdmt'), '.cache/go-build', 'go/pkg/mod'], home);
  }
  const end = performance.now();
  const { size } = statSync(archive);
  return {
    restoreMs: restoredAt - begin,
    workMs: workedAt - restoredAt,
    saveMs: end - workedAt,
    totalMs: end - begin,
    compiled,
    restoredBytes: isHit ? size : 0,
    savedBytes: isHit ? 0 : size,
    why: isHit ? 'hit' : 'miss',
  };
}

mkdirSync(options.folder, { recursive: true });
// Of a run that was killed.
await clearLayers(layersFolder(at('staging')));
for (const name of readdirSync(options.folder)) {
  if (/^(store-|plain-)/.test(name)) rmSync(at(name), { recursive: true });
  if (name === 'used') removeTree(at(name));
}
const ways = {
  mounted: (_: string, job: string) => ourJob('auto', job),
  archives: (_: string, job: string) => ourJob('never', job),
  'plain tar': (key: string, job: string) => plainJob(key, job),
} as const;
type Way = keyof typeof ways;
const names = Object.keys(ways) as Way[];
const rows: { readonly job: string; readonly way: Way; readonly result: Job }[] = [];

async function round(job: string, key: string): Promise<void> {
  for (const way of names) {
    const result = await ways[way](key, job);
    process.stderr.write(`${job}, ${way}: ${(result.totalMs / 1000).toFixed(1)} s: ${result.why}\n`);
    rows.push({ job, way, result });
  }
}

checkOut(options.before);
await round('cold', 'before');
checkOut(options.after);
await round('after a bump', 'after');
for (let pair = 0; pair < Number(options.pairs); pair++) {
  names.reverse();
  await round('unchanged', 'after');
}

removeTree(at('used'));

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const seconds = (ms: number) => (ms / 1000).toFixed(1);
const megabytes = (bytes: number) => (bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0);
const commands = options.test ? '`go build`, `go vet`, `go test`' : '`go build`, `go vet`';
console.log(`${options.project} ${options.before} → ${options.after}, ${commands}, ${options.pairs} turns; medians\n`);
console.log(
  '| job | way | restore, s | go, s | save, s | whole, s | ÷ plain tar | restored, MB | saved, MB | compiled |',
);
console.log('| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |');
for (const job of ['cold', 'after a bump', 'unchanged']) {
  for (const way of ['plain tar', 'archives', 'mounted'] as const) {
    const of = (one: Way) => rows.filter((row) => row.job === job && row.way === one).map(({ result }) => result);
    const mid = (field: Exclude<keyof Job, 'why'>) => median(of(way).map((result) => result[field]));
    const plain = of('plain tar');
    const ratio = median(of(way).map(({ totalMs }, index) => totalMs / (plain[index]?.totalMs ?? Number.NaN)));
    const times = (['restoreMs', 'workMs', 'saveMs', 'totalMs'] as const).map((field) => seconds(mid(field)));
    const bytes = (['restoredBytes', 'savedBytes'] as const).map((field) => megabytes(mid(field)));
    console.log(`| ${[job, way, ...times, ratio.toFixed(2), ...bytes, mid('compiled')].join(' | ')} |`);
  }
}
