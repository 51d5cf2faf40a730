import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inputNames } from '../../src/action/inputs.ts';
import { catalogue } from '../../src/cli/catalogue.ts';
import { packageRoot } from '../../src/package-root.ts';
import { findingFiles } from '../../tools/finding-files.ts';
import { generatedFolders, pages } from '../../tools/pages.ts';

const docs = join(packageRoot(), 'docs');
const made = await pages();

test('each generated page is what `npm run docs` writes', async () => {
  const written = await Promise.all(
    [...made.keys()].map(async (path) => [path, await readFile(join(docs, path), 'utf8').catch(String)] as const),
  );
  expect(new Map(written)).toEqual(made);
});

test.each(generatedFolders)('docs/%s has no page of what is no more', async (folder) => {
  for (const name of await readdir(join(docs, folder))) expect([...made.keys()]).toContain(`${folder}/${name}`);
});

test('every finding, scenario, command and input has its place', async () => {
  for (const id of findingFiles.keys()) expect([...made.keys()]).toContain(`findings/${id}.md`);
  for (const { id } of catalogue) expect([...made.keys()]).toContain(`scenarios/${id}.md`);
  for (const name of inputNames) expect(made.get('action-reference.md')).toContain(`| \`${name}\` |`);
  for (const folder of await readdir(join(packageRoot(), 'src/cli'), { withFileTypes: true }))
    if (folder.isDirectory()) expect(made.get('commands.md')).toContain(`\n## unlatch ${folder.name}\n`);
});
