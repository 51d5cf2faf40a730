import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, chown, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { hostRuntime } from '../../src/lab/runtime/host.ts';
import { missingHost } from './a-run.ts';

/** A process that is no more, and whose id nobody is likely to get while the test runs. */
function deadPid(): number {
  return spawnSync('true').pid;
}

/** As a killed unlatch leaves it, with the read-only folders of a module cache. */
async function leftover(pid: number, word: string): Promise<string> {
  const root = join(tmpdir(), `unlatch-${pid}-${word}`);
  await mkdir(join(root, 'gopath/pkg/mod/m'), { recursive: true });
  await writeFile(join(root, 'gopath/pkg/mod/m/m.go'), 'package m\n');
  await chmod(join(root, 'gopath/pkg/mod/m'), 0o555);
  return root;
}

describe.skipIf(missingHost !== null)(`a host runtime that begins (needs: ${missingHost ?? 'nothing more'})`, () => {
  test('removes the sandboxes of an unlatch that was killed, though others do so beside it', async () => {
    const roots = await Promise.all(['aaaaaa', 'bbbbbb', 'cccccc'].map((word) => leftover(deadPid(), word)));
    await Promise.all([1, 2, 3].map(() => hostRuntime({ env: process.env, keep: false, tell: () => {} })));
    expect(roots.filter((root) => existsSync(root))).toEqual([]);
  });

  test('leaves those of a living process, and what only looks like one', async () => {
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
