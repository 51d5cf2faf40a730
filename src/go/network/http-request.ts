import http from 'node:http';
import https from 'node:https';
import type { Env } from '../context.ts';
import { netrcEntryFor } from './netrc.ts';
import { proxyFor } from './proxy-for.ts';
import { trustedCertificates } from './trusted-certificates.ts';

/** Options of a request. */
export interface RequestOptions {
  /** Default: GET. */
  readonly method?: 'GET' | 'DELETE';
  /** Default: any content type. */
  readonly accept?: string;
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
 * Sends a request without a body as go does: through the proxy of the environment, with credentials
 * from ~/.netrc, trusting the system's certificates. A redirect to another origin gets no
 * credentials. A redirect from https to http, or of a DELETE, is not followed (cmd/go/internal/web).
 *
 * @throws RedirectRefused, or an error of node:http.
 */
export async function httpRequest(start: URL, options: RequestOptions): Promise<HttpAnswer> {
  const authorization = await authorizationFor(start, options);
  let url = start;
  for (let redirects = 0; ; redirects++) {
    const answer = await sendOnce(url, url.origin === start.origin ? authorization : null, options);
    const { statusCode = 0, headers } = answer.response;
    const followed = options.method === 'DELETE' ? [301, 302, 307, 308] : [301, 302, 303, 307, 308];
    const isRedirect = followed.includes(statusCode) && headers.location !== undefined;
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

async function authorizationFor(url: URL, options: RequestOptions): Promise<string | null> {
  const basic = (login: string, password: string) => `Basic ${Buffer.from(`${login}:${password}`).toString('base64')}`;
  if (url.username !== '' || url.password !== '') {
    return basic(decodeURIComponent(url.username), decodeURIComponent(url.password));
  }
  if (options.authorization != null) return options.authorization;
  const entry = await netrcEntryFor(url, options.env);
  return entry === null ? null : basic(entry.login, entry.password);
}

async function sendOnce(url: URL, authorization: string | null, options: RequestOptions): Promise<HttpAnswer> {
  const { env, signal, method = 'GET', accept } = options;
  const headers: http.OutgoingHttpHeaders = {
    // Transport compression would make Content-Length meaningless.
    'accept-encoding': 'identity',
    'user-agent': 'unlatch',
    ...(accept === undefined ? {} : { accept }),
    ...(authorization === null ? {} : { authorization }),
  };
  const proxy = proxyFor(url, env);
  const isSecure = url.protocol === 'https:';
  const secureContext = isSecure || proxy?.protocol === 'https:' ? await trustedCertificates(env) : undefined;
  // With NODE_USE_ENV_PROXY set, Node's own agent would read the proxy variables, and differently from go.
  const direct = () => (isSecure ? new https.Agent() : new http.Agent());
  const agent = proxy === null ? direct() : await agentFor(url, proxy, secureContext);
  // Credentials of the URL are already in the header.
  const bare = new URL(url);
  bare.username = '';
  bare.password = '';
  return await new Promise((resolve, reject) => {
    let refusedBy: string | null = null;
    const how = { method, headers, signal, secureContext, agent };
    const request = isSecure ? https.request(bare, how) : http.request(bare, how);
    request.on('proxyConnect', ({ statusCode }: { readonly statusCode: number }) => {
      if (statusCode !== 200 && proxy !== null) refusedBy = `${proxy.protocol}//${proxy.host}`;
    });
    request.on('response', (response) => resolve({ response, url, refusedBy }));
    request.on('error', reject);
    request.end();
  });
}

async function agentFor(
  url: URL,
  proxy: URL,
  secureContext: Awaited<ReturnType<typeof trustedCertificates>> | undefined,
): Promise<http.Agent> {
  if (proxy.protocol !== 'http:' && proxy.protocol !== 'https:') {
    const variable = `${url.protocol === 'https:' ? 'HTTPS' : 'HTTP'}_PROXY`;
    throw new Error(
      `${variable} names the proxy ${proxy.protocol}//${proxy.host}, which is not supported; use an http or https proxy, or NO_PROXY=${url.host}`,
    );
  }
  const options = secureContext === undefined ? {} : { secureContext };
  if (url.protocol === 'https:') {
    const { HttpsProxyAgent } = await import('https-proxy-agent');
    return new HttpsProxyAgent(proxy, options);
  }
  const { HttpProxyAgent } = await import('http-proxy-agent');
  return new HttpProxyAgent(proxy, options);
}
