/** unlatch's own folder, with the sandbox driver, the image's recipe and the pinned versions. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json: above src/ when run from source, above dist/ when bundled; the single executable unpacks it. */
export function packageRoot(): string {
  const embedded: unknown = Reflect.get(globalThis, Symbol.for('unlatch.root'));
  if (typeof embedded === 'function') return String(embedded());
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('unlatch is outside its package; keep dist/, docker/ and sandbox/ together');
    folder = parent;
  }
  return folder;
}
