/**
 * A trial that mounts leaves no mount, however it ends: by itself, at its deadline, by Ctrl-C. After a SIGKILL of unlatch none is left
 * once the next run has swept. Mounts are looked for in the mount namespaces of all processes.
 *
 * Not tested: a FUSE server that hangs on a disk that hangs.
 */
import { hostname } from 'node:os';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { dockerRuntime } from '../../src/lab/runtime/docker/docker.ts';
import { label } from '../../src/lab/runtime/docker/image.ts';
import { hostRuntime } from '../../src/lab/runtime/host/host.ts';
import { anEngine, containersWith, missingEngine, until } from '../docker/an-engine.ts';
import { aHostRuntime, missingHost } from '../lab/a-run.ts';
import { mountsOf } from '../lab/mounts-of.ts';
import {
  aCli,
  aNap,
  aPathWithout,
  aScenario,
  busy,
  type Cli,
  isAsleep,
  onDocker,
  onHost,
  type Place,
} from './a-cli.ts';

let cli: Cli;
let place: Place;
beforeAll(async () => {
  cli = await aCli();
});
afterAll(() => cli?.[Symbol.asyncDispose]());
beforeEach(async () => {
  place = await cli.place();
});
afterEach(async () => {
  expect((await place?.leftovers()) ?? []).toEqual([]);
  await place?.[Symbol.asyncDispose]();
});

/** A file with a scenario that mounts a folder of this name twice. */
async function aMountingScenario(name: string, folder: string, worker: string): Promise<void> {
  const fault = `fault: mountedTwice('$LAB/${folder}', '$LAB/one', '$LAB/two'),`;
  await place.write(name, aScenario(`ls $LAB/one $LAB/two && ${worker}`, fault));
}

const missingMounts = missingHost ?? (await missingOnThisHost());

async function missingOnThisHost(): Promise<string | null> {
  await using runtime = await hostRuntime({ env: process.env, keep: false, tell: () => {} });
  return await runtime.missing('fuse');
}

describe.skipIf(missingMounts !== null)(`on this host (needs: ${missingMounts ?? 'nothing more'})`, () => {
  const isolations: readonly [string, readonly string[]][] = [
    ['bubblewrap', []],
    ['unshare', ['bwrap']],
  ];
  const pathFor = async (without: readonly string[]) =>
    without.length === 0 ? {} : { PATH: await aPathWithout(`${place.path}/bin`, ...without) };

  test.each(isolations)('none is left by a trial under %s that ends', async (_, without) => {
    const folder = `mounted-${aNap()}`;
    await aMountingScenario('ends.ts', folder, busy);
    const { code, stdout } = await place.run(onHost('ends.ts', '--json', '-'), { env: await pathFor(without) });
    // The fault counts no lock here, so that the finding says nothing; that it was in force it does say.
    expect(JSON.parse(stdout).cells).toMatchObject([
      { baseline: { why: expect.stringMatching(/^the fault had no hits/) } },
    ]);
    expect(code).toBe(3);
    expect(await mountsOf(folder)).toEqual([]);
  });

  test.each(isolations)('none is left by a trial under %s that is cut at its deadline', async (_, without) => {
    const folder = `mounted-${aNap()}`;
    await aMountingScenario('sleeps.ts', folder, `sleep ${aNap()}`);
    const running = place.start(onHost('sleeps.ts', '--timeout', '5'), { env: await pathFor(without) });
    await until('the mounts', async () => (await mountsOf(folder)).length === 2);
    expect(await running.ended).toMatchObject({ code: 3 });
    expect(await mountsOf(folder)).toEqual([]);
  });

  test.each(isolations)('none is left under %s by Ctrl-C', async (_, without) => {
    const [folder, nap] = [`mounted-${aNap()}`, aNap()];
    await aMountingScenario('sleeps.ts', folder, `sleep ${nap}`);
    const running = place.start(onHost('sleeps.ts'), { env: await pathFor(without) });
    await until('the worker', () => isAsleep(nap));
    expect(await mountsOf(folder)).toHaveLength(2);
    running.child.kill('SIGINT');
    expect(await running.ended).toMatchObject({ code: 130 });
    expect(await mountsOf(folder)).toEqual([]);
  });

  test.each(isolations)('what a SIGKILL leaves under %s, the next run removes', async (_, without) => {
    const [folder, nap] = [`mounted-${aNap()}`, aNap()];
    await aMountingScenario('sleeps.ts', folder, `sleep ${nap}`);
    await place.write('mine.ts', aScenario(busy));
    const env = await pathFor(without);
    const running = place.start(onHost('sleeps.ts'), { env });
    await until('the worker', () => isAsleep(nap));
    expect(await mountsOf(folder)).toHaveLength(2);
    running.child.kill('SIGKILL');
    await running.ended;
    expect(await place.run(onHost('mine.ts'), { env })).toMatchObject({ code: 0 });
    expect(await mountsOf(folder)).toEqual([]);
    expect(await isAsleep(nap)).toBe(false);
  });
});

describe('where nothing can be mounted', () => {
  test('a trial that wants to is skipped, with what is missing', async () => {
    await using runtime = await aHostRuntime('marker');
    expect(await runtime.missing('fuse')).toMatch(/mount namespace/);
  });
});

const missingInImage = missingEngine ?? (await missingInContainers());

async function missingInContainers(): Promise<string | null> {
  await using runtime = await dockerRuntime({ engine: anEngine(), keep: false, tell: () => {} });
  return await runtime.missing('fuse');
}

describe.skipIf(missingInImage !== null)(`in containers (needs: ${missingInImage ?? 'nothing more'})`, () => {
  test('none is left by a trial that ends', async () => {
    const folder = `mounted-${aNap()}`;
    await aMountingScenario('ends.ts', folder, busy);
    const { stdout } = await place.run(onDocker('ends.ts', '--json', '-'));
    expect(JSON.parse(stdout).cells).toMatchObject([
      { baseline: { why: expect.stringMatching(/^the fault had no hits/) } },
    ]);
    expect(await mountsOf(folder)).toEqual([]);
  });

  test('none is left by Ctrl-C', async () => {
    const [folder, nap] = [`mounted-${aNap()}`, aNap()];
    await aMountingScenario('sleeps.ts', folder, `sleep ${nap}`);
    const running = place.start(onDocker('sleeps.ts'));
    await until('the worker', () => isAsleep(nap));
    expect(await mountsOf(folder)).toHaveLength(2);
    running.child.kill('SIGINT');
    expect(await running.ended).toMatchObject({ code: 130 });
    expect(await mountsOf(folder)).toEqual([]);
  });

  test('what a SIGKILL leaves, the next run removes', async () => {
    const [folder, nap] = [`mounted-${aNap()}`, aNap()];
    await aMountingScenario('sleeps.ts', folder, `sleep ${nap}`);
    await place.write('mine.ts', aScenario(busy));
    const running = place.start(onDocker('sleeps.ts'));
    await until('the worker', () => isAsleep(nap));
    expect(await mountsOf(folder)).toHaveLength(2);
    running.child.kill('SIGKILL');
    await running.ended;
    expect(await place.run(onDocker('mine.ts'))).toMatchObject({ code: 0 });
    expect(await containersWith(`${label}.owner=${hostname()}/${running.pid}`)).toEqual([]);
    expect(await mountsOf(folder)).toEqual([]);
    expect(await isAsleep(nap)).toBe(false);
  });
});
