import { BlockList, isIP } from 'node:net';
import { domainToASCII } from 'node:url';
import type { Env } from '../context.ts';

/**
 * The HTTP proxy for a request, from HTTP_PROXY, HTTPS_PROXY and NO_PROXY (or lower case) as go
 * reads them (golang.org/x/net/http/httpproxy). Other programs read them differently: some do not
 * support address ranges, some match a name without a leading dot only exactly.
 *
 * @returns null: no proxy is set, NO_PROXY matches, or the host is this machine.
 */
export function proxyFor(url: URL, env: Env): URL | null {
  const named = url.protocol === 'https:' ? variable(env, 'HTTPS_PROXY') : variable(env, 'HTTP_PROXY');
  // In a CGI program, HTTP_PROXY comes from a header of the client (golang.org/s/cgihttpproxy).
  if (url.protocol === 'http:' && (env['REQUEST_METHOD'] ?? '') !== '') return null;
  const proxy = parseProxy(named);
  if (proxy === null) return null;
  const host = bareHost(url.hostname);
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  if (host === 'localhost' || isLoopback(host)) return null;
  return isExempt(host, port, variable(env, 'NO_PROXY')) ? null : proxy;
}

/** The variable in upper case, else in lower case. */
function variable(env: Env, name: string): string {
  return env[name] || env[name.toLowerCase()] || '';
}

function parseProxy(text: string): URL | null {
  if (text === '') return null;
  const whole = URL.canParse(text) ? new URL(text) : null;
  // "proxy.example:3128" parses too, as a URL with that scheme.
  if (whole !== null && whole.host !== '') return whole;
  return URL.canParse(`http://${text}`) ? new URL(`http://${text}`) : null;
}

function bareHost(hostname: string): string {
  return hostname.replace(/^\[(.*)\]$/, '$1').toLowerCase();
}

function family(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 6 ? 'ipv6' : 'ipv4';
}

function isLoopback(host: string): boolean {
  return isIP(host) !== 0 && inRange(host, '127.0.0.0', 8, '::1', 128);
}

function inRange(host: string, v4: string, v4Bits: number, v6: string, v6Bits: number): boolean {
  const block = new BlockList();
  block.addSubnet(v4, v4Bits, 'ipv4');
  block.addSubnet(v6, v6Bits, 'ipv6');
  return block.check(host, family(host));
}

function isExempt(host: string, port: string, noProxy: string): boolean {
  const isAddress = isIP(host) !== 0;
  for (const element of noProxy.toLowerCase().split(',')) {
    const entry = element.trim();
    if (entry === '') continue;
    if (entry === '*') return true;
    const range = /^([0-9a-f.:]+)\/(\d{1,3})$/.exec(entry);
    if (range !== null) {
      if (isAddress && inSubnet(host, range[1] ?? '', Number(range[2]))) return true;
      continue;
    }
    const { name, port: wantedPort } = splitPort(entry);
    if (name === '' || (wantedPort !== '' && wantedPort !== port)) continue;
    if (isIP(name) !== 0) {
      if (isAddress && inSubnet(host, name, isIP(name) === 6 ? 128 : 32)) return true;
      continue;
    }
    // A name never matches an address, whatever it resolves to.
    if (!isAddress && isBelow(host, name)) return true;
  }
  return false;
}

/**
 * "example.com" matches the host and its subdomains; ".example.com" and "*.example.com" only
 * subdomains.
 */
function isBelow(host: string, entry: string): boolean {
  const name = entry.startsWith('*.') ? entry.slice(1) : entry;
  const ascii = (text: string) => domainToASCII(text) || text;
  if (name.startsWith('.')) return host.endsWith(`.${ascii(name.slice(1))}`);
  return host === ascii(name) || host.endsWith(`.${ascii(name)}`);
}

/** "host:port", "[v6]:port", or without a port. go does not accept a bare "[v6]". */
function splitPort(entry: string): { readonly name: string; readonly port: string } {
  const [, v6, port = ''] = /^\[([^\]]*)\]:(.*)$/.exec(entry) ?? [];
  if (v6 !== undefined) return { name: v6, port };
  const parts = entry.split(':');
  // More than one colon: an IPv6 address without brackets.
  return parts.length === 2 ? { name: parts[0] ?? '', port: parts[1] ?? '' } : { name: entry, port: '' };
}

function inSubnet(host: string, network: string, bits: number): boolean {
  // As in Go, an invalid range matches nothing.
  if (isIP(network) === 0 || bits > (isIP(network) === 6 ? 128 : 32)) return false;
  const block = new BlockList();
  block.addSubnet(network, bits, family(network));
  return block.check(host, family(host));
}
