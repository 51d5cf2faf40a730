/** The newest Go of the matrix, provisioned as in a run: from PATH, the tool cache or the store, else downloaded. */
import { provisionGo } from '../../../src/go/provision/provision-go.ts';
import { matrixGoVersions } from '../../../src/go/versions.ts';
import type { Toolchain } from '../../../src/lab/runtime/runtime.ts';

export async function aRealGo(): Promise<Toolchain> {
  const newest = matrixGoVersions({}).at(-1);
  if (newest === undefined) throw new Error('docker/versions.json pins no Go for this machine');
  const { version, goroot } = await provisionGo(newest, { env: process.env });
  return { go: { version, goroot }, gopls: null };
}
