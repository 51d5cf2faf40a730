import http from 'node:http';
import https from 'node:https';
import type { Env } from '../context.ts';
import { netrcEntryFor } from './netrc.ts';
import { proxyFor } from './proxy-for.ts';
import { trustedCertificates } from './trusted-certificates.ts';

/** Options of a GET request. */
export interface GetOptions {
  /** The environment for proxies, .netrc and certificates. Empty: only Node's own certificates. */
  readonly env: Env;
  readonly signal: AbortSignal;
  /**
   * Authorization header, only for the origin of the URL. Credentials in the URL take precedence
   * over it, and it over ~/.netrc.
   */
  readonly authorization?: string | null | undefined;
}

/** A response whose body has not been read yet. */
export interface HttpAnswer {
  readonly response: http.IncomingMessage;
  /** The URL after all redirects. */
  readonly url: URL;
  /**
   * The HTTP proxy, without credentials, if it refused to connect; the response is then the proxy's
   * own.
   */
  readonly refusedBy: string | null;
}

/** The limit of Go's client. */
const maxRedirects = 10;

/** A redirect that is not followed. */
export class RedirectRefused extends Error {
  override readonly name = 'RedirectRefused';
}

/**
 * Sends a GET as go does: through the proxy of the environment, with credentials from ~/.netrc,
 * trusting the system's certificates. A redirect to another origin gets no credentials, and one
 * from https to http is not followed (cmd/go/internal/web).
 *
 * @throws RedirectRefused, or an error of node:http.
 */
export async function httpGet(start: URL, options: GetOptions): Promise<HttpAnswer> {
  const authorization = await authorizationFor(start, options);
  let url = start;
  for (let redirects = 0; ; redirects++) {
    const answer = await getOnce(url, url.origin === start.origin ? authorization : null, options);
    const { statusCode = 0, headers } = answer.response;
    const isRedirect = [301, 302, 303, 307, 308].includes(statusCode) && headers.location !== undefined;
    if (!isRedirect || answer.refusedBy !== null) return answer;
    answer.response.destroy();
    const next = new URL(headers.location ?? '', url);
    if (redirects === maxRedirects) throw new RedirectRefused(`more than ${maxRedirects} redirects`);
    if (next.protocol !== 'https:' && (next.protocol !== 'http:' || url.protocol === 'https:')) {
      throw new RedirectRefused(`it redirects from ${url.protocol}// to ${next.protocol}//${next.host}`);
    }
    url = next;
  }
}

async function authorizationFor(url: URL, options: GetOptions): Promise<string | null> {
  const basic = (login: string, password: string) => `Basic ${Buffer.from(`${login}:${password}`).toString('base64')}`;
  if (url.username !== '' || url.password !== '') {
    return basic(decodeURIComponent(url.username), decodeURIComponent(url.password));
  }
  if (options.authorization != null) return options.authorization;
  const entry = await netrcEntryFor(url, options.env);
  return entry === null ? null : basic(entry.login, entry.password);
}

async function getOnce(url: URL, authorization: string | null, { env, signal }: GetOptions): Promise<HttpAnswer> {
  const headers: http.OutgoingHttpHeaders = {
    // Transport compression would make Content-Length meaningless.
    'accept-encoding': 'identity',
    'user-agent': 'unlatch',
    ...(authorization === null ? {} : { authorization }),
  };
  const proxy = proxyFor(url, env);
  const isSecure = url.protocol === 'https:';
  const secureContext = isSecure || proxy?.protocol === 'https:' ? await trustedCertificates(env) : undefined;
  const agent = proxy === null ? undefined : await agentFor(url, proxy, secureContext);
  // Credentials of the URL are already in the header.
  const bare = new URL(url);
  bare.username = '';
  bare.password = '';
  return await new Promise((resolve, reject) => {
    let refusedBy: string | null = null;
    const options = { headers, signal, secureContext, ...(agent === undefined ? {} : { agent }) };
    const request = isSecure ? https.get(bare, options) : http.get(bare, options);
    request.on('proxyConnect', ({ statusCode }: { readonly statusCode: number }) => {
      if (statusCode !== 200 && proxy !== null) refusedBy = `${proxy.protocol}//${proxy.host}`;
    });
    request.on('response', (response) => resolve({ response, url, refusedBy }));
    request.on('error', reject);
  });
}

async function agentFor(
  url: URL,
  proxy: URL,
  secureContext: Awaited<ReturnType<typeof trustedCertificates>> | undefined,
): Promise<http.Agent> {
  if (proxy.protocol !== 'http:' && proxy.protocol !== 'https:') {
    throw new Error(`the proxy ${proxy.protocol}//${proxy.host} is not supported; use an http or https proxy`);
  }
  const options = secureContext === undefined ? {} : { secureContext };
  if (url.protocol === 'https:') {
    const { HttpsProxyAgent } = await import('https-proxy-agent');
    return new HttpsProxyAgent(proxy, options);
  }
  const { HttpProxyAgent } = await import('http-proxy-agent');
  return new HttpProxyAgent(proxy, options);
}
