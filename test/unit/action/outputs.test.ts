import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { outputNames } from '../../../src/action/outputs.ts';
import { cacheKinds } from '../../../src/cache/kind.ts';
import { packageRoot } from '../../../src/package-root.ts';

test('the outputs are those of action.yml, no more and no fewer', async () => {
  const text = await readFile(join(packageRoot(), 'action.yml'), 'utf8');
  const section = /^outputs:\n(.*?)^runs:/ms.exec(text)?.[1] ?? '';
  const names = [...section.matchAll(/^ {2}([a-z-]+):$/gm)].map(([, name]) => name);
  expect([...outputNames].sort()).toEqual(names.sort());
});

test('each cache has outputs of its own', () => {
  for (const kind of cacheKinds) expect(outputNames).toContain(`${kind}-hit`);
});
