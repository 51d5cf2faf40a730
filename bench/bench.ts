/**
 * What unlatch costs beside what it measures, as ratios of one run: the two sides take turns, so that whatever else the
 * machine does falls on both. Prints a Markdown table; bench/README.md says how to read it.
 */
import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { provisionGo } from '../src/go/provision-go.ts';
import { matrixGoVersions } from '../src/go/versions.ts';
import { failsWith } from '../src/lab/check.ts';
import { dockerRuntime } from '../src/lab/runtime/docker.ts';
import { type Engine, findEngine } from '../src/lab/runtime/engine.ts';
import { hostRuntime } from '../src/lab/runtime/host.ts';
import type { Runtime, Toolchain } from '../src/lab/runtime/runtime.ts';
import { armOf } from '../src/lab/sandbox-files.ts';
import { defineScenario } from '../src/lab/scenario.ts';
import { runTrial } from '../src/lab/trial.ts';

const cli = join(import.meta.dirname, '../dist/cli.cjs');
const quick = process.argv.includes('--quick');
const pairs = quick ? 5 : 21;

interface Row {
  readonly what: string;
  readonly measured: string;
  readonly limit: string;
  readonly held: boolean;
}

const noop = defineScenario({
  claim: 'Nothing happens.',
  source: 'bench',
  cells: [{ expect: 'not-reproduced' }],
  files: '-- go.mod --\nmodule example.com/m\n',
  workers: [{ name: 'noop', run: 'true' }],
  check: failsWith(/something/),
});

async function elapsedMs(task: () => Promise<unknown> | unknown): Promise<number> {
  const begin = performance.now();
  await task();
  return performance.now() - begin;
}

/** Both sides in turn: what happens besides falls on both. */
async function inTurns(one: () => Promise<unknown> | unknown, other: () => Promise<unknown> | unknown) {
  await one();
  await other();
  const times: { readonly one: number; readonly other: number }[] = [];
  for (let pair = 0; pair < pairs; pair++) times.push({ one: await elapsedMs(one), other: await elapsedMs(other) });
  return {
    one: median(times.map((time) => time.one)),
    other: median(times.map((time) => time.other)),
    ratio: median(times.map((time) => time.one / time.other)),
    difference: median(times.map((time) => time.one - time.other)),
  };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

const ms = (value: number) => `${value.toFixed(0)} ms`;

function trialIn(runtime: Runtime, toolchain: Toolchain) {
  return async () => {
    const { signal } = new AbortController();
    const history = await runTrial({ runtime, toolchain, scenario: 'noop', arm: armOf(noop, null), trial: 1, signal });
    if (history.harness !== null) throw new Error(history.harness);
  };
}

async function dockerTrial(engine: Engine, toolchain: Toolchain): Promise<Row> {
  await using runtime = await dockerRuntime({ engine, keep: false, tell: (text) => console.error(text) });
  await runtime.prepare(toolchain, (what) => console.error(`preparing ${what}`), new AbortController().signal);
  const { docker } = engine;
  const prefix = `unlatch-go:${toolchain.go.version}-`;
  const tags = (await docker.listImages()).flatMap(({ RepoTags }) => RepoTags ?? []);
  const image = tags.find((tag) => tag.startsWith(prefix) && !tag.includes('gopls'));
  if (image === undefined) throw new Error(`no image ${prefix}…`);
  const bare = async () => {
    const container = await docker.createContainer({
      Image: image,
      Cmd: ['true'],
      HostConfig: { NetworkMode: 'none' },
    });
    await container.start();
    await container.wait();
    await container.remove();
  };
  const { one, other, ratio } = await inTurns(trialIn(runtime, toolchain), bare);
  return {
    what: 'a trial of nothing in Docker ÷ create, start, wait and remove of a container of the same image',
    measured: `${ratio.toFixed(2)} (${ms(one)} ÷ ${ms(other)})`,
    limit: '≤ 1.3',
    held: ratio <= 1.3,
  };
}

async function hostTrial(toolchain: Toolchain): Promise<Row> {
  await using runtime = await hostRuntime({ env: process.env, keep: false, tell: (text) => console.error(text) });
  const { one, other, difference } = await inTurns(trialIn(runtime, toolchain), () =>
    spawnSync('bash', ['-c', 'true']),
  );
  return {
    what: `a trial of nothing on this host (${runtime.description}) − its command`,
    measured: `${ms(difference)} (${ms(one)} − ${ms(other)})`,
    limit: '≤ 60 ms',
    held: difference <= 60,
  };
}

async function start(): Promise<Row> {
  const node = (...args: readonly string[]) => {
    const { status } = spawnSync(process.execPath, args, { stdio: 'ignore' });
    if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}`);
  };
  const { one, other, ratio } = await inTurns(
    () => node(cli, 'list'),
    () => node('-e', '0'),
  );
  return {
    what: `\`unlatch list\` ÷ \`node -e 0\` (node ${process.versions.node})`,
    measured: `${ratio.toFixed(2)} (${ms(one)} ÷ ${ms(other)})`,
    limit: '≤ 2',
    held: ratio <= 2,
  };
}

async function defaultRun(runtime: 'docker' | 'host'): Promise<Row> {
  let status: number | null = null;
  const time = await elapsedMs(() => {
    ({ status } = spawnSync(process.execPath, [cli, 'run', '--runtime', runtime], { stdio: 'ignore' }));
  });
  return {
    what: `\`unlatch run --runtime ${runtime}\`, images and toolchains ready (exit ${status})`,
    measured: `${(time / 1000).toFixed(0)} s`,
    limit: '< 180 s',
    held: time < 180_000 && status === 0,
  };
}

const newest = matrixGoVersions({}).at(-1);
if (newest === undefined) throw new Error('docker/versions.json pins no Go for this machine');
const { version, goroot } = await provisionGo(newest, { env: process.env });
const toolchain: Toolchain = { go: { version, goroot }, gopls: null };
const engine = await findEngine(process.env);

const rows: Row[] = [await start(), await hostTrial(toolchain)];
if ('docker' in engine) rows.push(await dockerTrial(engine, toolchain));
else console.error(`not measured, since no Docker engine answers: ${engine.reason}`);
if (!quick) {
  rows.push(await defaultRun('host'));
  if ('docker' in engine) rows.push(await defaultRun('docker'));
}
console.log(`${pairs} pairs, medians; ${availableParallelism()} CPUs, ${process.platform}/${process.arch}\n`);
console.log('| what | measured | limit | |\n| --- | --- | --- | --- |');
for (const { what, measured, limit, held } of rows) {
  console.log(`| ${what} | ${measured} | ${limit} | ${held ? 'held' : '**exceeded**'} |`);
}
if (rows.some(({ held }) => !held)) process.exitCode = 1;
