import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../../../src/package-root.ts';

/** Runs the lines like a trial, with the sandbox's commands. */
function shell(lines: string): { readonly stdout: string; readonly stderr: string } {
  const lab = mkdtempSync(join(tmpdir(), 'commands-'));
  try {
    mkdirSync(join(lab, 'trial'));
    const commands = join(packageRoot(), 'sandbox/commands.sh');
    const { stdout, stderr } = spawnSync('bash', ['-c', `. ${commands}; ${lines}`], {
      env: { ...process.env, LAB: lab },
      encoding: 'utf8',
    });
    return { stdout, stderr };
  } finally {
    rmSync(lab, { recursive: true });
  }
}

test('an old name works like the new one, and prints the new one once', () => {
  const { stdout, stderr } = shell('freed 0 $LAB/lock && echo $?; freed 0 $LAB/lock && echo $?');
  expect(stdout).toBe('0\n0\n');
  expect(stderr).toBe('unlatch: `freed` is now called `wait_unlocked`\n');
});

test('a new name prints nothing', () => {
  expect(shell('wait_unlocked 0 $LAB/lock && echo $?')).toEqual({ stdout: '0\n', stderr: '' });
});

test('wait_exists succeeds once the file is there', () => {
  expect(shell('wait_exists 0 $LAB/new || echo none').stdout).toBe('none\n');
  expect(shell('(sleep 0.3; : >$LAB/new) & wait_exists 3 $LAB/new && echo $?').stdout).toBe('0\n');
});

test.each(['holder', 'waiter', 'holds', 'waits', 'named', 'ended', 'freed', 'struck'])('%s is still there', (name) => {
  const { stderr } = shell(`${name} 0 0`);
  const [, now = ''] = new RegExp(`^unlatch: \`${name}\` is now called \`(\\w+)\`$`, 'm').exec(stderr) ?? [];
  expect(shell(`type -t ${now}`).stdout).toBe('function\n');
});
