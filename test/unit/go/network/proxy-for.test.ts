import { describe, expect, test } from 'vitest';
import { proxyFor } from '../../../../src/go/network/proxy-for.ts';

const proxy = 'http://p.example:3128';
const both = { HTTP_PROXY: proxy, HTTPS_PROXY: proxy };
const goes = (url: string, env: Record<string, string>) => proxyFor(new URL(url), env)?.host ?? null;

describe('which proxy', () => {
  test('HTTPS_PROXY is for https and HTTP_PROXY for http, in either case, the upper one first', () => {
    expect(goes('https://go.dev/dl', { HTTPS_PROXY: 'http://a.example' })).toBe('a.example');
    expect(goes('http://go.dev/dl', { HTTPS_PROXY: 'http://a.example' })).toBeNull();
    expect(goes('https://go.dev/dl', { https_proxy: 'b.example:3128' })).toBe('b.example:3128');
    expect(goes('http://go.dev/dl', { http_proxy: 'b.example', HTTP_PROXY: 'a.example' })).toBe('a.example');
    expect(goes('http://go.dev/dl', { http_proxy: 'b.example', HTTP_PROXY: '' })).toBe('b.example');
  });
  test('this machine is asked without one, whatever NO_PROXY says', () => {
    for (const host of ['localhost:8080', '127.0.0.9', '[::1]:1']) expect(goes(`http://${host}/`, both)).toBeNull();
    expect(goes('http://my.localhost/', both)).toBe('p.example:3128');
  });
  test('a CGI program takes no HTTP_PROXY, which a client could have sent', () => {
    expect(goes('http://go.dev/', { ...both, REQUEST_METHOD: 'GET' })).toBeNull();
    expect(goes('https://go.dev/', { ...both, REQUEST_METHOD: 'GET' })).toBe('p.example:3128');
  });
});

// Each line agrees with net/http's ProxyFromEnvironment of Go 1.26.
describe.each([
  ['example.com', ['example.com', 'a.example.com', 'EXAMPLE.com:8080'], ['xexample.com', 'example.com.au']],
  ['.example.com', ['a.example.com', 'a.b.example.com:8080'], ['example.com']],
  ['*.example.com', ['a.example.com'], ['example.com', 'xexample.com']],
  ['example.com:8080', ['example.com:8080', 'a.example.com:8080'], ['example.com', 'example.com:8081']],
  ['.example.com:443', ['a.example.com:443'], ['a.example.com:444', 'example.com:443']],
  ['10.0.0.0/8', ['10.1.2.3', '10.255.0.1:8080'], ['11.0.0.1', 'ten.example']],
  ['10.1.2.3', ['10.1.2.3', '10.1.2.3:8080'], ['10.1.2.4']],
  ['10.1.2.3:8080', ['10.1.2.3:8080'], ['10.1.2.3']],
  ['2001:db8::/32', ['[2001:db8::1]'], ['[2001:db9::1]']],
  ['2001:db8::1', ['[2001:db8::1]:8443'], ['[2001:db8::2]']],
  ['[2001:db8::1]:8443', ['[2001:db8::1]:8443'], ['[2001:db8::1]']],
  ['[2001:db8::1]', [], ['[2001:db8::1]']],
  ['*', ['example.com', '10.1.2.3'], []],
  [' a.example , B.EXAMPLE ', ['a.example', 'b.example'], ['c.example']],
  ['bücher.example', ['xn--bcher-kva.example', 'bücher.example'], ['bucher.example']],
  ['com', ['example.com'], ['example.org', 'xcom']],
  ['*org,10.1.2.3/99,:80,', [], ['example.org', '10.1.2.3']],
])('NO_PROXY=%s', (noProxy, without, by) => {
  test.for(without)('spares %s', (host) => {
    expect(goes(`http://${host}/`, { ...both, NO_PROXY: noProxy })).toBeNull();
  });
  test.for(by)('does not spare %s', (host) => {
    expect(goes(`http://${host}/`, { ...both, no_proxy: noProxy })).toBe('p.example:3128');
  });
});
