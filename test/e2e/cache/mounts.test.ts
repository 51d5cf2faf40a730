/**
 * A trial that mounts leaves no mount, however it ends: by itself, at its deadline, by Ctrl-C. After a SIGKILL of unlatch the
 * next run removes its mounts. The tests search the mount namespaces of all processes.
 *
 * Not tested: a FUSE server that hangs on a disk that hangs.
 */

import { hostname } from 'node:os';
import { describe, expect, test } from 'vitest';
import { dockerRuntime } from '../../../src/lab/runtime/docker/docker.ts';
import { label } from '../../../src/lab/runtime/docker/image.ts';
import { hostRuntime } from '../../../src/lab/runtime/host/host.ts';
import { anEngine, containersWith, missingEngine, until } from '../../docker/an-engine.ts';
import { aHostRuntime, missingHost } from '../../lab/a-run.ts';
import { mountsOf } from '../../lab/mounts-of.ts';
import { aNap, aPathWithout, aScenario, busy, isAsleep, onDocker, onHost } from '../cli/a-cli.ts';
import { cliForAll, placeForEach } from '../cli/cli-of-file.ts';

const cli = cliForAll();
const place = placeForEach(cli);

/** A scenario file that mounts a folder of this name twice. */
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

  test.each(isolations)('a trial under %s that ends leaves no mount', async (_, without) => {
    const folder = `mounted-${aNap()}`;
    await aMountingScenario('ends.ts', folder, busy);
    const { code, stdout } = await place.run(onHost('ends.ts', '--json', '-'), { env: await pathFor(without) });
    // The fault counts no lock here, so the finding is unknown, but it says that the fault was in force.
    expect(JSON.parse(stdout).cells).toMatchObject([
      { baseline: { why: expect.stringMatching(/^the fault had no hits/) } },
    ]);
    expect(code).toBe(3);
    expect(await mountsOf(folder)).toEqual([]);
  });

  test.each(isolations)('a trial under %s that is cut at its deadline leaves no mount', async (_, without) => {
    const folder = `mounted-${aNap()}`;
    await aMountingScenario('sleeps.ts', folder, `sleep ${aNap()}`);
    const running = place.start(onHost('sleeps.ts', '--timeout', '5'), { env: await pathFor(without) });
    await until('the mounts', async () => (await mountsOf(folder)).length === 2);
    expect(await running.ended).toMatchObject({ code: 3 });
    expect(await mountsOf(folder)).toEqual([]);
  });

  test.each(isolations)('Ctrl-C under %s leaves no mount', async (_, without) => {
    const [folder, nap] = [`mounted-${aNap()}`, aNap()];
    await aMountingScenario('sleeps.ts', folder, `sleep ${nap}`);
    const running = place.start(onHost('sleeps.ts'), { env: await pathFor(without) });
    await until('the worker', () => isAsleep(nap));
    expect(await mountsOf(folder)).toHaveLength(2);
    running.child.kill('SIGINT');
    expect(await running.ended).toMatchObject({ code: 130 });
    expect(await mountsOf(folder)).toEqual([]);
  });

  test.each(isolations)('the next run removes what a SIGKILL leaves under %s', async (_, without) => {
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
  test('a trial that needs a mount is skipped, with what is missing', async () => {
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
  test('a trial that ends leaves no mount', async () => {
    const folder = `mounted-${aNap()}`;
    await aMountingScenario('ends.ts', folder, busy);
    const { stdout } = await place.run(onDocker('ends.ts', '--json', '-'));
    expect(JSON.parse(stdout).cells).toMatchObject([
      { baseline: { why: expect.stringMatching(/^the fault had no hits/) } },
    ]);
    expect(await mountsOf(folder)).toEqual([]);
  });

  test('Ctrl-C leaves no mount', async () => {
    const [folder, nap] = [`mounted-${aNap()}`, aNap()];
    await aMountingScenario('sleeps.ts', folder, `sleep ${nap}`);
    const running = place.start(onDocker('sleeps.ts'));
    await until('the worker', () => isAsleep(nap));
    expect(await mountsOf(folder)).toHaveLength(2);
    running.child.kill('SIGINT');
    expect(await running.ended).toMatchObject({ code: 130 });
    expect(await mountsOf(folder)).toEqual([]);
  });

  test('the next run removes what a SIGKILL leaves', async () => {
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
