import type { ProvisionContext } from '../context.ts';
import { readGoSettings } from '../go-settings.ts';
import { DownloadError } from '../network/download.ts';
import { listVersions, namesProxy } from '../network/module-proxy.ts';
import { hostPlatform, type Platform } from '../platform.ts';
import { goDevName, listGoDevArchives } from './go-dev.ts';
import type { GoListing } from './go-source.ts';
import { namesNone } from './proxy-source.ts';

/**
 * The lists of existing versions, in the order in which to try them: the named module proxies, then
 * go.dev.
 *
 * @param toolchainVersions parses the list of the module golang.org/toolchain
 */
export async function goListings(
  context: ProvisionContext,
  toolchainVersions: (list: readonly string[], platform: Platform) => readonly string[],
): Promise<readonly GoListing[]> {
  const platform = context.platform ?? hostPlatform();
  const { goproxy } = await readGoSettings(context.env, platform, context.signal);
  const options = { signal: context.signal, limits: context.network, env: context.env };
  const goDev: GoListing = {
    name: goDevName,
    list: async () => (await listGoDevArchives(platform, context)).map(({ version }) => version),
  };
  if (goproxy === null) return [goDev];
  const proxy: GoListing = {
    name: 'module proxy',
    list: async () => {
      if (!namesProxy(goproxy)) throw new DownloadError(namesNone(goproxy));
      return toolchainVersions(await listVersions(goproxy, 'golang.org/toolchain', options), platform);
    },
  };
  return [proxy, goDev];
}
