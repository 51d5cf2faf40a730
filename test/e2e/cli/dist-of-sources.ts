/** What the tests start as users do: dist/ as the sources build it now. The dist/ of this repository may be older. */
import { execFile } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { packageRoot } from '../../../src/package-root.ts';

const variable = 'UNLATCH_TEST_DIST';

/** Vitest's global setup: built once for all files. */
export async function setup(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'dist-of-sources-'));
  // Some tests start it as another user.
  await chmod(folder, 0o755);
  await promisify(execFile)(process.execPath, ['build.ts', `--into=${folder}`], { cwd: packageRoot() });
  process.env[variable] = folder;
  return () => rm(folder, { recursive: true });
}

/** @throws outside vitest. */
export function distOfSources(): string {
  const folder = process.env[variable];
  if (folder === undefined) throw new Error(`${variable} is not set: the tests run under vitest`);
  return folder;
}
