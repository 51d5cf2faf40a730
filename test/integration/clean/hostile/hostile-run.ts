/**
 * `node hostile-run.ts BASE FROM COUNT` creates hostile trees, cleans them and compares. It is a separate program because
 * its mounts need a mount namespace (`unshare -m`), and because as root it lets another user clean (`--clean BASE`), whom
 * closed folders keep out. Prints the number of removed entries, or what went wrong.
 */
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  lchownSync,
  lstatSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { isMainThread, Worker, workerData } from 'node:worker_threads';
import { type CleanReport, cleanCaches } from '../../../../src/clean/clean.ts';
import { snapshot } from '../snapshot.ts';
import { closeFolders, type HostileTree, hostileTree } from './a-hostile-tree.ts';

const batch = 50;
const other = 1000;
const isRoot = process.geteuid?.() === 0;

if (!isMainThread) swapForever(workerData as readonly HostileTree[]);
else if (process.argv[2] === '--clean') await cleanAll(process.argv[3] ?? '');
else run(process.argv[2] ?? '', Number(process.argv[3]), Number(process.argv[4]));

function run(base: string, from: number, count: number): void {
  let removed = 0;
  const wrong: string[] = [];
  for (let first = from; first < from + count; first += batch) {
    const seeds = Array.from({ length: Math.min(batch, from + count - first) }, (_, index) => first + index);
    const trees = seeds.map((seed) => hostileTree(join(base, `${seed}`), seed));
    makeSpecial(trees);
    if (isRoot)
      for (const { mounts } of trees)
        for (const [what, where] of mounts) execFileSync('mount', ['--bind', what, where]);
    if (isRoot) for (const tree of trees) give(tree);
    for (const tree of trees) closeFolders(tree);
    const before = trees.map(({ root }) => snapshot(root));
    writeFileSync(join(base, 'trees.json'), JSON.stringify(trees));
    chmodSync(base, 0o777);
    const line = [process.execPath, ...process.execArgv, import.meta.filename, '--clean', base];
    const asOther = isRoot
      ? ['setpriv', '--reuid', `${other}`, '--regid', `${other}`, '--clear-groups', ...line]
      : line;
    execFileSync(asOther[0] ?? '', asOther.slice(1), { stdio: ['ignore', 'inherit', 'inherit'] });
    const reports = JSON.parse(readFileSync(join(base, 'reports.json'), 'utf8')) as CleanReport[];
    for (const [index, tree] of trees.entries()) {
      const [plan, report] = [reports[2 * index], reports[2 * index + 1]];
      if (plan === undefined || report === undefined) throw new Error('no report');
      removed += report.items.filter(({ outcome }) => outcome === 'removed').length;
      wrong.push(
        ...judge(tree, plan, report, before[index] ?? new Map()).map((what) => `seed ${seeds[index]}: ${what}`),
      );
    }
    if (isRoot) for (const { mounts } of trees) for (const [, where] of mounts) execFileSync('umount', [where]);
    for (const { root } of trees) {
      for (const path of trees.flatMap(({ unreadable }) => unreadable)) if (exists(path)) chmodSync(path, 0o755);
      rmSync(root, { recursive: true });
    }
  }
  process.stdout.write(wrong.length === 0 ? `${removed} removed\n` : `${wrong.slice(0, 20).join('\n')}\n`);
}

function judge(
  tree: HostileTree,
  plan: CleanReport,
  report: CleanReport,
  before: Map<string, string>,
): readonly string[] {
  const after = snapshot(tree.root);
  const swapped = tree.swapped;
  const isSwapped = (path: string) => swapped !== null && (path === swapped || path.startsWith(`${swapped}/`));
  const planned = new Set(plan.items.map(({ path }) => path));
  const removed = new Set(report.items.filter(({ outcome }) => outcome === 'removed').map(({ path }) => path));
  const isPlanned = (path: string) => [...removed].some((one) => path === one || path.startsWith(`${one}/`));
  const wrong: string[] = [];
  for (const [path, what] of before) {
    if (isSwapped(path)) continue;
    const now = after.get(path);
    if (now === undefined && !isPlanned(path)) wrong.push(`${JSON.stringify(path)} is gone`);
    if (now !== undefined && now !== what && !isPlanned(path))
      wrong.push(`${JSON.stringify(path)}: ${what} became ${now}`);
  }
  // A folder with a mount in it loses the rest of its content, and is reported.
  for (const path of after.keys()) {
    if (!before.has(path) && !isSwapped(path) && !/\/v[^/]*\.lock$|\/[ab]{64}\.lock$/.test(path))
      wrong.push(`${JSON.stringify(path)} is new`);
  }
  for (const path of removed)
    if (!planned.has(path) && !isSwapped(path)) wrong.push(`${JSON.stringify(path)} was not planned`);
  for (const path of tree.residue)
    if (!removed.has(path))
      wrong.push(
        `${JSON.stringify(path)} was left: ${JSON.stringify(report.items.find((item) => item.path === path))}`,
      );
  return wrong;
}

function exists(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

function makeSpecial(trees: readonly HostileTree[]): void {
  const fifos = trees.flatMap((tree) => tree.fifos);
  if (fifos.length > 0) execFileSync('mkfifo', fifos);
  // A socket's path must be short, so each is bound from its own folder.
  const bind =
    'for (@ARGV) { m{(.*)/(.*)}s; chdir $1 or die; socket(my $s, 1, 1, 0); bind($s, pack("Sa108", 1, $2)) or die "$_: $!" }';
  const sockets = trees.flatMap((tree) => tree.sockets);
  if (sockets.length > 0) execFileSync('perl', ['-e', bind, ...sockets]);
}

function give({ root }: HostileTree): void {
  lchownSync(root, other, other);
  for (const path of snapshot(root).keys()) lchownSync(path, other, other);
}

/** Plans each tree, then cleans it while another thread swaps one of its folders for a link to the outside and back. */
async function cleanAll(base: string): Promise<void> {
  const trees = JSON.parse(readFileSync(join(base, 'trees.json'), 'utf8')) as readonly HostileTree[];
  const stop = new Int32Array(new SharedArrayBuffer(4));
  const vandal = new Worker(new URL(import.meta.url), {
    workerData: trees.map((tree) => ({ ...tree, stop })),
    execArgv: process.execArgv,
  });
  const gone = new Promise((resolve) => vandal.once('exit', resolve));
  const clean = (tree: HostileTree, dryRun: boolean) =>
    cleanCaches({
      gocache: tree.gocache,
      gomodcache: tree.gomodcache,
      temporary: [tree.temporary],
      goplsCache: tree.goplsCache,
      home: '/nonexistent',
      dryRun,
      waitMs: 0,
      end: [],
      env: { PATH: process.env['PATH'] },
    });
  const both = async (tree: HostileTree) => [await clean(tree, true), await clean(tree, false)];
  const reports = (await Promise.all(trees.map(both))).flat();
  Atomics.store(stop, 0, 1);
  await gone;
  writeFileSync(join(base, 'reports.json'), JSON.stringify(reports));
}

function swapForever(trees: readonly (HostileTree & { readonly stop?: Int32Array })[]): void {
  const stop = trees[0]?.stop;
  while (stop !== undefined && Atomics.load(stop, 0) === 0) {
    for (const { swapped, outside } of trees) {
      if (swapped === null) continue;
      renameSync(swapped, `${swapped}.away`);
      symlinkSync(outside, swapped);
      Atomics.wait(stop, 0, 0, 1);
      unlinkSync(swapped);
      renameSync(`${swapped}.away`, swapped);
    }
  }
}
