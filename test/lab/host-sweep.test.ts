import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, chown, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hostRuntime } from '../../src/lab/runtime/host/host.ts';
import type { Isolation } from '../../src/lab/runtime/host/isolations.ts';
import { aCli, aPathWithout, type Cli } from '../e2e/cli/a-cli.ts';
import { inTheTrial, realToolchains, writeGoplsScenarios } from './a-gopls-run.ts';
import { grantedIsolations, missingHost, processes } from './a-run.ts';
import { mountsOf } from './mounts-of.ts';

/** The id of an ended process, unlikely to be reused during the test. */
function deadPid(): number {
  return spawnSync('true').pid;
}

/** A sandbox as a killed unlatch leaves it, with the read-only folders of a module cache. */
async function leftover(pid: number, word: string): Promise<string> {
  const root = join(tmpdir(), `unlatch-${pid}-${word}`);
  await mkdir(join(root, 'gopath/pkg/mod/m'), { recursive: true });
  await writeFile(join(root, 'gopath/pkg/mod/m/m.go'), 'package m\n');
  await chmod(join(root, 'gopath/pkg/mod/m'), 0o555);
  return root;
}

describe.skipIf(missingHost !== null)(`a host runtime that begins (needs: ${missingHost ?? 'nothing more'})`, () => {
  test('removes the sandboxes of a killed unlatch, while others do the same', async () => {
    const roots = await Promise.all(['aaaaaa', 'bbbbbb', 'cccccc'].map((word) => leftover(deadPid(), word)));
    await Promise.all([1, 2, 3].map(() => hostRuntime({ env: process.env, keep: false, tell: () => {} })));
    expect(roots.filter((root) => existsSync(root))).toEqual([]);
  });

  test('keeps those of a running process, and folders with a similar name', async () => {
    const roots = [await leftover(process.pid, 'aaaaaa'), await leftover(deadPid(), 'kept-by-me')];
    try {
      await hostRuntime({ env: process.env, keep: false, tell: () => {} });
      expect(roots.filter((root) => existsSync(root))).toEqual(roots);
    } finally {
      for (const root of roots) {
        await chmod(join(root, 'gopath/pkg/mod/m'), 0o755);
        await rm(root, { recursive: true });
      }
    }
  });

  test.skipIf(process.getuid?.() !== 0)('leaves those of another user (needs: root, to make one)', async () => {
    const root = await leftover(deadPid(), 'dddddd');
    try {
      await chown(root, 12_345, 12_345);
      await hostRuntime({ env: process.env, keep: false, tell: () => {} });
      expect(existsSync(root)).toBe(true);
    } finally {
      await rm(root, { recursive: true });
    }
  });
});

/** What PATH must lack so that each is chosen. */
const isolations: readonly (readonly [Isolation, without: readonly string[]])[] = [
  ['bubblewrap', []],
  ['unshare', ['bwrap']],
  ['marker', ['bwrap', 'unshare']],
];

describe.skipIf(missingHost !== null)('an unlatch that is killed while gopls loads in its trial', () => {
  let cli: Cli;
  beforeAll(async () => {
    cli = await aCli();
    await using place = await cli.place();
    await writeGoplsScenarios(place);
    // Provisions Go and gopls into the store if missing.
    const { code, stderr } = await place.run(['run', '--runtime', 'host', 'quick.ts'], { env: realToolchains() });
    expect({ code, stderr }).toMatchObject({ code: 0 });
  }, 300_000);
  afterAll(() => cli?.[Symbol.asyncDispose]());

  for (const [isolation, without] of isolations) {
    test.skipIf(!grantedIsolations.includes(isolation))(
      `under ${isolation} leaves nothing that the next one does not remove`,
      async () => {
        await using place = await cli.place();
        await writeGoplsScenarios(place);
        const path = without.length === 0 ? {} : { PATH: await aPathWithout(join(place.path, 'bin'), ...without) };
        const env = { ...realToolchains(), ...path };
        const ofTrials = async () =>
          (await processes()).filter(({ environ }) => environ.includes(`UNLATCH_TRIAL=${place.tmp}/`));

        const running = place.start(['run', '--runtime', 'host', 'held.ts'], { env });
        await expect
          .poll(
            async () => {
              const commands = (await ofTrials()).map(({ command }) => command);
              return inTheTrial.filter((kind) => !commands.some((command) => kind.test(command)));
            },
            { timeout: 120_000, interval: 50 },
          )
          .toEqual([]);
        running.child.kill('SIGKILL');
        expect(await running.ended).toMatchObject({ by: 'SIGKILL' });
        expect(await readdir(place.tmp)).toHaveLength(1);

        expect(await place.run(['run', '--runtime', 'host', 'quick.ts'], { env })).toMatchObject({ code: 0 });
        expect((await ofTrials()).map(({ pid, command }) => `${pid} ${command}`)).toEqual([]);
        expect(await readdir(place.tmp)).toEqual([]);
        expect(await mountsOf(place.tmp)).toEqual([]);
      },
      300_000,
    );
  }
});
