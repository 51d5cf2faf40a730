/**
 * `node bench/clean.ts [FOLDER]`: compares a dry run of `unlatch clean` with `find` for the names of locks and temporary
 * files, in turns, on the same two caches of a million files; and `--max-bytes` with `find -printf`. FOLDER keeps the
 * caches for the next run.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';

const cli = join(import.meta.dirname, '../dist/cli.cjs');
const pairs = 11;

/** Like a module cache of a few hundred projects: most files are extracted modules. */
const moduleVersions = 4000;
const filesOfEach = 170;
const buildEntries = 300_000;

const kept = process.argv[2];
const root = kept ?? mkdtempSync(join(tmpdir(), 'bench-clean-'));
const [gomodcache, gocache, empty] = [join(root, 'mod'), join(root, 'build'), join(root, 'tmp')];
if (!existsSync(join(root, 'whole'))) make();

const find = ['find', gomodcache, gocache, '-name', '*.lock', '-o', '-name', '*.partial', '-o', '-name', '*.tmp'];
const clean = [process.execPath, cli, 'clean', '--dry-run', '--gomodcache', gomodcache, '--gocache', gocache];
const env = { PATH: process.env['PATH'], HOME: empty, TMPDIR: empty, XDG_CACHE_HOME: empty };

const printf = ['find', gomodcache, gocache, '-printf', '%p %s %T@\\n'];
const bound = [...clean, '--max-bytes', '0', '--max-age', '3650d'];

timed(find);
timed(clean);
const times = Array.from({ length: pairs }, () => ({ clean: timed(clean), find: timed(find) }));
const ratio = median(times.map((time) => time.clean / time.find));
const [cleanMs, findMs] = [median(times.map((time) => time.clean)), median(times.map((time) => time.find))];
const mebibytes = memory(clean);
timed(printf);
timed(bound, 1);
const bounded = Array.from({ length: pairs }, () => ({ bound: timed(bound, 1), find: timed(printf) }));
const boundRatio = median(bounded.map((time) => time.bound / time.find));
const [boundMs, printfMs] = [median(bounded.map((time) => time.bound)), median(bounded.map((time) => time.find))];
const boundMebibytes = memory(bound);

console.log(`${pairs} pairs, medians; ${moduleVersions * (filesOfEach + 5) + buildEntries} files\n`);
console.log('| what | measured | limit | |\n| --- | --- | --- | --- |');
row(
  'a dry run of `unlatch clean` ÷ `find` for locks and temporary files',
  `${ratio.toFixed(2)} (${cleanMs.toFixed(0)} ms ÷ ${findMs.toFixed(0)} ms)`,
  '≤ 1.0',
  ratio <= 1,
);
row('its memory at the most', `${mebibytes.toFixed(0)} MiB`, '< 200 MB', mebibytes < 190);
row(
  'a dry run with `--max-bytes` ÷ `find -printf` of name, size and time',
  `${boundRatio.toFixed(2)} (${boundMs.toFixed(0)} ms ÷ ${printfMs.toFixed(0)} ms)`,
  '≤ 1.0',
  boundRatio <= 1,
);
row('its memory at the most', `${boundMebibytes.toFixed(0)} MiB`, '< 200 MB', boundMebibytes < 190);
if (kept === undefined) rmSync(root, { recursive: true });

function row(what: string, measured: string, limit: string, held: boolean): void {
  console.log(`| ${what} | ${measured} | ${limit} | ${held ? 'held' : '**exceeded**'} |`);
  if (!held) process.exitCode = 1;
}

function timed([command = '', ...args]: readonly string[], expected = 0): number {
  const begin = performance.now();
  const { status, stderr } = spawnSync(command, args, { env, stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' });
  if (status !== expected) throw new Error(`${command} ended with ${status}: ${stderr}`);
  return performance.now() - begin;
}

/** The maximum resident set size in MiB, read at exit. */
function memory([, ...args]: readonly string[]): number {
  const peak = 'process.on("exit", () => console.error(`peak ${process.resourceUsage().maxRSS}`))';
  const { stderr } = spawnSync(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(peak)}`, ...args],
    { env, encoding: 'utf8' },
  );
  return Number(/^peak (\d+)$/m.exec(stderr)?.[1]) / 1024;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function touch(path: string): void {
  closeSync(openSync(path, 'w'));
}

function make(): void {
  const names = Array.from({ length: filesOfEach }, (_, file) => `package${file % 10}/file${Math.floor(file / 10)}.go`);
  const zip = zipSync(Object.fromEntries(names.map((name) => [name, new Uint8Array()])));
  console.error(`making a million files in ${root}`);
  mkdirSync(empty, { recursive: true });
  for (let number = 0; number < moduleVersions; number++) {
    // Three versions per module.
    const module = `host${number % 7}.example/owner${number % 211}/module${Math.floor(number / 3)}`;
    const versions = join(gomodcache, 'cache/download', module, '@v');
    mkdirSync(versions, { recursive: true });
    touch(join(versions, `v1.${number}.0.lock`));
    for (const suffix of ['info', 'mod', 'ziphash']) writeFileSync(join(versions, `v1.${number}.0.${suffix}`), 'x');
    writeFileSync(join(versions, `v1.${number}.0.zip`), zip);
    for (let folder = 0; folder < 10; folder++) {
      const tree = join(gomodcache, `${module}@v1.${number}.0`, `package${folder}`);
      mkdirSync(tree, { recursive: true });
      for (let file = 0; file < filesOfEach / 10; file++) touch(join(tree, `file${file}.go`));
    }
  }
  for (let prefix = 0; prefix < 256; prefix++) {
    const hex = prefix.toString(16).padStart(2, '0');
    mkdirSync(join(gocache, hex), { recursive: true });
    for (let entry = 0; entry < buildEntries / 256; entry++) {
      // Digests, as in a real cache: an action names the output beside it.
      const id = `${hex}${createHash('sha256')
        .update(`${hex}${entry >> 1}`)
        .digest('hex')
        .slice(2)}`;
      const path = join(gocache, hex, `${id}-${entry % 2 === 0 ? 'a' : 'd'}`);
      if (entry % 2 === 0) writeFileSync(path, `v1 ${id} ${id} ${'0'.padStart(20)} ${'1'.padStart(20)}\n`);
      else touch(path);
    }
  }
  writeFileSync(join(root, 'whole'), '');
}
