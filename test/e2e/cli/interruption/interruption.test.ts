/**
 * Ctrl-C and SIGTERM at any moment end a run with 130 and a line on what was judged, and leave no
 * process and no folder. The next run removes what a SIGKILL leaves.
 */

import { readdir } from 'node:fs/promises';
import { createServer as createHttpServer } from 'node:http';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { until } from '../../../docker/an-engine.ts';
import { missingHost } from '../../../lab/a-run.ts';
import { aNap, aPathWithout, aScenario, busy, isAsleep, onHost, type Running, tinyGo } from '../a-cli.ts';
import { cliForAll, placeForEach } from '../cli-of-file.ts';
import { expectInterrupted, nothingJudged } from './expect-interrupted.ts';

const cli = cliForAll();
const place = placeForEach(cli);
beforeEach(async () => {
  await place.write('mine.ts', aScenario(busy));
});

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
