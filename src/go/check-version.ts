/** Checks that a version exists before it is needed. Fetches only a list. */
import type { ProvisionContext } from './context.ts';
import { builtInMatrix } from './matrix.ts';
import { hostPlatform, platformKey } from './platform.ts';
import { listGoplsVersions, noSuchGopls } from './provision/provision-gopls.ts';
import { listStore } from './store/store.ts';
import { matrixGoVersions, parseGoRequest, resolveByLists } from './versions.ts';

/**
 * @param version "1.22.12"
 * @throws UserError when there is no such Go; EnvironmentError when the list cannot be fetched.
 */
export async function checkGoVersion(version: string, context: ProvisionContext): Promise<void> {
  const platform = context.platform ?? hostPlatform();
  if (matrixGoVersions(context).includes(version)) return;
  if ((await listStore(context.env, 'go', platformKey(platform))).includes(version)) return;
  await resolveByLists(version, parseGoRequest(version), context);
}

/**
 * @param version "0.18.1"
 * @throws UserError when there is no such gopls; EnvironmentError when the list cannot be fetched.
 */
export async function checkGoplsVersion(version: string, context: ProvisionContext): Promise<void> {
  const platform = context.platform ?? hostPlatform();
  if ((context.matrix ?? builtInMatrix()).gopls.includes(version)) return;
  if ((await listStore(context.env, 'gopls', platformKey(platform))).includes(version)) return;
  const known = await listGoplsVersions(context);
  if (!known.includes(version)) throw noSuchGopls(version, known);
}
