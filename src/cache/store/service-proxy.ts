import type { Env } from '../../go/context.ts';
import { proxyFor } from '../../go/network/proxy-for.ts';

/**
 * The environment for the toolkit's two clients, of which each reads the proxies' variables otherwise than go does: one takes the lower case
 * first, the other takes HTTP_PROXY and ALL_PROXY for https too, neither knows a range of addresses in NO_PROXY or a proxy without a scheme.
 * With this one they come to the proxy that go would take for the cache service. Where the archives are, which may be another host, is
 * not known yet.
 *
 * @returns in `why` that go's proxy is none that they can speak to.
 */
export function serviceProxies(env: Env): { readonly env: Env } | { readonly why: string } {
  const service = serviceUrl(env);
  if (service === null) return { env };
  const bare = Object.fromEntries(
    Object.entries(env).filter(([name]) => !/^((https?|no|all)_proxy|node_use_env_proxy)$/i.test(name)),
  );
  const proxy = proxyFor(service, env);
  const noProxy = env['NO_PROXY'] || env['no_proxy'] || '';
  if (proxy === null) {
    const named = namedProxies(env, service.protocol);
    const spared = [noProxy, service.hostname].filter((text) => text !== '').join(',');
    return { env: { ...bare, ...named, NO_PROXY: spared, no_proxy: spared } };
  }
  if (proxy.protocol !== 'http:' && proxy.protocol !== 'https:') {
    const variable = `${service.protocol === 'https:' ? 'HTTPS' : 'HTTP'}_PROXY`;
    return {
      why: `${variable} names ${proxy.protocol}//${proxy.host}, and the cache's client speaks to http and https proxies alone; NO_PROXY=${service.host} spares the cache service`,
    };
  }
  const { href } = proxy;
  return {
    env: {
      ...bare,
      ...(service.protocol === 'https:' ? {} : { HTTP_PROXY: href, http_proxy: href }),
      ...{ HTTPS_PROXY: href, https_proxy: href, NO_PROXY: noProxy, no_proxy: noProxy },
    },
  };
}

/** As the toolkit finds it (@actions/cache, internal/config.js). */
function serviceUrl(env: Env): URL | null {
  const server = env['GITHUB_SERVER_URL'] || 'https://github.com';
  const isGitHub = URL.canParse(server) && /^(github\.com|.*\.ghe\.com|.*\.localhost)$/i.test(new URL(server).hostname);
  const isV2 = isGitHub && (env['ACTIONS_CACHE_SERVICE_V2'] ?? '') !== '';
  const url = (isV2 ? '' : env['ACTIONS_CACHE_URL']) || env['ACTIONS_RESULTS_URL'] || '';
  return URL.canParse(url) ? new URL(url) : null;
}

/** The user's own, for hosts other than the service's. */
function namedProxies(env: Env, protocol: string): Env {
  return Object.fromEntries(
    (protocol === 'https:' ? ['HTTPS_PROXY'] : ['HTTPS_PROXY', 'HTTP_PROXY']).flatMap((name) => {
      const value = env[name] || env[name.toLowerCase()];
      return value ? [name, name.toLowerCase()].map((one) => [one, value]) : [];
    }),
  );
}
