import http from 'node:http';
import https from 'node:https';
import type { Env } from '../context.ts';
import { netrcEntryFor } from './netrc.ts';
import { proxyFor } from './proxy-for.ts';
import { trustedCertificates } from './trusted-certificates.ts';

/** How a request is sent. */
export interface RequestOptions {
  /** Default: GET. */
  readonly method?: 'GET' | 'DELETE';
  /** Default: whatever comes. */
  readonly accept?: string;
  /** The proxies, the .netrc and the certificates of this environment count. Empty: none but Node's own certificates. */
  readonly env: Env;
  readonly signal: AbortSignal;
  /** Authorization, for the origin of the URL and for no other. Credentials in the URL come before it, ~/.netrc after it. */
  readonly authorization?: string | null | undefined;
}

/** An answer whose body is still to be read. */
export interface HttpAnswer {
  readonly response: http.IncomingMessage;
  /** The last URL of the redirects. */
  readonly url: URL;
  /** The HTTP proxy, without credentials, where the answer is the proxy's own: it refused to connect. */
  readonly refusedBy: string | null;
}

/** As many as Go's client follows. */
const mostRedirects = 10;

/** A redirect that is not followed. */
export class RedirectRefused extends Error {
  override readonly name = 'RedirectRefused';
}

/**
 * Sends a request without a body as go does: by the proxy that the environment names, with the credentials of ~/.netrc, trusting whom the system trusts. A
 * redirect to another origin gets no credentials, and one from https to http is not followed (cmd/go/internal/web); nor is one that would have
 * a DELETE go on as a GET.
 *
 * @throws RedirectRefused, or what node:http throws.
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
    if (redirects === mostRedirects) throw new RedirectRefused(`more than ${mostRedirects} redirects`);
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
    // A zip must come as it is: a transport compression would make Content-Length meaningless.
    'accept-encoding': 'identity',
    'user-agent': 'unlatch',
    ...(accept === undefined ? {} : { accept }),
    ...(authorization === null ? {} : { authorization }),
  };
  const proxy = proxyFor(url, env);
  const isSecure = url.protocol === 'https:';
  const secureContext = isSecure || proxy?.protocol === 'https:' ? await trustedCertificates(env) : undefined;
  // Node's own agent would read the proxies' variables by itself where NODE_USE_ENV_PROXY is set, and otherwise than go.
  const direct = () => (isSecure ? new https.Agent() : new http.Agent());
  const agent = proxy === null ? direct() : await agentFor(url, proxy, secureContext);
  // Credentials of the URL are in the header by now, and go nowhere else.
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
      `${variable} names the proxy ${proxy.protocol}//${proxy.host}, and only http and https proxies are known here; NO_PROXY=${url.host} spares this host`,
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
