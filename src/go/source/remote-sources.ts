import type { ProvisionContext } from '../context.ts';
import type { GoSettings } from '../go-settings.ts';
import { builtInMatrix, pinnedHash } from '../matrix.ts';
import { namesProxy } from '../network/module-proxy.ts';
import { hostPlatform, platformKey } from '../platform.ts';
import { goDevSource } from './go-dev-source.ts';
import type { GoSource } from './go-source.ts';
import { type ProxyTrust, proxySource } from './proxy-source.ts';

/**
 * The remote sources of a version, in the order in which to try them: the named module proxies,
 * then go.dev.
 *
 * GOSUMDB=off disables verification of modules, but not of Go itself: then Go comes from a proxy
 * only if go.dev is unavailable, and is still verified by the checksum database.
 */
export function remoteSources(
  version: string,
  settings: GoSettings,
  findVerifyingGo: ProxyTrust['findVerifyingGo'],
  context: ProvisionContext,
): readonly GoSource[] {
  const { goproxy, gosumdb } = settings;
  const goDev = goDevSource(context);
  if (goproxy === null) return [goDev];
  const proxy = proxySource('module proxy', { goproxy, gosumdb, findVerifyingGo }, context);
  const platform = context.platform ?? hostPlatform();
  const pin = pinnedHash(context.matrix ?? builtInMatrix(), version, platformKey(platform));
  if (gosumdb !== 'off' || pin !== null || !namesProxy(goproxy)) return [proxy, goDev];
  return [proxy, goDev, proxySource('proxy again', { goproxy, gosumdb: null, findVerifyingGo }, context)];
}
