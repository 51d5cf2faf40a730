import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { programStops } from '../../../../src/lab/fault/program-stops.ts';
import { packageRoot } from '../../../../src/package-root.ts';

const { count, hold = '' } = programStops('compile', '-p');

test('each stopped process is one hit', () => {
  expect(count('')).toEqual({ armed: false, hits: 0 });
  expect(count('armed\n')).toEqual({ armed: true, hits: 0 });
  expect(count('armed\nstruck 12 compile -p a\nstruck 13 compile -p b\n')).toEqual({ armed: true, hits: 2 });
});

test.skipIf(process.platform !== 'linux')(
  'of the sandbox’s processes those are stopped that it names (needs: Linux)',
  async () => {
    const lab = await mkdtemp(join(tmpdir(), 'stops-'));
    const log = join(lab, 'log');
    const bash = (script: string, folder: string) =>
      spawn('bash', ['-c', script], {
        env: { PATH: process.env['PATH'], LAB: folder, FAULT_LOG: log },
        stdio: 'ignore',
      });
    const compiler = (argument: string, folder: string) =>
      bash(`exec -a /go/compile bash -c 'read -r <> <(:)' - ${argument}`, folder);
    const started = [
      compiler('-p', lab),
      compiler('-V=full', lab),
      compiler('-p', `${lab}-of-another`),
      bash(`. ${join(packageRoot(), 'sandbox/commands.sh')}; ${hold}`, lab),
    ];
    const [named, ...others] = started.map(({ pid }) => pid);
    const isStopped = (pid: number | undefined) => readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') T ');
    const logged = () => (existsSync(log) ? readFileSync(log, 'utf8') : '');
    try {
      await expect.poll(() => isStopped(named)).toBe(true);
      await expect.poll(logged).toMatch(/^armed\n/);
      expect(others.filter(isStopped)).toEqual([]);
      // The earlier one was already counted; a later one is a hit.
      const later = compiler('-p', lab);
      started.push(later);
      await expect.poll(() => count(logged())).toMatchObject({ armed: true, hits: 1 });
      expect(logged()).toContain(`struck ${later.pid} /go/compile`);
    } finally {
      for (const child of started) child.kill('SIGKILL');
      await rm(lab, { recursive: true });
    }
  },
  60_000,
);
