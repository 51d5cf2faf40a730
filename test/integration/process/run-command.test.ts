/** A command that is given up has ended when the caller learns of it, with all that it has started. */
import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isAlive } from '../../../src/process/is-alive.ts';
import { runCommand } from '../../../src/process/run-command.ts';
import { scratchDir } from '../../unit/go/tiny-go.ts';

/** Gives the script up as soon as it has written the file. */
async function givenUp(folder: string, script: string, file: string): Promise<void> {
  const user = new AbortController();
  const options = { folder, env: process.env, limitMs: 120_000, signal: user.signal };
  const ended = expect(runCommand('sh', ['-c', script], options)).rejects.toThrow('given up');
  const text = () => readFile(join(folder, file), 'utf8').catch(() => '');
  await expect.poll(text, { timeout: 60_000 }).toMatch(/\n$/);
  user.abort(new Error('given up'));
  await ended;
}

/** Has much memory, which the kernel takes a while to free: so long the killed process is there. */
const large = `${process.execPath} -e 'process.on("SIGINT", () => {});
  globalThis.kept = Buffer.alloc(400 << 20, 1);
  require("node:fs").writeFileSync("pid", process.pid + "\\n");
  setInterval(() => {}, 1000)'`;

test.each([
  ['is large', `flock lock ${large} & wait`],
  ['has its own output', 'flock lock sleep 300 >/dev/null 2>&1 & echo $! >pid; wait'],
])('a child that ignores SIGINT and %s', async (_, script) => {
  await using dir = await scratchDir();
  await givenUp(dir.path, script, 'pid');
  expect(isAlive(Number(await readFile(join(dir.path, 'pid'), 'utf8')))).toBe(false);
  expect(spawnSync('flock', ['-n', 'lock', 'true'], { cwd: dir.path }).status, 'its lock is free').toBe(0);
});

test('a command that leaves at SIGINT has had the time to tidy up', async () => {
  await using dir = await scratchDir();
  const script = "trap 'sleep 0.5; echo tidy >said; exit 1' INT; echo >begun; while :; do sleep 0.05; done";
  await givenUp(dir.path, script, 'begun');
  expect(await readFile(join(dir.path, 'said'), 'utf8')).toBe('tidy\n');
});
