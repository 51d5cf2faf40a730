import { appendFileSync, watch } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { onFaultHit } from '../../../src/lsp/on-fault-hit.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'strike-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

test('reports one hit only', async () => {
  await writeFile(join(folder, '0'), 'armed\n');
  let told = 0;
  await new Promise<void>((resolve) => {
    onFaultHit(folder, () => {
      told += 1;
      resolve();
    });
    appendFileSync(join(folder, '0'), 'struck /a\n');
  });
  appendFileSync(join(folder, '0'), 'struck /b\n');
  // The one that begins to watch last is told last.
  await new Promise<void>((resolve) => {
    onFaultHit(folder, resolve);
    appendFileSync(join(folder, '0'), 'struck /c\n');
  });
  expect(told).toBe(1);
});

test('ignores earlier hits, other lines and the output of a fault', async () => {
  await writeFile(join(folder, '0'), 'armed\nstruck /before\n');
  let told = 0;
  onFaultHit(folder, () => {
    told += 1;
  });
  // Laid after, so that it hears of each change after.
  const watcher = watch(folder);
  const heard = new Promise((resolve) => watcher.on('change', (_, name) => name === '0.output' && resolve(name)));
  appendFileSync(join(folder, '0'), 'waiter 7\n');
  appendFileSync(join(folder, '0.output'), 'struck /\n');
  await heard;
  watcher.close();
  expect(told).toBe(0);
  const after = new Promise<void>((resolve) => onFaultHit(folder, resolve));
  appendFileSync(join(folder, '0'), 'struck /after\n');
  await after;
  expect(told).toBe(1);
});

test('throws in a trial without a fault', () => {
  expect(() => onFaultHit(join(folder, 'hold'), () => undefined)).toThrow('ENOENT');
});
