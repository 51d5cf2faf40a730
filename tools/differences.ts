/** `node tools/differences.ts`: writes docs/differences.md, where the action differs from actions/setup-go and why. A test holds it to the code. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { differencesText } from './compare-with-setup-go.ts';

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await writeFile(join(import.meta.dirname, '../docs/differences.md'), differencesText());
}
