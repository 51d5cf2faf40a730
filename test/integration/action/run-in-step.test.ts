import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isAlive } from '../../../src/process/is-alive.ts';
import { scratchDir } from '../../unit/go/tiny-go.ts';

interface Step {
  readonly child: ChildProcess;
  readonly said: () => string;
  readonly end: Promise<string>;
}

function step(script: string, silenceMs = 60_000, bash = 'bash'): Step {
  const program = join(import.meta.dirname, 'a-step-that-runs.ts');
  const child = spawn(process.execPath, [program, script, `${silenceMs}`, bash], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  }
  return { child, said: () => said, end: once(child, 'close').then(() => said) };
}

describe.skipIf(process.platform !== 'linux')('what a step runs (needs: /proc)', () => {
  test('is echoed with its output, and its exit status told', async () => {
    const said = await step('echo out; echo err >&2; exit 7').end;
    expect(said).toMatch(/^\[command\]\S*bash -c "?echo out/);
    expect(said).toMatch(/^out$/m);
    expect(said).toMatch(/^err$/m);
    expect(said).toMatch(/^status 7$/m);
  });

  test('may lie in a folder with spaces, quotes, a backslash and a letter beyond ASCII in its name', async () => {
    await using dir = await scratchDir();
    for (const name of ['tool cache', 'a "b" c', 'a\\b c', "it's wörk"]) {
      const folder = join(dir.path, name);
      await mkdir(folder);
      await symlink('/bin/bash', join(folder, 'my bash'));
      expect(await step('echo "as $0"; exit 3', 60_000, join(folder, 'my bash')).end).toMatch(/^status 3$/m);
    }
  });

  test('may end at once', async () => {
    for (let time = 0; time < 5; time += 1) expect(await step('exit 0').end).toMatch(/^status 0$/m);
  });

  test('is interrupted with the step', async () => {
    const one = step("trap 'echo interrupted; exit 3' INT; echo stands; while :; do sleep 0.1; done");
    await expect.poll(one.said).toMatch(/^stands$/m);
    one.child.kill('SIGTERM');
    expect(await one.end).toMatch(/^interrupted\nstatus 3$/m);
  });

  test('is ended with all that it started when it says nothing for too long', async () => {
    const said = await step('setsid sleep 1000 & echo "pid $!"; sleep 1000', 1500).end;
    expect(said).toMatch(/^bash -c was silent for 1\.5 s and was ended$/m);
    const pid = /^pid (\d+)$/m.exec(said)?.[1] ?? expect.fail(said);
    expect(isAlive(Number(pid))).toBe(false);
  });

  test('goes on as long as it says something', async () => {
    expect(await step('for i in 1 2 3 4 5 6; do sleep 0.5; echo $i; done', 1500).end).toMatch(/^status 0$/m);
  });

  test('is told where a signal ended it, and where it does not start', async () => {
    expect(await step('kill -KILL $$').end).toMatch(/^bash -c was ended by a signal$/m);
  });
});
