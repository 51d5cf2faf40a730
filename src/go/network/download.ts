import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { EnvironmentError, errnoOf, messageOf } from '../../errors.ts';
import type { Env, NetworkLimits } from '../context.ts';
import type { HttpAnswer } from './http-request.ts';
import { namesAuthCommand } from './netrc.ts';

/** A download failed. */
export class DownloadError extends EnvironmentError {
  /** The server said that it does not exist (404, 410, no such file). */
  readonly notExist: boolean;
  /** Another attempt may succeed. */
  readonly transient: boolean;
  /** HTTP status; null: no server answered. */
  readonly status: number | null;

  constructor(
    message: string,
    options: { notExist?: boolean; transient?: boolean; status?: number | null; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause });
    this.status = options.status ?? null;
    this.notExist = options.notExist ?? false;
    this.transient = options.transient ?? false;
  }
}

export interface DownloadOptions {
  readonly signal?: AbortSignal | undefined;
  readonly limits?: NetworkLimits | undefined;
  /** The environment for proxies, ~/.netrc and certificates. Default: empty. */
  readonly env?: Env | undefined;
  /** Sent only to the origin of the URL. */
  readonly authorization?: string | null | undefined;
  /** A larger download is refused. */
  readonly limitBytes: number;
  readonly onBytes?: (receivedBytes: number, totalBytes: number | null) => void;
}

const defaultStallMs = 60_000;
const defaultRetryDelaysMs = [500, 2_000];

/** A URL for a message: no credentials, no query. */
export function redacted(url: URL): string {
  return url.protocol === 'file:' ? url.href : `${url.protocol}//${url.host}${url.pathname}`;
}

/** Downloads a small text (http, https or file). @throws DownloadError */
export async function downloadText(url: URL, options: DownloadOptions): Promise<string> {
  return await withRetries(options, async () => {
    const chunks: Uint8Array[] = [];
    await receive(url, options, async (chunk) => {
      chunks.push(chunk);
    });
    return Buffer.concat(chunks).toString('utf8');
  });
}

/**
 * Downloads into a file, which each attempt starts over. @throws DownloadError, or an error of the
 * disk.
 */
export async function downloadFile(url: URL, file: string, options: DownloadOptions): Promise<void> {
  await withRetries(options, async () => {
    const handle = await open(file, 'w');
    try {
      await receive(url, options, async (chunk) => {
        await handle.writeFile(chunk);
      });
    } finally {
      await handle.close();
    }
  });
}

async function withRetries<T>(options: DownloadOptions, attempt: () => Promise<T>): Promise<T> {
  const delaysMs = options.limits?.retryDelaysMs ?? defaultRetryDelaysMs;
  for (let retry = 0; ; retry++) {
    try {
      return await attempt();
    } catch (error) {
      options.signal?.throwIfAborted();
      const delayMs = delaysMs[retry];
      if (!(error instanceof DownloadError) || !error.transient) throw error;
      if (delayMs === undefined) {
        if (retry === 0) throw error;
        const { notExist, status } = error;
        throw new DownloadError(`${error.message} (tried ${retry + 1} times)`, { notExist, status, cause: error });
      }
      await pause(delayMs, undefined, options.signal === undefined ? {} : { signal: options.signal });
    }
  }
}

type Sink = (chunk: Uint8Array) => Promise<void>;

async function receive(url: URL, options: DownloadOptions, sink: Sink): Promise<void> {
  options.signal?.throwIfAborted();
  if (url.protocol === 'file:') await receiveFile(url, options, sink);
  else await receiveHttp(url, options, sink);
}

async function receiveFile(url: URL, options: DownloadOptions, sink: Sink): Promise<void> {
  const path = fileURLToPath(url);
  let totalBytes: number;
  try {
    totalBytes = (await stat(path)).size;
  } catch (error) {
    const notExist = errnoOf(error) === 'ENOENT' || errnoOf(error) === 'ENOTDIR';
    throw new DownloadError(`${path}: ${notExist ? 'no such file' : messageOf(error)}`, { notExist, cause: error });
  }
  const counted = counter(redacted(url), totalBytes, options, sink);
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    options.signal?.throwIfAborted();
    await counted.take(chunk as Uint8Array);
  }
}

async function receiveHttp(url: URL, options: DownloadOptions, sink: Sink): Promise<void> {
  const name = redacted(url);
  const stallMs = options.limits?.stallMs ?? defaultStallMs;
  const stalled = new AbortController();
  const watch = setTimeout(() => stalled.abort(), stallMs);
  const signals = options.signal === undefined ? [stalled.signal] : [stalled.signal, options.signal];
  const { env = {}, authorization } = options;
  // Loaded lazily: a Go that is already on the machine needs no network.
  const [{ httpRequest }, { networkErrno, networkMessage }] = await Promise.all([
    import('./http-request.ts'),
    import('./network-message.ts'),
  ]);
  try {
    const answer = await httpRequest(url, { env, authorization, signal: AbortSignal.any(signals) });
    const { response } = answer;
    const { statusCode: status = 0, headers } = response;
    if (status < 200 || status > 299) throw await refusal(name, answer, env);
    const length = headers['content-length'];
    const counted = counter(name, length === undefined ? null : Number(length), options, sink);
    for await (const chunk of response) {
      watch.refresh();
      await counted.take(chunk as Uint8Array);
      watch.refresh();
    }
    counted.end();
  } catch (error) {
    options.signal?.throwIfAborted();
    if (stalled.signal.aborted) {
      throw new DownloadError(`${name}: no data for ${stallMs / 1000} s`, { cause: error });
    }
    if (error instanceof DownloadError || isDiskError(error)) throw error;
    const errno = networkErrno(error);
    throw new DownloadError(`${name}: ${networkMessage(error)}`, {
      transient: errno !== undefined && transientErrnos.has(errno),
      cause: error,
    });
  } finally {
    clearTimeout(watch);
  }
}

async function refusal(name: string, { response, refusedBy, url }: HttpAnswer, env: Env): Promise<DownloadError> {
  const { statusCode: status = 0, statusMessage = '' } = response;
  const said = `${status} ${statusMessage}`.trimEnd();
  // The proxy's own answer says nothing about the file.
  if (refusedBy !== null) {
    response.destroy();
    return new DownloadError(`${name}: the HTTP proxy ${refusedBy} answered ${said}`, { transient: status >= 500 });
  }
  const words = await reasonIn(response);
  // go asks for credentials over https alone.
  const couldAsk = [401, 403].includes(status) && url.protocol === 'https:' && namesAuthCommand(env);
  const hint = couldAsk ? ' (GOAUTH names a command, which only go runs: ~/.netrc is read here)' : '';
  return new DownloadError(`${name}: ${said}${words === '' ? '' : `: ${words}`}${hint}`, {
    status,
    notExist: status === 404 || status === 410,
    transient: status >= 500 || status === 429,
  });
}

const maxMessageLength = 200;

/**
 * The first line of a text/plain response, where a module proxy gives the reason
 * (cmd/go/internal/web, HTTPError).
 */
async function reasonIn(response: IncomingMessage): Promise<string> {
  if (!/^text\/plain\b/.test(response.headers['content-type'] ?? '')) {
    response.destroy();
    return '';
  }
  let text = '';
  for await (const chunk of response) {
    text += String(chunk);
    if (text.length > maxMessageLength) break;
  }
  const [line = ''] = text.trim().split('\n');
  return line.slice(0, maxMessageLength).replace(/\p{Cc}/gu, ' ');
}

function counter(name: string, totalBytes: number | null, options: DownloadOptions, sink: Sink) {
  let receivedBytes = 0;
  const tooBig = () => new DownloadError(`${name}: larger than the limit of ${options.limitBytes} bytes`);
  if (totalBytes !== null && totalBytes > options.limitBytes) throw tooBig();
  return {
    take: async (chunk: Uint8Array) => {
      receivedBytes += chunk.byteLength;
      if (receivedBytes > options.limitBytes) throw tooBig();
      await sink(chunk);
      options.onBytes?.(receivedBytes, totalBytes);
    },
    end: () => {
      if (totalBytes !== null && receivedBytes !== totalBytes) {
        throw new DownloadError(`${name}: cut off after ${receivedBytes} of ${totalBytes} bytes`, { transient: true });
      }
    },
  };
}

const transientErrnos: ReadonlySet<string> = new Set(['ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EAI_AGAIN']);

function isDiskError(error: unknown): boolean {
  // Errors of sockets name a syscall too, but 'connect' or 'read'.
  return (
    error instanceof Error &&
    'syscall' in error &&
    (error.syscall === 'write' || error.syscall === 'open') &&
    ['ENOSPC', 'EDQUOT', 'EIO', 'EROFS', 'EFBIG'].includes(errnoOf(error) ?? '')
  );
}
