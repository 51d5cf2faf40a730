/**
 * The Docker runtime with an odd engine: its image has no strace, it forbids ptrace, or it is far.
 *
 * Not tested: rootless engines, and engines that speak TLS or ssh (dockerode's own ground).
 */

import { PassThrough } from 'node:stream';
import Docker from 'dockerode';
import { pack } from 'tar-stream';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { callFails } from '../../src/lab/fault/call-fails.ts';
import { dockerRuntime } from '../../src/lab/runtime/docker/docker.ts';
import type { Engine } from '../../src/lab/runtime/docker/engine.ts';
import { labImage } from '../../src/lab/runtime/docker/image.ts';
import type { Toolchain } from '../../src/lab/runtime/runtime.ts';
import type { Scenario } from '../../src/lab/scenario/scenario.ts';
import { aQuietScenario, runOne } from '../lab/a-run.ts';
import {
  anEngine,
  aTinyToolchain,
  aWayToEngine,
  containersWith,
  containerThatRuns,
  missingEngine,
  ownLabel,
  until,
} from './an-engine.ts';

describe.skipIf(missingEngine !== null)(`in containers (needs: ${missingEngine ?? 'nothing more'})`, () => {
  let toolchain: Toolchain & AsyncDisposable;
  beforeAll(async () => {
    toolchain = await aTinyToolchain();
    await using runtime = await dockerRuntime({ engine: anEngine(), keep: false, tell: () => undefined });
    // On a machine without the lab image, building it from packages takes a minute.
    await runtime.prepare(toolchain, () => undefined, new AbortController().signal);
  }, 300_000);
  afterEach(async () => {
    expect((await containersWith(ownLabel)).map(({ Status, Command }) => `${Command} ${Status}`)).toEqual([]);
  });
  afterAll(() => toolchain?.[Symbol.asyncDispose]());

  const shell = (change: Partial<Scenario>) => aQuietScenario({ workers: [{ name: 'noop', run: 'true' }], ...change });

  describe('law: what cannot run here is skipped, with the missing capability named', () => {
    const faulty = shell({ fault: callFails({ call: 'rename' }, 'EBUSY') });

    test('when the image has no strace', async () => {
      const { docker } = anEngine();
      const lab = await labImage(docker, () => undefined, new AbortController().signal);
      const image = `${lab}-without-strace`;
      const context = pack();
      context.entry({ name: 'Dockerfile' }, `FROM ${lab}\nUSER 0:0\nRUN rm /usr/bin/strace\nUSER 1000:1000\n`);
      context.finalize();
      const options = { t: image, forcerm: true };
      const building = await docker.buildImage(context.pipe(new PassThrough()), options);
      await new Promise((resolve, reject) =>
        docker.modem.followProgress(building, (error: Error | null) =>
          error === null ? resolve(null) : reject(error),
        ),
      );
      try {
        await using without = await dockerRuntime({ engine: anEngine(), keep: false, tell: () => undefined, image });
        const cell = await runOne(without, toolchain, faulty);
        expect(cell).toMatchObject({
          skipped: expect.stringMatching(/^ptrace: strace is not in the image/),
          baseline: null,
        });
      } finally {
        for (const tag of [`unlatch-go:0.0.1-${image.split(':')[1]}`, image]) await docker.getImage(tag).remove();
      }
    });

    test('when the engine forbids ptrace', async () => {
      const { docker, version } = anEngine();
      const profile = {
        defaultAction: 'SCMP_ACT_ALLOW',
        syscalls: [{ names: ['ptrace'], action: 'SCMP_ACT_ERRNO' }],
      };
      const strict: Docker = Object.create(docker);
      strict.createContainer = ((options: Docker.ContainerCreateOptions) =>
        docker.createContainer({
          ...options,
          HostConfig: { ...options.HostConfig, SecurityOpt: [`seccomp=${JSON.stringify(profile)}`] },
        })) as Docker['createContainer'];
      await using forbidding = await dockerRuntime({
        engine: { docker: strict, version },
        keep: false,
        tell: () => undefined,
      });
      const cell = await runOne(forbidding, toolchain, faulty);
      expect(cell).toMatchObject({ skipped: expect.stringMatching(/^ptrace: .*forbidden/), baseline: null });
    });
  });

  describe('an engine elsewhere', () => {
    const throughPort = async (port: number): Promise<Engine> => {
      const docker = new Docker({ host: '127.0.0.1', port, protocol: 'http' });
      return { docker, version: (await docker.version()).Version };
    };
    const asleep = shell({ workers: [{ name: 'sleeper', run: 'exec sleep 98761' }] });

    test('is sent everything: nothing of this machine is mounted', async () => {
      await using way = await aWayToEngine();
      await using far = await dockerRuntime({
        engine: await throughPort(way.port),
        keep: false,
        tell: () => undefined,
      });
      const waiting = shell({
        workers: [{ name: 'waits', run: 'until [[ -e $WORK/go-on ]]; do sleep 0.05; done # 98762' }],
      });
      const running = runOne(far, toolchain, waiting);
      const container = await until('a trial', async () => {
        const [info] = await containersWith(ownLabel);
        return info?.State === 'running' ? anEngine().docker.getContainer(info.Id) : null;
      });
      const { HostConfig, Mounts } = await container.inspect();
      expect({ binds: HostConfig.Binds ?? [], mounts: [...Mounts, ...(HostConfig.Mounts ?? [])] }).toEqual({
        binds: [],
        mounts: [],
      });
      const go = await container.exec({ Cmd: ['sh', '-c', 'until touch /lab/work/go-on; do sleep 0.05; done'] });
      await go.start({ Detach: true });
      expect(await running).toMatchObject({ histories: [{ harness: null, ended: 'done' }] });
    });

    test('that goes away in the middle of a trial makes it inconclusive', async () => {
      await using way = await aWayToEngine();
      await using far = await dockerRuntime({
        engine: await throughPort(way.port),
        keep: false,
        tell: () => undefined,
      });
      const running = runOne(far, toolchain, asleep);
      const container = await containerThatRuns('sleep 98761', ownLabel);
      try {
        await way.cut();
        const cell = await running;
        expect(cell).toMatchObject({ verdict: 'inconclusive', asExpected: false, baseline: { present: 0, absent: 0 } });
        expect(cell.histories).toMatchObject([
          { harness: expect.stringMatching(/the container was lost|the driver did not answer/) },
        ]);
      } finally {
        // The lost connection could not remove these; the next run would.
        await container.remove({ force: true });
      }
    });
  });
});
