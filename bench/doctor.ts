/**
 * `node bench/doctor.ts`: compares the doctor with `lsof -n`, in turns, on a machine with 5,000 extra processes. Needs
 * root, so that both see everything.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';

const cli = join(import.meta.dirname, '../dist/cli.cjs');
const processes = 5000;
const pairs = process.argv.includes('--quick') ? 5 : 11;

const root = mkdtempSync(join(tmpdir(), 'bench-doctor-'));
writeFileSync(join(root, 'go.mod'), 'module example.com/m\n');
// All in one process group, so that one signal ends them with their shell.
const sleepers = spawn(
  'bash',
  ['-c', `for ((i = 0; i < ${processes}; i++)); do sleep infinity & done; echo all; wait`],
  {
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  },
);
try {
  await once(sleepers.stdout, 'data');
  const doctor = [process.execPath, cli, 'doctor', root, '--json'];
  const lsof = ['lsof', '-n'];
  timed(doctor);
  timed(lsof);
  const times = Array.from({ length: pairs }, () => ({ doctor: timed(doctor), lsof: timed(lsof) }));
  const ratio = median(times.map((time) => time.doctor / time.lsof));
  const [doctorMs, lsofMs] = [median(times.map((time) => time.doctor)), median(times.map((time) => time.lsof))];
  console.log(
    `${pairs} pairs, medians; ${availableParallelism()} CPUs, ${processes} processes and those that were there\n`,
  );
  console.log('| what | measured | limit | |\n| --- | --- | --- | --- |');
  row(
    '`unlatch doctor` ÷ `lsof -n`',
    `${ratio.toFixed(2)} (${doctorMs.toFixed(0)} ms ÷ ${lsofMs.toFixed(0)} ms)`,
    '≤ 1.5',
    ratio <= 1.5,
  );
  row('`unlatch doctor`', `${doctorMs.toFixed(0)} ms`, '< 1000 ms', doctorMs < 1000);
} finally {
  if (sleepers.pid !== undefined) process.kill(-sleepers.pid, 'SIGKILL');
  rmSync(root, { recursive: true });
}

function row(what: string, measured: string, limit: string, held: boolean): void {
  console.log(`| ${what} | ${measured} | ${limit} | ${held ? 'held' : '**exceeded**'} |`);
  if (!held) process.exitCode = 1;
}

function timed([command = '', ...args]: readonly string[]): number {
  const begin = performance.now();
  const { status, error } = spawnSync(command, args, { stdio: 'ignore', maxBuffer: 1 << 28 });
  const ms = performance.now() - begin;
  // 1: the doctor has a finding on this machine; lsof could not list some file.
  if (status !== 0 && status !== 1) throw new Error(`${command} ended with ${status}`, { cause: error });
  return ms;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
