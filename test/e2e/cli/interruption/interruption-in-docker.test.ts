/**
 * Ctrl-C and SIGTERM at any moment of a run in containers, which leaves none. The next run removes
 * what a SIGKILL leaves.
 *
 * Not tested: an interruption while the base image is pulled. test/integration/lab/runtime/assemble-base.test.ts
 * has the one while it is assembled.
 */

import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { label } from '../../../../src/lab/runtime/docker/image.ts';
import { containersWith, docker, missingEngine, until } from '../../../docker/an-engine.ts';
import { aCli, aNap, aScenario, busy, isAsleep, onDocker, type Running, tinyGo } from '../a-cli.ts';
import { cliForAll, placeForEach } from '../cli-of-file.ts';
import { expectInterrupted, nothingJudged } from './expect-interrupted.ts';

const cli = cliForAll();
const place = placeForEach(cli);
beforeEach(async () => {
  await place.write('mine.ts', aScenario(busy));
});

describe.skipIf(missingEngine !== null)(`in containers (needs: ${missingEngine ?? 'nothing more'})`, () => {
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
