/** `node tools/differences.ts` writes docs/differences.md: where and why the action differs from setup-go. A test checks it. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { differencesText } from './differences/differences-text.ts';

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await writeFile(join(import.meta.dirname, '../docs/differences.md'), differencesText());
}
