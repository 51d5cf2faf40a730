/**
 * Measures unlatch's overhead as ratios within one run: the two sides take turns, so other load on the machine affects
 * both. Prints a Markdown table; bench/README.md explains it.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { matrixVersions } from '../src/cli/matrix-versions.ts';
import { provisionGo } from '../src/go/provision/provision-go.ts';
import { provisionGopls } from '../src/go/provision/provision-gopls.ts';
import { matrixGoVersions } from '../src/go/versions.ts';
import { failsWith } from '../src/lab/check/fails-with.ts';
import { dockerRuntime } from '../src/lab/runtime/docker/docker.ts';
import { type Engine, findEngine } from '../src/lab/runtime/docker/engine.ts';
import { hostRuntime } from '../src/lab/runtime/host/host.ts';
import type { Runtime, Toolchain } from '../src/lab/runtime/runtime.ts';
import { defineScenario } from '../src/lab/scenario/scenario.ts';
import { armOf } from '../src/lab/trial/sandbox-files.ts';
import { runTrial } from '../src/lab/trial/trial.ts';
import { elapsedMs, inTurns } from './in-turns.ts';

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

const ms = (value: number) => `${value.toFixed(0)} ms`;

function trialIn(runtime: Runtime, toolchain: Toolchain) {
  return async () => {
    const { signal } = new AbortController();
    const history = await runTrial({
      runtime,
      toolchain,
      scenario: 'noop',
      arm: armOf(noop, null),
      trial: 1,
      faultfs: null,
      signal,
    });
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
  const { oneMs: one, otherMs: other, ratio } = await inTurns(pairs, trialIn(runtime, toolchain), bare);
  return {
    what: 'a trial of nothing in Docker ÷ create, start, wait and remove of a container of the same image',
    measured: `${ratio.toFixed(2)} (${ms(one)} ÷ ${ms(other)})`,
    limit: '≤ 1.3',
    held: ratio <= 1.3,
  };
}

async function hostTrial(toolchain: Toolchain): Promise<Row> {
  await using runtime = await hostRuntime({ env: process.env, keep: false, tell: (text) => console.error(text) });
  const {
    oneMs: one,
    otherMs: other,
    differenceMs: difference,
  } = await inTurns(pairs, trialIn(runtime, toolchain), () => spawnSync('bash', ['-c', 'true']));
  return {
    what: `a trial of nothing on this host (${runtime.description}) − its command`,
    measured: `${ms(difference)} (${ms(one)} − ${ms(other)})`,
    limit: '≤ 60 ms',
    held: difference <= 60,
  };
}

/** A session with gopls in a workspace of one file, all caches warm: our editor against bare-client.cjs. */
async function session(): Promise<Row> {
  const pairing = matrixVersions().gopls.at(-1);
  if (pairing === undefined) throw new Error('docker/versions.json names no gopls');
  const { goroot } = await provisionGo(pairing.go, { env: process.env, from: 'store' });
  const gopls = await provisionGopls(pairing.gopls, { env: process.env, from: 'store' });
  const folder = await mkdtemp(join(tmpdir(), 'bench-session-'));
  try {
    const workspace = join(folder, 'work');
    // Otherwise gopls starts a telemetry process for each session.
    const telemetry = join(folder, 'config/go/telemetry');
    for (const path of [workspace, telemetry]) await mkdir(path, { recursive: true });
    await writeFile(join(telemetry, 'mode'), 'off');
    await writeFile(join(workspace, 'go.mod'), 'module example.com/m\n\ngo 1.21\n');
    await writeFile(join(workspace, 'main.go'), 'package main\n\nfunc main() {}\n');
    const env = {
      PATH: `${join(goroot, 'bin')}:${process.env['PATH']}`,
      HOME: folder,
      XDG_CONFIG_HOME: join(folder, 'config'),
      GOENV: 'off',
      GOTOOLCHAIN: 'local',
      GOPROXY: 'off',
      CGO_ENABLED: '0',
    };
    const client = (...args: readonly string[]) => {
      const { status } = spawnSync(process.execPath, args, { cwd: workspace, env, stdio: 'ignore' });
      if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}`);
    };
    const {
      oneMs: one,
      otherMs: other,
      ratio,
    } = await inTurns(
      pairs,
      () => client(join(import.meta.dirname, '../dist/editor.cjs'), gopls.path),
      () => client(join(import.meta.dirname, 'bare-client.cjs'), gopls.path, workspace),
    );
    return {
      what: `a session of our editor with gopls ${pairing.gopls} ÷ of a bare client that pipelines the same messages`,
      measured: `${ratio.toFixed(2)} (${ms(one)} ÷ ${ms(other)})`,
      limit: '≤ 1.25',
      held: ratio <= 1.25,
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The action's step as a runner starts it. Go is installed, and the cache service has neither archive. */
async function setupStep({ go }: Toolchain): Promise<Row> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-setup-'));
  let asked = 0;
  const service = createServer((_, response) => {
    asked++;
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ ok: false, signed_download_url: '', matched_key: '' }));
  });
  service.listen(0, '127.0.0.1');
  await once(service, 'listening');
  try {
    const at = (name: string) => join(folder, name);
    for (const name of ['workspace', 'home', 'temp']) await mkdir(at(name));
    await writeFile(at('workspace/go.mod'), 'module example.com/m\n\ngo 1.21\n');
    const files = { GITHUB_ENV: 'env', GITHUB_PATH: 'path', GITHUB_OUTPUT: 'output', GITHUB_STATE: 'state' };
    for (const name of Object.values(files)) await writeFile(at(name), '');
    const address = service.address();
    if (address === null || typeof address === 'string') throw new Error('the service has no port');
    const env = {
      PATH: `${join(go.goroot, 'bin')}:${process.env['PATH']}`,
      HOME: at('home'),
      GOENV: 'off',
      GITHUB_WORKSPACE: at('workspace'),
      RUNNER_TEMP: at('temp'),
      ...Object.fromEntries(Object.entries(files).map(([variable, name]) => [variable, at(name)])),
      ACTIONS_CACHE_SERVICE_V2: 'true',
      ACTIONS_RESULTS_URL: `http://127.0.0.1:${address.port}/`,
      ACTIONS_RUNTIME_TOKEN: 'none',
      'INPUT_GO-VERSION': go.version,
    };
    const node = async (...args: readonly string[]) => {
      const child = spawn(process.execPath, args, { cwd: at('workspace'), env, stdio: 'ignore' });
      const [status] = await once(child, 'close');
      if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}`);
    };
    const { oneMs: one, otherMs: other } = await inTurns(
      pairs,
      () => node(join(import.meta.dirname, '../dist/main.cjs')),
      () => node('-e', '0'),
    );
    if (asked !== 2 * (pairs + 1)) throw new Error(`the cache service got ${asked} requests`);
    return {
      what: 'a step of the action with nothing to install and nothing to restore (next to it `node -e 0`)',
      measured: `${ms(one)} (${ms(other)})`,
      limit: '≤ 500 ms',
      held: one <= 500,
    };
  } finally {
    service.close();
    await rm(folder, { recursive: true });
  }
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

const rows: Row[] = [await hostTrial(toolchain), await session(), await setupStep(toolchain)];
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
