/** The containers of an unlatch that was killed while a real gopls loaded in its trial. */
import { hostname } from 'node:os';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { label } from '../../src/lab/runtime/docker/image.ts';
import { aCli, type Cli } from '../e2e/cli/a-cli.ts';
import { inTheTrial, realToolchains, writeGoplsScenarios } from '../lab/a-gopls-run.ts';
import { processes } from '../lab/a-run.ts';
import { mountsOf } from '../lab/mounts-of.ts';
import { anEngine, containersWith, missingEngine } from './an-engine.ts';

describe.skipIf(missingEngine !== null)(`an unlatch that is killed (needs: ${missingEngine ?? 'nothing more'})`, () => {
  let cli: Cli;
  const env = { ...realToolchains(), DOCKER_HOST: process.env['DOCKER_HOST'] };
  const runs = (file: string) => ['run', '--runtime', 'docker', file];
  beforeAll(async () => {
    cli = await aCli();
    await using place = await cli.place();
    await writeGoplsScenarios(place);
    // Builds the images if they do not exist.
    const { code, stderr } = await place.run(runs('quick.ts'), { env });
    expect({ code, stderr }).toMatchObject({ code: 0 });
  }, 600_000);
  afterAll(() => cli?.[Symbol.asyncDispose]());

  /** The processes of a container, with ids on the engine's machine. */
  async function processesOf(id: string): Promise<readonly { readonly pid: string; readonly command: string }[]> {
    const { Processes } = await anEngine().docker.getContainer(id).top({ ps_args: '-eo pid,args' });
    return Processes.map(([pid = '', command = '']: readonly string[]) => ({ pid, command }));
  }

  /** The name in the mount of its root filesystem; some stores use the container's. */
  async function rootOf(id: string): Promise<string> {
    const { GraphDriver } = await anEngine().docker.getContainer(id).inspect();
    const data: Readonly<Record<string, string>> | null = GraphDriver?.Data ?? null;
    return data?.['MergedDir'] ?? id;
  }

  test('while gopls loads in its trial leaves nothing that the next one does not remove', async () => {
    await using place = await cli.place();
    await writeGoplsScenarios(place);
    const running = place.start(runs('held.ts'), { env });
    const own = `${label}.owner=${hostname()}/${running.pid}`;
    await expect
      .poll(
        async () => {
          const [container] = await containersWith(own);
          const there = container?.State === 'running' ? await processesOf(container.Id) : [];
          return inTheTrial.filter((kind) => !there.some(({ command }) => kind.test(command)));
        },
        { timeout: 120_000, interval: 100 },
      )
      .toEqual([]);
    running.child.kill('SIGKILL');
    expect(await running.ended).toMatchObject({ by: 'SIGKILL' });
    const left = await containersWith(own);
    expect(left).toMatchObject([{ State: 'running' }]);
    const id = left[0]?.Id ?? '';
    const inside = await processesOf(id);
    const alive = async () => {
      const all = new Set((await processes()).map(({ pid, command }) => `${pid} ${command}`));
      return inside.map(({ pid, command }) => `${pid} ${command}`).filter((line) => all.has(line));
    };
    const mounted = await rootOf(id);
    expect([await alive(), await mountsOf(mounted)]).toEqual([
      expect.arrayContaining([expect.stringMatching(/ \S*gopls$/)]),
      expect.arrayContaining([expect.anything()]),
    ]);

    expect(await place.run(runs('quick.ts'), { env })).toMatchObject({ code: 0 });
    expect(await containersWith(own)).toEqual([]);
    expect(await alive()).toEqual([]);
    expect(await mountsOf(mounted)).toEqual([]);
    expect(await place.leftovers()).toEqual([]);
  }, 400_000);
});
