/** The Docker runtime with a real engine: the limits of trials, seen from inside, and that nothing outlives them. */

import { spawnSync } from 'node:child_process';
import { hostname } from 'node:os';
import type Docker from 'dockerode';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { failsWith } from '../../src/lab/check/fails-with.ts';
import { callFails } from '../../src/lab/fault/call-fails.ts';
import { dockerRuntime } from '../../src/lab/runtime/docker/docker.ts';
import { label, labImage } from '../../src/lab/runtime/docker/image.ts';
import type { Runtime, Toolchain } from '../../src/lab/runtime/runtime.ts';
import type { Scenario } from '../../src/lab/scenario/scenario.ts';
import { aRealGo } from '../integration/lab/a-real-go.ts';
import { aQuietScenario, processes, runOne } from '../lab/a-run.ts';
import { anEngine, aTinyToolchain, containersWith, containerThatRuns, missingEngine, ownLabel } from './an-engine.ts';

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
      // The runtime of a test beside this one may be first.
      await left[0]?.start().catch((error) => expect(error).toMatchObject({ statusCode: 404 }));
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
});
