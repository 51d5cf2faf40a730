/**
 * Ctrl-C and SIGTERM at any moment end a run with 130 and a line on what was judged, and leave no process, container or
 * folder. The next run removes what a SIGKILL leaves.
 *
 * Not tested: an interruption while the base image is pulled or assembled.
 */

import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { createServer as createHttpServer } from 'node:http';
import { createServer, type Server } from 'node:net';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { label } from '../../../src/lab/runtime/docker/image.ts';
import { containersWith, missingEngine, until } from '../../docker/an-engine.ts';
import { missingHost } from '../../lab/a-run.ts';
import {
  aCli,
  aNap,
  aPathWithout,
  aScenario,
  busy,
  isAsleep,
  onDocker,
  onHost,
  type Running,
  tinyGo,
} from './a-cli.ts';
import { cliForAll, placeForEach } from './cli-of-file.ts';

const cli = cliForAll();
const place = placeForEach(cli);
beforeEach(async () => {
  await place.write('mine.ts', aScenario(busy));
});

/** Its message if it was ended before its first verdict. */
const nothingJudged = /^interrupted: judged so far: nothing$/m;

async function expectInterrupted(running: Running, words: RegExp): Promise<void> {
  const { code, stderr } = await running.ended;
  expect(stderr).toMatch(words);
  expect(stderr).not.toMatch(/^ {4}at |^unlatch: /m);
  expect(code).toBe(130);
}

/** Sends the signal to the whole job, like a terminal. */
function toTheJob(running: Running, signal: NodeJS.Signals): void {
  process.kill(-running.pid, signal);
}

async function isListening(server: Server): Promise<string> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return `127.0.0.1:${address.port}`;
}

/** A module proxy that starts to answer, then stalls. */
async function aStallingProxy() {
  let asked: () => void = () => undefined;
  const request = new Promise<void>((done) => {
    asked = done;
  });
  const server = createHttpServer((_, response) => {
    response.writeHead(200, { 'content-length': '1000000' }).write('PK');
    asked();
  });
  const url = `http://${await isListening(server)}`;
  const stop = async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  };
  return { url, request, [Symbol.asyncDispose]: stop };
}

describe('while a toolchain is downloaded', () => {
  test.each<[what: string, args: readonly string[], signal: NodeJS.Signals, words: RegExp]>([
    ['run', ['run', '--runtime', 'host', '--go', '1.26.1', 'mine.ts'], 'SIGINT', nothingJudged],
    ['run', ['run', '--runtime', 'host', '--go', '1.26.1', 'mine.ts'], 'SIGTERM', nothingJudged],
    ['provision', ['provision', '--go', '1.26.1'], 'SIGINT', /^interrupted: incomplete downloads were not kept$/m],
    ['provision', ['provision', '--go', '1.26'], 'SIGTERM', /^interrupted: /m],
  ])('%s (%j) ends at %s, and the store keeps nothing of it', async (_, args, signal, words) => {
    await using proxy = await aStallingProxy();
    const running = place.start(args, { env: { GOPROXY: proxy.url } });
    await proxy.request;
    running.child.kill(signal);
    await expectInterrupted(running, words);
    expect(await readdir(place.store)).not.toContain('build');
    expect((await readdir(place.store)).includes('tmp') ? await readdir(join(place.store, 'tmp')) : []).toEqual([]);
  });

  test('a Ctrl-C that is delivered twice, as by npm, does not cut the cleaning short', async () => {
    await using proxy = await aStallingProxy();
    const running = place.start(['provision', '--go', '1.26.1'], { env: { GOPROXY: proxy.url } });
    await proxy.request;
    running.child.kill('SIGINT');
    running.child.kill('SIGINT');
    running.child.kill('SIGTERM');
    await expectInterrupted(running, /^interrupted: /m);
    expect(await readdir(join(place.store, 'tmp'))).toEqual([]);
  });
});

test('Ctrl-C while an engine does not answer ends the wait', async () => {
  let called: () => void = () => undefined;
  const call = new Promise<void>((done) => {
    called = done;
  });
  const engine = createServer((socket) => {
    socket.resume();
    called();
  });
  const host = `tcp://${await isListening(engine)}`;
  const running = place.start(['run', '--go', tinyGo, 'mine.ts'], { env: { DOCKER_HOST: host } });
  await call;
  running.child.kill('SIGINT');
  await expectInterrupted(running, nothingJudged);
  await new Promise((done) => engine.close(done));
});

describe.skipIf(missingHost !== null)(`on this host (needs: ${missingHost ?? 'nothing more'})`, () => {
  /** How the runtime finds its processes, depending on what PATH lacks. */
  const isolations = [
    ['bubblewrap', []],
    ['unshare', ['bwrap']],
    ['a marker', ['bwrap', 'unshare']],
  ] as const;

  const pathFor = async (without: readonly string[]) =>
    without.length === 0 ? {} : { PATH: await aPathWithout(join(place.path, 'bin'), ...without) };

  test.each(isolations)('Ctrl-C in the middle of trials under %s ends them', async (_, without) => {
    const nap = aNap();
    await place.write('sleeps.ts', aScenario(`setsid sleep ${nap} & sleep ${nap}`, 'trials: 2,'));
    const env = await pathFor(without);
    const running = place.start(onHost('sleeps.ts', '--jobs', '2'), { env, ownGroup: true });
    await until('the worker', () => isAsleep(nap));
    toTheJob(running, 'SIGINT');
    await expectInterrupted(running, nothingJudged);
    expect(await isAsleep(nap)).toBe(false);
  });

  test('Ctrl-C prints what was judged by then, and counts the rest', async () => {
    const nap = aNap();
    await place.write('sleeps.ts', aScenario(`sleep ${nap}`));
    const running = place.start(onHost('mine.ts', 'sleeps.ts', '--jobs', '1'));
    await until('the worker', () => isAsleep(nap));
    running.child.kill('SIGTERM');
    await expectInterrupted(running, /^interrupted: judged so far: 1 of 2 cells$/m);
    expect((await running.ended).stdout).toMatch(/✓ mine +reproduced/);
  });

  test('Ctrl-C at any line that a run prints ends it in order', async () => {
    await place.write('two.ts', aScenario(busy, "trials: 2, mitigations: { cure: { setup: ['true'] } },"));
    const { stderr } = await place.run(onHost('two.ts', '--jobs', '1', '--verbose'));
    const lines = stderr.split('\n').filter((line) => /^(\d+ cells?,|preparing|two|. two)/.test(line));
    expect(lines.length).toBeGreaterThanOrEqual(6);
    for (let moment = 1; moment < lines.length; moment += 1) {
      const running = place.start(onHost('two.ts', '--jobs', '1', '--verbose'), { ownGroup: true });
      let count = 0;
      running.child.stderr?.on('data', (text: string) => {
        count += text.match(/^(\d+ cells?,|preparing|two|. two)/gm)?.length ?? 0;
        if (count >= moment) {
          count = Number.NEGATIVE_INFINITY;
          toTheJob(running, 'SIGINT');
        }
      });
      const { code, stderr: said } = await running.ended;
      expect(said).not.toMatch(/^ {4}at |^unlatch: /m);
      // Only the last lines may come too late for the signal; null: it came to a process that had done all, and ended it.
      expect(moment < lines.length - 2 ? [130] : [0, 1, 130, null]).toContain(code);
      expect(await place.leftovers()).toEqual([]);
    }
  });

  test.each(isolations)('the next run removes what a SIGKILL leaves of trials under %s', async (_, without) => {
    const nap = aNap();
    await place.write('sleeps.ts', aScenario(`sleep ${nap}`));
    const env = await pathFor(without);
    const running = place.start(onHost('sleeps.ts'), { env });
    await until('the worker', () => isAsleep(nap));
    running.child.kill('SIGKILL');
    expect(await running.ended).toMatchObject({ by: 'SIGKILL' });
    expect(await readdir(place.tmp)).toHaveLength(1);
    expect(await place.run(onHost('mine.ts'), { env })).toMatchObject({ code: 0 });
    expect(await place.leftovers()).toEqual([]);
    expect(await isAsleep(nap)).toBe(false);
  });
});

describe.skipIf(missingEngine !== null)(`in containers (needs: ${missingEngine ?? 'nothing more'})`, () => {
  const docker = async (...args: readonly string[]) => (await promisify(execFile)('docker', [...args])).stdout.trim();
  const containersOf = (running: Running) => containersWith(`${label}.owner=${hostname()}/${running.pid}`);
  /** Of the lab's recipe as it lies in a package. */
  const hashOf = async (root: string) => {
    const recipe = await Promise.all(['Dockerfile', 'base.sh'].map((name) => readFile(join(root, 'docker', name))));
    return createHash('sha256').update(Buffer.concat(recipe)).digest('hex').slice(0, 12);
  };

  beforeAll(async () => {
    // On a machine without the lab image, building it from packages takes a minute.
    await using own = await cli.place();
    await own.write('mine.ts', aScenario(busy));
    const { code, stderr } = await own.run(onDocker('mine.ts'));
    expect({ code, stderr }).toMatchObject({ code: 0 });
  }, 300_000);
  afterAll(async () => {
    // Runs even if the hook before it failed.
    await docker('image', 'rm', '-f', `unlatch-go:${tinyGo}-${await hashOf(cli.root)}`);
  });

  test.each(['SIGINT', 'SIGTERM'] as const)('%s in the middle of trials removes their containers', async (signal) => {
    const nap = aNap();
    await place.write('sleeps.ts', aScenario(`sleep ${nap}`, 'trials: 2,'));
    const running = place.start(onDocker('sleeps.ts', '--jobs', '2'));
    await until('the worker', () => isAsleep(nap));
    running.child.kill(signal);
    await expectInterrupted(running, nothingJudged);
    expect(await containersOf(running)).toEqual([]);
    expect(await isAsleep(nap)).toBe(false);
  });

  test('Ctrl-C right after a container is created removes it, and waits for no trial', async () => {
    await place.write('sleeps.ts', aScenario(`sleep ${aNap()}`));
    const running = place.start(onDocker('sleeps.ts'));
    await until('a container', async () => (await containersOf(running)).length > 0);
    running.child.kill('SIGINT');
    await expectInterrupted(running, nothingJudged);
    expect(await containersOf(running)).toEqual([]);
  });

  test('Ctrl-C while an image is built ends the build', async () => {
    const nap = aNap();
    const own = await aCli();
    await using _ = own;
    const base = `unlatch-base:${await hashOf(own.root)}`;
    const recipe = join(own.root, 'docker/Dockerfile');
    const stage = 'FROM lab AS unlatch';
    const [lab = '', rest] = (await readFile(recipe, 'utf8')).split(stage);
    expect(rest, stage).toBeDefined();
    await writeFile(recipe, `${lab}LABEL e2e=${nap}\nRUN sleep ${nap}\n${stage}${rest}`);
    // The base goes by the recipe's name where no registry has it; this recipe has another.
    const other = `unlatch-base:${await hashOf(own.root)}`;
    const assembled = (await docker('images', '-q', base)) !== '';
    if (assembled) await docker('tag', base, other);
    try {
      await using there = await own.place();
      await there.write('mine.ts', aScenario(busy));
      const running = there.start(onDocker('mine.ts'));
      await until('the build', () => isAsleep(nap));
      running.child.kill('SIGINT');
      await expectInterrupted(running, nothingJudged);
      await until('the end of the build', async () => !(await isAsleep(nap)));
      await until('the removal of its container', async () => !(await docker('ps', '-a', '--no-trunc')).includes(nap));
      expect(await there.leftovers()).toEqual([]);
    } finally {
      if (assembled) await docker('image', 'rm', other);
      // The engine keeps completed layers as a cache for the next build.
      await docker('image', 'prune', '-f', '--filter', `label=e2e=${nap}`);
    }
  });

  test('the next run removes what a SIGKILL leaves', async () => {
    const nap = aNap();
    await place.write('sleeps.ts', aScenario(`sleep ${nap}`));
    const running = place.start(onDocker('sleeps.ts'));
    await until('the worker', () => isAsleep(nap));
    running.child.kill('SIGKILL');
    await running.ended;
    expect(await containersOf(running)).toHaveLength(1);
    expect(await place.run(onDocker('mine.ts'))).toMatchObject({ code: 0 });
    expect(await containersOf(running)).toEqual([]);
    expect(await isAsleep(nap)).toBe(false);
  });

  test('what --keep leaves is named, stopped, and outlives the next run', async () => {
    const { code, stderr } = await place.run(onDocker('mine.ts', '--keep'));
    expect(code).toBe(0);
    const id = /^kept: container (\w+)$/m.exec(stderr)?.[1] ?? '';
    try {
      expect(await place.run(onDocker('mine.ts'))).toMatchObject({ code: 0 });
      expect(await docker('inspect', '--format', '{{.State.Running}}', id)).toBe('false');
    } finally {
      await docker('rm', '-f', '-v', id);
    }
  });

  test('two runs at once reach the same verdicts', async () => {
    const both = await Promise.all([1, 2].map(() => place.run(onDocker('mine.ts', '--json', '-'))));
    expect(both.map(({ code }) => code)).toEqual([0, 0]);
    for (const { stdout } of both) expect(JSON.parse(stdout).cells).toMatchObject([{ verdict: 'reproduced' }]);
  });
});
