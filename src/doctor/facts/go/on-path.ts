/** The first program with that name on PATH, or null. */
import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { errnoOf } from '../../../errors.ts';
import type { Env } from '../../../go/context.ts';
import { redact } from '../../../redact.ts';

export async function onPath(name: string, env: Env): Promise<string | null> {
  for (const folder of (env['PATH'] ?? '').split(delimiter)) {
    const path = join(folder, name);
    try {
      await access(path, constants.X_OK);
      return redact(path);
    } catch (error) {
      if (errnoOf(error) === undefined) throw error;
    }
  }
  return null;
}
