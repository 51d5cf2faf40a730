/** Steps of a remedy, carried out on real processes of this test. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, openSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { carryOut, type Hands } from '../../../src/doctor/remedy/carry-out.ts';
import type { Step } from '../../../src/doctor/remedy/remedy.ts';
import { identitiesLockedBy } from '../../../src/process/proc/flock-holders.ts';
import { readStat } from '../../../src/process/proc/stat.ts';

let folder: string;
let hands: Hands;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'carry-out-'));
  hands = {
    env: { PATH: process.env['PATH'], KEPT: 'kept', GONE: 'there' },
    folder,
    limitMs: 20_000,
    signal: new AbortController().signal,
    output: openSync(join(folder, 'output'), 'a'),
    spare: () => null,
  };
});
afterAll(() => rm(folder, { recursive: true }));

async function aSleep() {
  const child = spawn('sleep', ['600'], { stdio: 'ignore' });
  await once(child, 'spawn');
  const pid = child.pid ?? 0;
  const startTicks = readStat(pid)?.startTicks ?? 0;
  return {
    pid,
    startTicks,
    gone: once(child, 'exit') as Promise<[number | null, string | null]>,
    [Symbol.dispose]: () => void child.kill('SIGKILL'),
  };
}

const signalTo = (signal: 'CONT' | 'TERM' | 'KILL', ...targets: { pid: number; startTicks: number }[]): Step => ({
  kind: 'signal',
  signal,
  processes: targets.map(({ pid, startTicks }) => ({ pid, startTicks, what: `\`sleep\` (pid ${pid})` })),
  why: '',
});

const runs = (argv: readonly string[], env: Readonly<Record<string, string | null>> = {}): Step => ({
  kind: 'run',
  argv,
  env,
  cwd: null,
  why: '',
});

describe('a signal', () => {
  test('ends the process with that start time, and waits for it to exit', async () => {
    using sleep = await aSleep();
    expect(await carryOut(signalTo('KILL', sleep), hands)).toEqual({
      outcome: 'done',
      lines: [`sent SIGKILL to \`sleep\` (pid ${sleep.pid})`],
    });
    expect(await sleep.gone).toEqual([null, 'SIGKILL']);
  });

  test('that ends the holder of a lock waits until the next one has it', async () => {
    const lock = join(folder, 'lock');
    const taken = join(folder, 'taken');
    const start = (script: string) => spawn('bash', ['-c', script, '-', lock, taken], { stdio: 'ignore' });
    const holder = start('exec 9>"$1"; flock 9; : >"$2"; exec sleep 600');
    while (!existsSync(taken)) await after(20);
    await rm(taken);
    // It asks for the lock twice a second, so that nobody holds it for a while.
    const next = start('exec 9>"$1"; until flock -n 9; do read -rt 0.5 <> <(:); done; : >"$2"; exec sleep 600');
    try {
      while ((await readdir(`/proc/${next.pid}/fd`)).length < 5) await after(20);
      const pid = holder.pid ?? 0;
      await carryOut(signalTo('KILL', { pid, startTicks: readStat(pid)?.startTicks ?? 0 }), hands);
      expect(existsSync(taken) || identitiesLockedBy(next.pid ?? 0).size === 1).toBe(true);
    } finally {
      holder.kill('SIGKILL');
      next.kill('SIGKILL');
    }
  });

  test('spares a process that only reuses the pid', async () => {
    using sleep = await aSleep();
    const step = signalTo('KILL', { pid: sleep.pid, startTicks: sleep.startTicks - 1 });
    expect(await carryOut(step, hands)).toEqual({
      outcome: 'done',
      lines: [`\`sleep\` (pid ${sleep.pid}) has already ended`],
    });
    expect(readStat(sleep.pid)?.startTicks).toBe(sleep.startTicks);
  });

  test('is not sent if the start time is unknown', async () => {
    using sleep = await aSleep();
    const { outcome, lines } = await carryOut(signalTo('KILL', { pid: sleep.pid, startTicks: 0 }), hands);
    expect([outcome, lines[0]]).toEqual(['failed', expect.stringMatching(/is left alone: its start time is unknown/)]);
    expect(readStat(sleep.pid)?.startTicks).toBe(sleep.startTicks);
  });

  test('is not sent to an ancestor of this doctor', async () => {
    const parent = { pid: process.ppid, startTicks: readStat(process.ppid)?.startTicks ?? 0 };
    const { outcome, lines } = await carryOut(signalTo('TERM', parent), hands);
    expect([outcome, lines[0]]).toEqual(['failed', expect.stringMatching(/it started this doctor/)]);
  });

  test('is not sent to a process that the caller spares', async () => {
    using sleep = await aSleep();
    const { outcome } = await carryOut(signalTo('KILL', sleep), { ...hands, spare: () => 'is left alone' });
    expect([outcome, readStat(sleep.pid)?.startTicks]).toEqual(['failed', sleep.startTicks]);
  });

  test('continues a stopped process', async () => {
    using sleep = await aSleep();
    process.kill(sleep.pid, 'SIGSTOP');
    await expect.poll(() => readStat(sleep.pid)?.state, { interval: 5 }).toBe('T');
    expect((await carryOut(signalTo('CONT', sleep), hands)).outcome).toBe('done');
    await expect.poll(() => readStat(sleep.pid)?.state, { interval: 5 }).toBe('S');
  });

  test.skipIf(process.geteuid?.() !== 0)('goes to nobody of another user, unless from root', async () => {
    using sleep = await aSleep();
    const program = join(import.meta.dirname, 'carry-out-step.ts');
    const asAnother = ['--reuid', '65534', '--regid', '65534', '--clear-groups', process.execPath, program];
    const child = spawn('setpriv', [...asAnother, JSON.stringify(signalTo('KILL', sleep))], {
      stdio: ['ignore', 'pipe', 'inherit'],
      cwd: '/',
    });
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    await once(child, 'close');
    expect(JSON.parse(said)).toEqual({
      outcome: 'failed',
      lines: [`\`sleep\` (pid ${sleep.pid}) is left alone: it belongs to user 0; this is user 65534`],
    });
    expect(readStat(sleep.pid)?.startTicks).toBe(sleep.startTicks);
  });
});

describe('a command', () => {
  test('runs in the workspace with its own and the inherited variables, and its output is passed on', async () => {
    const step = runs(['sh', '-c', 'pwd >where; echo "$KEPT ${GONE-gone} $NEW"'], { GONE: null, NEW: 'new' });
    expect((await carryOut(step, hands)).outcome).toBe('done');
    expect((await readFile(join(folder, 'where'), 'utf8')).trim()).toBe(folder);
    expect(await readFile(join(folder, 'output'), 'utf8')).toContain('kept gone new');
  });

  test.each([
    ['fails', ['false'], {}, /^false ended with 1$/],
    ['is not there', ['no-such-command'], {}, /^no-such-command could not be run: /],
    ['does not end', ['sh', '-c', 'sleep 600 & wait'], { limitMs: 300 }, /^sh did not end within 0 s and was killed$/],
    ['is interrupted', ['sleep', '600'], { signal: AbortSignal.abort() }, /^sleep was interrupted$/],
  ] as const)('that %s is said to have failed', async (_, argv, change, line) => {
    const { outcome, lines } = await carryOut(runs(argv), { ...hands, ...change });
    expect([outcome, lines[0]]).toEqual(['failed', expect.stringMatching(line)]);
  });
});

test('a step for a person is not carried out', async () => {
  const step: Step = { kind: 'environment', env: { TOLD: 'yes' }, why: '' };
  expect(await carryOut(step, hands)).toEqual({ outcome: 'told', lines: [] });
  expect(process.env['TOLD']).toBeUndefined();
  await expect(stat(join(folder, 'TOLD'))).rejects.toThrow('ENOENT');
});
