import { spawnSync } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inputNames } from '../../src/action/inputs.ts';
import { packageRoot } from '../../src/package-root.ts';
import { anActionlint, broughtOrNull } from '../e2e/tools/a-go-tool.ts';

const folders = ['docs/workflows', '.github/workflows'].map((folder) => join(packageRoot(), folder));
const files = (
  await Promise.all(
    folders.map(async (folder) =>
      (await readdir(folder)).filter((name) => name.endsWith('.yml')).map((name) => join(folder, name)),
    ),
  )
).flat();

const actionlint = await broughtOrNull(anActionlint);

test.skipIf(actionlint === null)(
  'actionlint has nothing to say of any workflow (needs: actionlint, or a network)',
  () => {
    const { status, stdout } = spawnSync(actionlint ?? '', ['-no-color', ...files], { encoding: 'utf8' });
    expect(stdout).toBe('');
    expect(status).toBe(0);
  },
  600_000,
);

test('the workflows of docs/ give the action no input that it does not have', async () => {
  let given = 0;
  for (const file of files) {
    const text = await readFile(file, 'utf8');
    for (const [, block] of text.matchAll(
      /uses: OWNER\/unlatch@v1\n(?: +id: .*\n)?(?: +with:\n((?: {10}\S.*\n)*))?/g,
    )) {
      for (const [, name] of (block ?? '').matchAll(/^ {10}([\w-]+):/gm)) {
        expect(inputNames, file).toContain(name);
        given += 1;
      }
    }
  }
  expect(given).toBeGreaterThan(5);
});

test('docs/action.md links to every one of them', async () => {
  const page = await readFile(join(packageRoot(), 'docs/action.md'), 'utf8');
  for (const name of await readdir(join(packageRoot(), 'docs/workflows')))
    expect(page).toContain(`(workflows/${name})`);
});
