import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The first node on PATH outside node_modules; null: there is none. */
export function nodeOfTheMachine(): string | null {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    if (folder.includes('node_modules')) continue;
    const path = join(folder, 'node');
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error;
    }
  }
  return null;
}
