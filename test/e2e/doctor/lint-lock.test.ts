/** The real golangci-lint and its lock: its message while another process holds it, the doctor's finding, and the effect of the remedies. */
import { execFile, execFileSync, spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { diagnose } from '../../../src/doctor/judge/diagnose.ts';
import { aPlace, type Place } from '../../integration/doctor/a-snapshot.ts';

const linter = onPath('golangci-lint');

function onPath(name: string): string | null {
  try {
    return execFileSync('which', [name], { encoding: 'utf8' }).trim();
  } catch (error) {
    if (!(error instanceof Error && 'status' in error)) throw error;
    return null;
  }
}

async function lint(
  place: Place,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<string> {
  const options = {
    cwd: join(place.root, 'work'),
    env: { ...place.env, PATH: `${dirname(linter ?? '')}:${place.env['PATH']}`, ...env },
  };
  return await new Promise((resolve) => {
    execFile('golangci-lint', ['run', ...args], options, (error, stdout, stderr) =>
      resolve(`${error?.code ?? 0} ${stdout}${stderr}`),
    );
  });
}

test.skipIf(linter === null)(
  'a golangci-lint that finds its lock held ends, or waits; the doctor names the holder (needs: golangci-lint on PATH)',
  async () => {
    await using place = await aPlace();
    await place.write('work/m.go', '// Package m is empty.\npackage m\n');
    const file = await place.write('tmp/golangci-lint.lock', '');
    const line = 'exec 5>>"$0"; flock 5; echo held; exec sleep 600';
    const holder = spawn('bash', ['-c', line, file], { cwd: place.root, stdio: ['ignore', 'pipe', 'inherit'] });
    try {
      await new Promise((resolve) => holder.stdout.once('data', resolve));
      expect(await lint(place, [])).toMatch(/^3 [\s\S]*parallel golangci-lint is running/);
      expect(await lint(place, ['--allow-parallel-runners'])).toMatch(/^0 /);
      expect(await lint(place, [], { TMPDIR: join(place.root, 'home') })).toMatch(/^0 /);

      const waiting = lint(place, ['--allow-serial-runners']);
      const found = async () => {
        const snapshot = await place.look();
        const asks = snapshot.processes.find(
          ({ name, cwd }) => name === 'golangci-lint' && cwd?.startsWith(place.root),
        );
        const finding = diagnose(snapshot).findings.find(
          ({ id, pids }) => id === 'lint-lock-held' && pids.includes(holder.pid ?? 0),
        );
        return asks !== undefined && finding?.pids.includes(asks.pid) === true ? finding : null;
      };
      let finding = await found();
      while (finding?.severity !== 'error') finding = await found();
      expect(finding.pids[0]).toBe(holder.pid);
      expect(finding.remedy[0]).toMatchObject({ kind: 'signal', processes: [{ pid: holder.pid }] });
      holder.kill('SIGKILL');
      expect(await waiting).toMatch(/^0 /);
    } finally {
      holder.kill('SIGKILL');
      holder.stdout.destroy();
    }
  },
  600_000,
);
