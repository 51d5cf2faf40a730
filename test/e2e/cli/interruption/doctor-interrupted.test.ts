/** Ctrl-C ends a look of the doctor with 130, and with it the go, git and gopls that it waits for. So does the end of its process. */
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { until } from '../../../docker/an-engine.ts';
import { put } from '../../../unit/go/tiny-go.ts';
import { aNap, isAsleep, type Running } from '../a-cli.ts';
import { cliForAll, placeForEach } from '../cli-of-file.ts';

const cli = cliForAll();
const place = placeForEach(cli);
let nap: string;
beforeEach(async () => {
  nap = aNap();
  await place.write('w/go.mod', 'module example.com/m\n');
});

const answers = (name: string, lines: string) => put(join(place.path, 'bin', name), `#!/bin/sh\n${lines}\n`, 0o755);

/** A program that never answers. It has a child, as a go that waits for git has. */
const hangs = (name: string) => answers(name, `sleep ${nap} &\nwait`);

const start = (...options: readonly string[]) =>
  place.start(['doctor', 'w', '--timeout', '600', ...options], {
    env: { PATH: `${join(place.path, 'bin')}:/usr/sbin:/usr/bin:/sbin:/bin` },
    ownGroup: true,
  });

const signals: readonly (readonly [string, (running: Running) => void])[] = [
  ['Ctrl-C', ({ pid }) => void process.kill(-pid, 'SIGINT')],
  ['SIGTERM to unlatch alone', ({ child }) => void child.kill('SIGTERM')],
];

describe.each(signals)('%s', (_, send) => {
  test.each([
    ['go env', [], 'go'],
    ['a gopls of a session', ['--connect'], 'gopls'],
  ])('in a look that waits for %s', async (_command, options, program) => {
    await answers('go', 'echo "{}"');
    await hangs(program);
    const running = start(...options);
    await until('its sleep', () => isAsleep(nap));
    send(running);
    expect(await running.ended).toMatchObject({
      code: 130,
      stdout: '',
      stderr: expect.stringMatching(/(?:^|\n)unlatch: interrupted; nothing was judged\n$/),
    });
    expect(await isAsleep(nap)).toBe(false);
  });
});

test('SIGKILL of unlatch ends what it waits for', async () => {
  await hangs('go');
  const running = start();
  await until('its sleep', () => isAsleep(nap));
  running.child.kill('SIGKILL');
  await until('the end of its sleep', async () => !(await isAsleep(nap)));
});
