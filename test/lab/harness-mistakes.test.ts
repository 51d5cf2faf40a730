/**
 * Law: a mistake of the harness is neither a reproduction nor a refutation. Each test breaks the lab on purpose, if possible
 * with a checker that would take the damage for its symptom, and expects `inconclusive`.
 *
 * Not tested: a mistake in a checker's own regular expression, which only a reader can see.
 */
import { mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { failsWith } from '../../src/lab/check/fails-with.ts';
import { probePrints } from '../../src/lab/check/probe-prints.ts';
import { waitsForLock } from '../../src/lab/check/waits-for-lock.ts';
import { callFails } from '../../src/lab/fault/call-fails.ts';
import { lockHeld } from '../../src/lab/fault/lock-held.ts';
import { hostRuntime } from '../../src/lab/runtime/host/host.ts';
import type { Isolation } from '../../src/lab/runtime/host/isolations.ts';
import type { Runtime, Toolchain } from '../../src/lab/runtime/runtime.ts';
import type { Scenario } from '../../src/lab/scenario/scenario.ts';
import { aRealGo } from '../integration/lab/a-real-go.ts';
import { aHostRuntime, aQuietScenario, grantedIsolations, leftovers, missingHost, runOne } from './a-run.ts';

describe.skipIf(missingHost !== null)(`on this host (needs: ${missingHost ?? 'nothing more'})`, () => {
  let toolchain: Toolchain;
  let runtime: Runtime;
  beforeAll(async () => {
    toolchain = await aRealGo();
    runtime = await hostRuntime({ env: process.env, keep: false, tell: () => {} });
  }, 300_000);
  afterEach(async () => {
    expect(await leftovers()).toEqual([]);
  });

  const judged = (change: Partial<Scenario>) => runOne(runtime, toolchain, aQuietScenario(change));

  async function expectInconclusive(change: Partial<Scenario>, why: RegExp): Promise<void> {
    const cell = await judged(change);
    expect(cell.baseline?.why).toMatch(why);
    expect(cell).toMatchObject({ verdict: 'inconclusive', asExpected: false, skipped: null });
    expect(cell.baseline).toMatchObject({ present: 0, absent: 0, unknown: 1 });
  }

  describe('a harness mistake is inconclusive', () => {
    test("if a worker's command does not exist", async () => {
      await expectInconclusive(
        { workers: [{ name: 'tidy', run: 'goo mod tidy' }], check: failsWith(/not found/) },
        /tidy\.0 could not run its command \(exit 127\): .*goo: command not found/,
      );
    });

    test('if a background holder does not exist, without effect on the others', async () => {
      const holder = { name: 'holder', run: 'hold-it $WORK/lock', background: true };
      const tidy = { name: 'tidy', run: 'go mod tidy', after: 'exited holder' };
      await expectInconclusive({ workers: [holder, tidy] }, /holder\.0 could not run its command/);
    });

    test('if strace is missing', async ({ skip }) => {
      const reason = await runtime.missing('ptrace');
      skip(reason !== null, `needs ptrace: ${reason}`);
      // Not below /tmp, of which a sandbox sees only its own.
      const bin = await mkdtemp('/var/tmp/without-strace-');
      try {
        const names = (await readdir('/usr/bin')).filter((name) => name !== 'strace');
        await Promise.all(names.map((name) => symlink(join('/usr/bin', name), join(bin, name))));
        await expectInconclusive(
          {
            env: { PATH: `$GOROOT_BIN:${bin}` },
            fault: callFails({ call: 'rename' }, 'EBUSY'),
            check: failsWith(/strace|not found/),
          },
          /worker tidy\.0 ended before it was released: .*strace: command not found/,
        );
      } finally {
        await rm(bin, { recursive: true });
      }
    });

    test('if the proxy is missing', async () => {
      await expectInconclusive(
        { env: { GOPROXY: 'file://$LAB/nowhere' } },
        /tidy\.0 failed for another reason \(exit 1\): .*nowhere/,
      );
    });

    test.each(['GOMODCACHE', 'GOCACHE'])('when %s lies inside the module', async (name) => {
      await expectInconclusive({ env: { [name]: '$LAB/work/mod' } }, /a cache is inside the module/);
    });

    test('if the checker throws', async () => {
      const check = () => {
        throw new TypeError('I am broken');
      };
      await expectInconclusive({ check }, /the checker threw: I am broken/);
    });

    test('if the checker reads a probe that does not exist', async () => {
      await expectInconclusive(
        { check: probePrints('typo', /x/) },
        /the checker threw: the scenario has no probe typo/,
      );
    });

    test('if a line of the setup fails, even if later lines succeed', async () => {
      await expectInconclusive({ setup: ['echo busy; false', 'true'] }, /the setup failed: busy/);
    });

    test('if the setup does not end', async () => {
      await expectInconclusive({ setup: ['sleep 1000'], deadlineMs: 1000 }, /the setup failed/);
    });

    test('if the fault is on a file that no process touches', async ({ skip }) => {
      const reason = await runtime.missing('ptrace');
      skip(reason !== null, `needs ptrace: ${reason}`);
      const cell = await judged({ fault: callFails({ call: 'rename', path: '$LAB/nowhere' }, 'EBUSY') });
      expect(cell).toMatchObject({ skipped: null, verdict: 'inconclusive' });
      expect(cell.baseline?.why).toMatch(/the fault had no hits/);
      expect(cell.histories[0]?.faults).toMatchObject([{ armed: true, hits: 0 }]);
    });

    test('if the held lock cannot be created', async () => {
      await expectInconclusive(
        { fault: lockHeld('/proc/nowhere/lock'), probes: { waiters: 'echo 1' }, check: waitsForLock('waiters') },
        /the fault ended before it took hold/,
      );
    });

    test("if a worker's condition never becomes true", async () => {
      await expectInconclusive(
        { workers: [{ name: 'tidy', run: 'go mod tidy', after: 'test -e $WORK/never' }], deadlineMs: 1000 },
        /tidy\.0 never started/,
      );
    });

    test.each([
      ['fails', 'exit 3', /the probe count exited with 3/],
      ['does not exist', 'count-them', /the probe count could not be run: .*count-them: command not found/],
    ])('if a probe %s', async (_, probe, why) => {
      await expectInconclusive({ probes: { count: probe }, check: probePrints('count', /not found/) }, why);
    });

    test('if the archive is malformed', async () => {
      await expectInconclusive({ files: '-- ../go.mod --\n' }, /leaves the archive/);
    });

    test('if the toolchain is missing', async () => {
      const gone = { go: { ...toolchain.go, goroot: '/nowhere' }, gopls: null };
      const cell = await runOne(runtime, gone, aQuietScenario({ env: { PATH: '/nowhere/bin:/usr/bin:/bin' } }));
      expect(cell).toMatchObject({ verdict: 'inconclusive' });
    });

    // With unshare it is the first process of its namespace, which no process in it can kill.
    test.for<Isolation>(['bubblewrap', 'marker'])('when the driver is killed, with %s', async (isolation, { skip }) => {
      skip(!grantedIsolations.includes(isolation), `needs ${isolation}, which is not there or may not make namespaces`);
      await using other = await aHostRuntime(isolation);
      // The parent of the worker's parent; its fourth field in stat(5).
      const kill = 'read -r _ _ _ driver _ </proc/$PPID/stat; kill -KILL $driver; sleep 1000';
      const scenario = aQuietScenario({ workers: [{ name: 'killer', run: kill }], check: failsWith(/./) });
      const cell = await runOne(other, toolchain, scenario);
      expect(cell).toMatchObject({ verdict: 'inconclusive', baseline: { unknown: 1 } });
      expect(cell.baseline?.why).toMatch(/the lab failed: the driver exited with/);
    });
  });

  describe('an honest run', () => {
    test('of a claim without a symptom is not-reproduced, and its mitigations are untested and never run', async () => {
      const cell = await judged({ mitigations: { cure: {}, quack: { expect: 'fails' } } });
      expect(cell).toMatchObject({ verdict: 'not-reproduced', baseline: { absent: 1 } });
      expect(cell.mitigations.map(({ verdict }) => verdict)).toEqual(['untested', 'untested']);
      expect(cell.histories.map(({ arm }) => arm)).toEqual([null]);
    });

    test('of a symptom is reproduced, and its mitigations are judged separately', async () => {
      const cell = await judged({
        workers: [{ name: 'tidy', run: 'go mod tidy; echo device or resource busy >&2; exit $CODE' }],
        env: { CODE: '1' },
        mitigations: { cure: { env: { CODE: '0' } }, quack: { expect: 'fails' } },
      });
      expect(cell).toMatchObject({ verdict: 'reproduced', asExpected: true });
    });
  });

  test('a sandbox that fails to start because a mount of the host vanished is started again', async ({ skip }) => {
    skip(runtime.description !== 'bubblewrap', 'needs bubblewrap, which is not there or may not make namespaces');
    const reason = await runtime.missing('ptrace');
    skip(reason !== null, `needs ptrace: ${reason}`);
    // Not below /tmp, of which a sandbox sees only its own.
    const bin = await mkdtemp('/var/tmp/mount-gone-');
    try {
      // The kernel's answer if the seventh mount to make read-only no longer exists; the first time only.
      const inject = 'strace -f -qq -o /dev/null -e signal=none -e trace=mount -e inject=mount:error=EINVAL:when=7';
      const once = `#!/bin/sh\nPATH=/usr/bin:/bin\nmkdir $0.begun 2>/dev/null && exec ${inject} bwrap "$@"\nexec bwrap "$@"\n`;
      await writeFile(join(bin, 'bwrap'), once, { mode: 0o755 });
      const env = { ...process.env, PATH: `${bin}:${process.env['PATH']}` };
      await using other = await hostRuntime({ env, keep: false, tell: () => {}, isolation: 'bubblewrap' });
      const cell = await runOne(other, toolchain, aQuietScenario({}));
      expect(await readdir(bin)).toContain('bwrap.begun');
      expect(cell).toMatchObject({ verdict: 'not-reproduced' });
    } finally {
      await rm(bin, { recursive: true });
    }
  });
});
