import { expect, test } from 'vitest';
import { serviceProxies } from '../../../../src/cache/store/service-proxy.ts';

const github = { ACTIONS_RESULTS_URL: 'https://results.example/', ACTIONS_CACHE_SERVICE_V2: 'true' };

const proxiesOf = (env: Readonly<Record<string, string>>) => {
  const found = serviceProxies(env);
  if ('why' in found) return found.why;
  return Object.fromEntries(Object.entries(found.env).filter(([name]) => /_proxy$/i.test(name)));
};
const both = (name: string, value: string) => ({ [name]: value, [name.toLowerCase()]: value });

test('go’s proxy is the one of both clients, whatever the case and the form in which it is named', () => {
  const expected = { ...both('HTTPS_PROXY', 'http://p.example:3128/'), ...both('NO_PROXY', '') };
  for (const proxies of [
    { HTTPS_PROXY: 'http://p.example:3128' },
    { https_proxy: 'p.example:3128' },
    { HTTPS_PROXY: 'p.example:3128', https_proxy: 'http://other.example', HTTP_PROXY: 'http://third.example' },
  ]) {
    expect(proxiesOf({ ...github, ...proxies })).toEqual(expected);
  }
});

test('a proxy that go does not take for the service is none', () => {
  const spared = both('NO_PROXY', 'results.example');
  for (const proxies of [
    {},
    { HTTP_PROXY: 'http://p.example' },
    { ALL_PROXY: 'socks5://p.example', all_proxy: 'socks5://p.example' },
  ]) {
    expect(proxiesOf({ ...github, ...proxies })).toEqual(spared);
  }
});

test('a service that NO_PROXY spares as go reads it is spared, and other hosts keep their proxy', () => {
  const gitea = { GITHUB_SERVER_URL: 'https://gitea.example', ACTIONS_CACHE_URL: 'http://10.1.2.3:4000/s/' };
  const proxy = both('HTTP_PROXY', 'http://p.example');
  const expected = { ...proxy, ...both('NO_PROXY', '10.0.0.0/8,10.1.2.3') };
  expect(proxiesOf({ ...gitea, HTTP_PROXY: 'http://p.example', NO_PROXY: '10.0.0.0/8' })).toEqual(expected);
});

test('a SOCKS proxy is refused by name and without its password, and for the service that is asked alone', () => {
  const socks = { HTTPS_PROXY: 'socks5://me:s3cret@p.example:1080' };
  expect(proxiesOf({ ...github, ...socks })).toBe(
    "HTTPS_PROXY names socks5://p.example:1080, and the cache's client speaks to http and https proxies alone; NO_PROXY=results.example spares the cache service",
  );
  // The results of Gitea are no business of the cache.
  const gitea = { ...github, GITHUB_SERVER_URL: 'https://gitea.example', ACTIONS_CACHE_URL: 'http://cache.example/' };
  expect(proxiesOf({ ...gitea, ...socks })).toBeTypeOf('object');
});
