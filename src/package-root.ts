/** Where unlatch itself lies: the driver of the sandboxes, the image's recipe and the pinned versions are read from there. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json: above src/ when run from source, above dist/ when bundled. */
export function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder)
      throw new Error('unlatch lies outside its package: dist/, docker/ and sandbox/ belong together');
    folder = parent;
  }
  return folder;
}
