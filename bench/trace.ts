/**
 * Measures the cost of `unlatch trace` for a `go build ./...`, cold and warm: the build runs with and without it, in turns.
 * The rows have the build's own time, its processor time, which other load hardly changes, and the time that unlatch takes
 * before and after. Then it compares the trace's times with those of holders that measure themselves. bench/README.md
 * explains the rows.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findGoOnPath } from '../src/go/go-on-path.ts';
import { hostPlatform } from '../src/go/platform.ts';
import type { LockTrace } from '../src/trace/lock-trace.ts';

const { values: options } = parseArgs({
  options: {
    cold: { type: 'string', default: '5' },
    warm: { type: 'string', default: '21' },
    module: { type: 'string', default: 'github.com/junegunn/fzf@v0.65.2' },
  },
});
const cli = join(import.meta.dirname, '../dist/cli.cjs');
const folder = mkdtempSync(join(tmpdir(), 'bench-trace-'));
const at = (name: string) => join(folder, name);

interface Cost {
  readonly wallMs: number;
  readonly cpuMs: number;
  /** The whole command's time, with unlatch if it is used. */
  readonly wholeMs: number;
}

const found = await findGoOnPath(process.env, hostPlatform());
if (found === null) throw new Error('this needs a go on PATH');
const { goproxy, gosumdb } = found;
const env = {
  ...process.env,
  GOENV: 'off',
  GOTOOLCHAIN: 'local',
  GOFLAGS: '-buildvcs=false',
  CGO_ENABLED: '0',
  GOPROXY: goproxy ?? 'direct',
  ...(gosumdb === null ? {} : { GOSUMDB: gosumdb }),
};

function mustRun(command: string, args: readonly string[], cwd: string, more: Readonly<Record<string, string>> = {}) {
  const begin = performance.now();
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, env: { ...env, ...more }, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}: ${stderr.slice(-2000)}`);
  return { stdout, ms: performance.now() - begin };
}

function removeAll(path: string): void {
  mustRun('chmod', ['-R', 'u+w', path], folder);
  rmSync(path, { recursive: true });
}

/** A workspace with the files of a release, as `go mod download` extracts them. Its dependencies are in the user's module cache. */
function checkOut(): string {
  const { Dir } = JSON.parse(mustRun('go', ['mod', 'download', '-json', options.module], folder).stdout) as {
    readonly Dir: string;
  };
  cpSync(Dir, at('workspace'), { recursive: true });
  mustRun('chmod', ['-R', 'u+w', at('workspace')], folder);
  mustRun('go', ['mod', 'download'], at('workspace'));
  return at('workspace');
}

/** The shell's `time` runs inside the trace, so it measures only the build, including strace's stops. */
const timed = ['bash', '-c', 'TIMEFORMAT="%R %U %S"; { time go build ./... >/dev/null 2>&1; } 2>"$0"', at('time')];

function build(workspace: string, gocache: string, traced: boolean): Cost {
  const command = traced ? [process.execPath, cli, 'trace', '--', ...timed] : timed;
  const [file = '', ...args] = command;
  const { ms } = mustRun(file, args, workspace, { GOCACHE: gocache });
  const [real = 0, user = 0, system = 0] = readFileSync(at('time'), 'utf8').trim().split(' ').map(Number);
  return { wallMs: real * 1000, cpuMs: (user + system) * 1000, wholeMs: ms };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function inTurns(
  pairs: number,
  one: (traced: boolean) => Cost,
): readonly { readonly traced: Cost; readonly plain: Cost }[] {
  return Array.from({ length: pairs }, (_, index) => {
    // Alternates which side runs second.
    const [first, second] = [one(index % 2 === 0), one(index % 2 !== 0)];
    const pair = index % 2 === 0 ? { traced: first, plain: second } : { traced: second, plain: first };
    const ratio = (pair.traced.wallMs / pair.plain.wallMs).toFixed(2);
    console.error(`${ratio}: ${pair.traced.wallMs.toFixed(0)} ms ÷ ${pair.plain.wallMs.toFixed(0)} ms`);
    return pair;
  });
}

function rows(what: string, pairs: ReturnType<typeof inTurns>): readonly string[] {
  if (pairs.length === 0) return [];
  const ratio = (of: (cost: Cost) => number) => median(pairs.map(({ traced, plain }) => of(traced) / of(plain)));
  const middle = (of: (cost: Cost) => number, side: 'traced' | 'plain') => median(pairs.map((pair) => of(pair[side])));
  const wall = ratio(({ wallMs }) => wallMs);
  if (wall > 1.15) process.exitCode = 1;
  const around = median(pairs.map(({ traced }) => traced.wholeMs - traced.wallMs));
  return [
    `| \`go build ./...\` of ${options.module}, ${what}, traced ÷ not, ${pairs.length} pairs | ${wall.toFixed(2)} (${middle(({ wallMs }) => wallMs, 'traced').toFixed(0)} ms ÷ ${middle(({ wallMs }) => wallMs, 'plain').toFixed(0)} ms) | ≤ 1.15 |`,
    `| the same by processor time, without strace's own | ${ratio(({ cpuMs }) => cpuMs).toFixed(2)} | |`,
    `| what unlatch takes before and after, ${what} | ${around.toFixed(0)} ms | |`,
  ];
}

/** The difference between the trace's holds and waits and those that the holders measured. On a busy machine holders read their clocks late. */
function accuracy(): readonly string[] {
  const holders = join(import.meta.dirname, '../test/e2e/trace/known-holders.py');
  const groups = ['a:3:1', 'b:3:10', 'c:3:100', 'd:2:1000', 'e:1:10000', 'f:64:5', 'g:4:50:die'];
  return groups.map((group) => {
    const place = mkdtempSync(at('locks-'));
    const args = [cli, 'trace', '--json', join(place, 'json'), '--', 'python3', holders, place, group];
    const { stdout } = mustRun(process.execPath, args, folder);
    const trace = JSON.parse(readFileSync(join(place, 'json'), 'utf8')) as LockTrace;
    const errors = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { pid: number; asked: number; taken?: number; lettingGo: number })
      .flatMap(({ pid, asked, taken, lettingGo }) => {
        const use = trace.uses.find((other) => other.pid === pid);
        if (taken === undefined || use === undefined || use.takenMs === null || use.releasedMs === null) return [];
        const hold = { said: use.releasedMs - use.takenMs, true: (lettingGo - taken) / 1000 };
        const wait = { said: use.takenMs - use.askedMs, true: (taken - asked) / 1000 };
        // A use that did not wait has no wait to compare.
        return use.waited ? [hold, wait] : [hold];
      })
      .map((pair) => ({ ms: Math.abs(pair.said - pair.true), share: Math.abs(pair.said / pair.true - 1) }));
    const tolerable = errors.filter(({ ms, share }) => ms <= 1 || share <= 0.1).length;
    const middle = [...errors].sort((a, b) => a.ms - b.ms)[Math.floor((errors.length - 1) / 2)];
    if (middle === undefined) throw new Error(`no holds in ${group}`);
    return `| ${group}: ${errors.length} holds and waits beside the holders' own clocks | median ${(100 * middle.share).toFixed(1)} %, ${middle.ms.toFixed(2)} ms; ${tolerable} within the limit | 10 % or 1 ms |`;
  });
}

try {
  const workspace = checkOut();
  const warm = at('gocache');
  build(workspace, warm, false);
  console.log('| what | measured | limit |\n| --- | --- | --- |');
  const warmPairs = inTurns(Number(options.warm), (traced) => build(workspace, warm, traced));
  for (const line of rows('warm', warmPairs)) console.log(line);
  const coldPairs = inTurns(Number(options.cold), (traced) => {
    const cold = mkdtempSync(at('cold-'));
    const cost = build(workspace, cold, traced);
    removeAll(cold);
    return cost;
  });
  for (const line of rows('cold', coldPairs)) console.log(line);
  for (const line of accuracy()) console.log(line);
} finally {
  removeAll(folder);
}
