/** The program editor with misbehaving servers: it ends when its session does. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isAlive } from '../../../src/process/is-alive.ts';
import { polite, speaking } from './a-server.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'editor-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

test('the program editor ends if the server exits in the middle of a message', () => {
  const script = speaking(
    polite.replace(
      'EXIT',
      "if (m.method === 'exit') process.stdout.write('Content-Length: 9\\r\\n\\r\\n{', () => process.exit(0));",
    ),
  );
  const program = fileURLToPath(new URL('../../../src/lsp/editor.ts', import.meta.url));
  // A leftover timer would keep it alive forever.
  const editor = spawnSync(process.execPath, [program, '--folder', folder, '--', process.execPath, '-e', script], {
    encoding: 'utf8',
    timeout: 20_000,
    killSignal: 'SIGKILL',
  });
  expect(editor).toMatchObject({ status: 0, signal: null });
  expect(JSON.parse(editor.stdout)).toMatchObject({ stuck: null });
}, 30_000);

test('the program editor ends if the server exits before it made a view', () => {
  const script = speaking(
    "(m) => { if (m.method === 'initialize') { send({ id: m.id, result: {} }); setTimeout(() => process.exit(3), 50); } }",
  );
  const program = fileURLToPath(new URL('../../../src/lsp/editor.ts', import.meta.url));
  const args = [program, '--folder', folder, '--phase-ms', '600000', '--', process.execPath, '-e', script];
  const editor = spawnSync(process.execPath, args, { encoding: 'utf8', timeout: 20_000, killSignal: 'SIGKILL' });
  expect(editor).toMatchObject({ status: 1, signal: null });
  expect(JSON.parse(editor.stdout)).toMatchObject({ stuck: 'go env', exit: { code: 3 } });
}, 30_000);

describe('the shell line of the option --loaded of the program editor', () => {
  const program = fileURLToPath(new URL('../../../src/lsp/editor.ts', import.meta.url));
  // It reports whether the shutdown came before the line ended.
  const server = (file: string) =>
    speaking(
      polite.replace(
        'EXIT',
        `if (m.method === 'shutdown') send({ method: 'window/logMessage', params: { type: 3, message: 'line done: ' + require('fs').existsSync('${file}') } });
         if (m.method === 'exit') process.exit(0);`,
      ),
    );
  const editor = (line: string, script: string, ...more: readonly string[]) =>
    spawnSync(process.execPath, [program, '--loaded', line, ...more, '--', process.execPath, '-e', script], {
      encoding: 'utf8',
      timeout: 20_000,
      killSignal: 'SIGKILL',
    });

  test('runs before the shutdown', () => {
    const file = join(folder, 'done');
    const { status, stdout } = editor(`echo words; : >'${file}'`, server(file));
    expect(JSON.parse(stdout)).toMatchObject({ stuck: null, said: expect.arrayContaining(['line done: true']) });
    expect(status).toBe(0);
  });

  test('is the phase in which the session is stuck if it fails', () => {
    const { status, stdout } = editor('exit 3', server('/'));
    expect(JSON.parse(stdout)).toMatchObject({ stuck: 'exit', why: 'the line "exit 3" exited with 3' });
    expect(status).toBe(1);
  });

  test('is ended with the session', async () => {
    const file = join(folder, 'pid');
    const { status, stdout } = editor(`echo $$ >'${file}'; exec sleep 1000`, server('/'), '--phase-ms', '2000');
    expect(JSON.parse(stdout)).toMatchObject({ stuck: 'exit', why: expect.stringMatching(/no answer within/) });
    expect(status).toBe(1);
    await expect.poll(() => isAlive(Number(readFileSync(file, 'utf8')))).toBe(false);
  });
});
