/** `npm run docs`: writes a page for each finding and scenario, and the references of the command line and the action. */
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { actionReference } from './action-reference.ts';
import { commandsPage } from './commands-page.ts';
import { findingPages } from './finding-pages.ts';
import { scenarioPages } from './scenario-pages.ts';

const docs = join(import.meta.dirname, '../docs');

/** Folders of docs/ in which every file is generated. */
export const generatedFolders = ['findings', 'scenarios'] as const;

/** By its path in docs/. */
export async function pages(): Promise<ReadonlyMap<string, string>> {
  return new Map([
    ['commands.md', commandsPage()],
    ['action-reference.md', await actionReference()],
    ...(await findingPages()),
    ...(await scenarioPages()),
  ]);
}

/** Writes them, and removes those of what is no more. */
export async function writePages(): Promise<void> {
  const all = await pages();
  for (const [path, text] of all) {
    await mkdir(dirname(join(docs, path)), { recursive: true });
    await writeFile(join(docs, path), text);
  }
  for (const folder of generatedFolders)
    for (const name of await readdir(join(docs, folder)))
      if (!all.has(`${folder}/${name}`)) await rm(join(docs, folder, name));
}

if (import.meta.main) await writePages();
