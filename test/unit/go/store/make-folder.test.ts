import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder } from '../../../../src/go/store/make-folder.ts';

test('folders are made with those above them, also where they are there already, and by two at once', async () => {
  const root = await mkdtemp(join(tmpdir(), 'make-folder-'));
  try {
    const path = join(root, 'a/b/c');
    await Promise.all([makeFolder(path), makeFolder(path)]);
    await makeFolder(path);
    expect(existsSync(path)).toBe(true);
  } finally {
    await rm(root, { recursive: true });
  }
});

test.skipIf(process.platform !== 'linux')(
  'where nothing can be made, as below /proc, it ends with the reason',
  async () => {
    await expect(makeFolder('/proc/gone/a')).rejects.toMatchObject({ code: 'ENOENT' });
    await expect(makeFolder('/proc/version/a')).rejects.toMatchObject({ code: 'ENOTDIR' });
  },
);
