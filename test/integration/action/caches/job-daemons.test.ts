/** Real gopls daemons, of this job and of others, and real holders of locks. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, watch, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { jobDaemons } from '../../../../src/action/caches/job-daemons.ts';
import { matrixVersions } from '../../../../src/cli/matrix-versions.ts';
import { provisionGopls } from '../../../../src/go/provision/provision-gopls.ts';
import { endTree } from '../../../../src/process/end-tree.ts';
import { awaitNoHolders } from '../../../../src/process/proc/flock-holders.ts';
import { hasProc, isSame, readProcess } from '../../../../src/process/proc/process-table.ts';

const uid = process.geteuid?.() ?? -1;
let gopls: string;
let place: string;
let started: ChildProcess[];

beforeAll(async () => {
  const newest = matrixVersions().gopls.at(-1);
  if (newest === undefined) throw new Error('docker/versions.json names no gopls');
  ({ path: gopls } = await provisionGopls(newest.gopls, { env: process.env, from: 'store' }));
}, 600_000);
beforeEach(() => {
  place = realpathSync(mkdtempSync(join(tmpdir(), 'job-')));
  const telemetry = join(place, 'home/.config/go/telemetry');
  for (const folder of [join(place, 'run'), join(place, 'elsewhere'), telemetry])
    mkdirSync(folder, { recursive: true });
  // Else gopls starts a process for it, which outlives it and writes below HOME.
  writeFileSync(join(telemetry, 'mode'), 'off');
  started = [];
});
afterEach(async () => {
  for (const child of started) {
    child.kill('SIGKILL');
    if (child.exitCode === null && child.signalCode === null) await once(child, 'close');
  }
  rmSync(place, { recursive: true, maxRetries: 10 });
});

const jobEnv = () => ({ RUNNER_TEMP: place, GITHUB_RUN_ID: '7', GITHUB_JOB: 'test' });

/** A daemon that listens. */
async function daemon(socket: string, change: Readonly<Record<string, string>> = {}): Promise<number> {
  const folder = join(place, socket, '..');
  const listens = new Promise<void>((resolve) => {
    const watcher = watch(folder, () => {
      if (!existsSync(join(place, socket))) return;
      watcher.close();
      resolve();
    });
  });
  const child = spawn(gopls, ['serve', `-listen=unix;${join(place, socket)}`], {
    env: { PATH: process.env['PATH'], HOME: join(place, 'home'), GOTELEMETRY: 'off', ...jobEnv(), ...change },
    stdio: 'ignore',
  });
  started.push(child);
  await listens;
  return child.pid ?? -1;
}

const daemonsSince = (startTicks: number) =>
  jobDaemons({ uid, startTicks, env: jobEnv(), socketFolders: [join(place, 'run'), '/nonexistent'] }).map(
    ({ pid }) => pid,
  );

test.skipIf(!hasProc())(
  'a daemon is the job’s when its variables, its age and its socket say so, and ends; others stay',
  async () => {
    const own = await daemon('run/own');
    const others = [
      await daemon('elsewhere/own'),
      await daemon('run/run', { GITHUB_RUN_ID: '8' }),
      await daemon('run/outlives', { RUNNER_TRACKING_ID: '0' }),
    ];
    const { startTicks = 0 } = readProcess(own) ?? {};
    expect(daemonsSince(startTicks)).toEqual([own]);
    expect(daemonsSince(startTicks + 1), 'older than the job').toEqual([]);
    const process = readProcess(own);
    expect((await endTree(own, uid)).map(({ pid }) => pid)).toContain(own);
    expect(process !== null && isSame(process)).toBe(false);
    expect(daemonsSince(0)).toEqual([]);
    for (const pid of others) expect(readProcess(pid)?.name).toMatch(/^gopls/);
  },
);

test.skipIf(!hasProc())(
  'a gopls that listens nowhere is none, and neither is another program that listens there',
  async () => {
    const server = join(place, 'server.mjs');
    writeFileSync(
      server,
      "import { createServer } from 'node:net';\ncreateServer().listen(process.argv[2], () => console.log('listens'));\n",
    );
    const env = { PATH: process.env['PATH'], HOME: join(place, 'home'), ...jobEnv() };
    const node = spawn(process.execPath, [server, join(place, 'run/node')], { env });
    const editor = spawn(gopls, ['serve'], { env });
    started.push(node, editor);
    await once(node.stdout, 'data');
    expect(daemonsSince(0)).toEqual([]);
  },
);

test.skipIf(!hasProc())('who holds a lock below a folder is waited for, and named when it stays', async () => {
  mkdirSync(join(place, 'mod'));
  mkdirSync(join(place, 'mod2'));
  const lock = join(place, 'mod/v1.0.0.lock');
  const holder = spawn('flock', [lock, 'sh', '-c', 'echo held; read line'], { stdio: ['pipe', 'pipe', 'inherit'] });
  started.push(holder);
  await once(holder.stdout, 'data');
  const names = (await awaitNoHolders(join(place, 'mod'), 0)).map(({ pid }) => pid);
  expect(names).toContain(holder.pid);
  expect(await awaitNoHolders(join(place, 'mod2'), 0), 'another folder whose name begins alike').toEqual([]);
  expect(
    (await awaitNoHolders(lock, 0)).map(({ pid }) => pid),
    'of the file itself',
  ).toContain(holder.pid);
  expect(await awaitNoHolders(join(place, 'none'), 0)).toEqual([]);
  const idle = awaitNoHolders(join(place, 'mod'), 60_000);
  holder.stdin.end('\n');
  expect(await idle).toEqual([]);
});
