/**
 * The Docker runtime with a real engine: the limits of trials, seen from inside, and that nothing outlives them.
 *
 * Not tested: rootless engines, and engines that speak TLS or ssh (dockerode's own ground).
 */

import { spawnSync } from 'node:child_process';
import { hostname } from 'node:os';
import { PassThrough } from 'node:stream';
import Docker from 'dockerode';
import { pack } from 'tar-stream';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { failsWith } from '../../src/lab/check/fails-with.ts';
import { callFails } from '../../src/lab/fault/call-fails.ts';
import { dockerRuntime } from '../../src/lab/runtime/docker/docker.ts';
import type { Engine } from '../../src/lab/runtime/docker/engine.ts';
import { label, labImage } from '../../src/lab/runtime/docker/image.ts';
import type { Runtime, Toolchain } from '../../src/lab/runtime/runtime.ts';
import type { Scenario } from '../../src/lab/scenario/scenario.ts';
import { aRealGo } from '../integration/lab/a-real-go.ts';
import { aQuietScenario, processes, runOne } from '../lab/a-run.ts';
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
  let runtime: Runtime;
  beforeAll(async () => {
    toolchain = await aTinyToolchain();
    runtime = await dockerRuntime({ engine: anEngine(), keep: false, tell: () => undefined });
    // On a machine without the lab image, building it from packages takes a minute.
    await runtime.prepare(toolchain, () => undefined, new AbortController().signal);
  }, 300_000);
  afterEach(async () => {
    expect((await containersWith(ownLabel)).map(({ Status, Command }) => `${Command} ${Status}`)).toEqual([]);
  });
  afterAll(async () => {
    await runtime?.[Symbol.asyncDispose]();
    await toolchain?.[Symbol.asyncDispose]();
  });

  const shell = (change: Partial<Scenario>) => aQuietScenario({ workers: [{ name: 'noop', run: 'true' }], ...change });
  /** The output of shell lines in a trial's sandbox, by their names. */
  async function printed(probes: Readonly<Record<string, string>>, change: Partial<Scenario> = {}) {
    const { histories } = await runOne(runtime, toolchain, shell({ probes, ...change }));
    expect(histories).toMatchObject([{ harness: null }]);
    return Object.fromEntries(histories[0]?.probes.map(({ name, stdout }) => [name, stdout.trim()]) ?? []);
  }

  test('a trial of nothing ends in order', async () => {
    const { histories, baseline } = await runOne(runtime, toolchain, shell({}));
    expect(histories).toMatchObject([{ harness: null, ended: 'done', workers: [{ code: 0, ended: 'exited' }] }]);
    expect(baseline).toMatchObject({ present: 0, absent: 1, unknown: 0 });
    const events = histories[0]?.times?.events.map(({ what }) => what);
    expect(events).toEqual(['began', 'ready', 'released', 'ended']);
  });

  test('a trial with a real Go and a fault beneath it shows the symptom', async () => {
    const go = await aRealGo();
    const scenario = aQuietScenario({
      fault: callFails({ call: 'rename' }, 'EBUSY'),
      check: failsWith(/rename \S+ \S+: device or resource busy/),
    });
    const cell = await runOne(runtime, go, scenario);
    expect(cell).toMatchObject({ verdict: 'reproduced', baseline: { present: 1 } });
    expect(cell.baseline?.hits).toBeGreaterThan(0);
  }, 300_000);

  test('a worker has no network, no capability, no way to gain one, and bounds to what it uses', async () => {
    expect(
      await printed({
        user: 'id -u',
        network: 'ls /sys/class/net',
        capabilities: "sed -n 's/^CapEff:\\s*0*//p' /proc/self/status",
        bounding: "sed -n 's/^CapBnd:\\s*0*//p' /proc/self/status",
        privileges: "sed -n 's/^NoNewPrivs:\\s*//p' /proc/self/status",
        processes: 'cat /sys/fs/cgroup/pids.max /sys/fs/cgroup/pids/pids.max 2>/dev/null',
        memory: 'cat /sys/fs/cgroup/memory.max /sys/fs/cgroup/memory/memory.limit_in_bytes 2>/dev/null',
      }),
    ).toEqual({
      user: '1000',
      network: 'lo',
      capabilities: '',
      bounding: '',
      privileges: '1',
      processes: '2048',
      memory: `${2 * 1024 ** 3}`,
    });
  });

  test('a worker apart has a PID namespace of its own, no other capability than the one for that, and ends with its container', async () => {
    expect(await runtime.missing('pidns')).toBeNull();
    const { histories } = await runOne(
      runtime,
      toolchain,
      shell({
        workers: [
          {
            name: 'there',
            ownPidNamespace: true,
            run: "readlink /proc/self/ns/pid; sed -n 's/^CapEff:\\s*0*//p' /proc/self/status; setsid sleep 98763 >/dev/null 2>&1 &",
          },
        ],
        probes: { space: 'readlink /proc/self/ns/pid', pid: 'cat $LAB/out/worker/there.0/pid' },
      }),
    );
    const [worker] = histories[0]?.workers ?? [];
    const [space, capabilities] = worker?.stdout.split('\n') ?? [];
    const [here, pid] = histories[0]?.probes.map(({ stdout }) => stdout.trim()) ?? [];
    expect(worker).toMatchObject({ code: 0 });
    expect(space).toMatch(/^pid:\[\d+\]$/);
    expect(space).not.toBe(here);
    expect(Number(pid)).toBeGreaterThan(1);
    // 1 << CAP_SYS_ADMIN
    expect(capabilities).toBe('200000');
    expect((await processes()).filter(({ command }) => command === 'sleep 98763')).toEqual([]);
  });

  test('a scenario that asks for root gets one without capabilities', async () => {
    expect(
      await printed(
        { user: 'id -u', capabilities: "sed -n 's/^CapEff:\\s*0*//p' /proc/self/status" },
        { user: 'root' },
      ),
    ).toEqual({ user: '0', capabilities: '' });
  });

  test('a worker cannot change the toolchain', async () => {
    const { file, folder } = await printed({
      file: 'echo changed >/opt/go/bin/go || echo refused',
      folder: 'touch /opt/go/new || echo refused',
    });
    expect([file, folder]).toEqual([expect.stringMatching(/refused$/), expect.stringMatching(/refused$/)]);
  });

  test('what root changes in the toolchain, no other trial sees', async () => {
    const change = 'echo changed >/opt/go/bin/go; cat /opt/go/bin/go';
    expect(await printed({ go: change }, { user: 'root' })).toEqual({ go: 'changed' });
    expect(await printed({ go: 'go' })).toEqual({ go: 'a tiny go' });
  });

  test('a process that a worker sent into the background goes with its container', async () => {
    const { histories } = await runOne(
      runtime,
      toolchain,
      shell({
        workers: [{ name: 'daemon', run: 'setsid sleep 98765 >/dev/null 2>&1 &' }],
        probes: { left: 'pgrep -x sleep' },
      }),
    );
    // It was there to be ended.
    expect(histories[0]?.probes).toMatchObject([{ name: 'left', code: 0 }]);
    expect((await processes()).filter(({ command }) => command === 'sleep 98765')).toEqual([]);
  });

  test('an abort in the middle of a trial leaves no container', async () => {
    const interruption = new AbortController();
    const scenario = shell({ workers: [{ name: 'sleeper', run: 'exec sleep 98764' }] });
    const running = runOne(runtime, toolchain, scenario, { signal: interruption.signal });
    const rejected = expect(running).rejects.toThrow();
    await containerThatRuns('sleep 98764', ownLabel);
    interruption.abort();
    await rejected;
    expect(await containersWith(ownLabel)).toEqual([]);
  });

  test('the end of a runtime takes its containers with it', async () => {
    const engine = anEngine();
    const second = await dockerRuntime({ engine, keep: false, tell: () => undefined });
    await second.prepare(toolchain, () => undefined, new AbortController().signal);
    await second.open({ toolchain, root: false, capabilities: [] });
    expect(await containersWith(ownLabel)).toHaveLength(1);
    await second[Symbol.asyncDispose]();
    expect(await containersWith(ownLabel)).toEqual([]);
  });

  describe('containers that another unlatch left behind', () => {
    const aDeadPid = () => spawnSync('true').pid;
    async function leftover(owner: string): Promise<Docker.Container> {
      return await anEngine().docker.createContainer({
        Image: await labImage(anEngine().docker, () => undefined, new AbortController().signal),
        Cmd: ['sleep', '1000'],
        Labels: { [label]: 'trial', [`${label}.run`]: 'a-test', [`${label}.owner`]: owner },
      });
    }
    const isThere = async ({ id }: Docker.Container) =>
      (await containersWith(`${label}.run=a-test`)).some(({ Id }) => Id === id);

    test('are removed when their owner is dead, running or not', async () => {
      const left = [await leftover(`${hostname()}/${aDeadPid()}`), await leftover(`${hostname()}/${aDeadPid()}`)];
      await left[0]?.start();
      await using _ = await dockerRuntime({ engine: anEngine(), keep: false, tell: () => undefined });
      expect(await Promise.all(left.map(isThere))).toEqual([false, false]);
    });

    test('stay when their owner lives, here or on another machine that shares the engine', async () => {
      const left = [await leftover(`${hostname()}/${process.pid}`), await leftover(`elsewhere/${aDeadPid()}`)];
      try {
        await using _ = await dockerRuntime({ engine: anEngine(), keep: false, tell: () => undefined });
        expect(await Promise.all(left.map(isThere))).toEqual([true, true]);
      } finally {
        for (const container of left) await container.remove({ force: true });
      }
    });
  });

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
    const asleep = shell({ workers: [{ name: 'sleeper', run: 'exec sleep 98763' }] });

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
      const container = await containerThatRuns('sleep 98763', ownLabel);
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
