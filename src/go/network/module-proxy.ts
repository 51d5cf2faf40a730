import { isAbsolute } from 'node:path';
import { UserError } from '../../errors.ts';
import { DownloadError, type DownloadOptions, downloadFile, downloadText, redacted } from './download.ts';

/** One element of GOPROXY. */
export interface ProxyEntry {
  /** A URL, "direct" or "off". */
  readonly url: string;
  /**
   * Followed by "|": any error falls back to the next entry. After ",": only "does not exist" does.
   */
  readonly fallBackOnError: boolean;
}

/**
 * Parses GOPROXY as cmd/go does (cmd/go/internal/modfetch/proxy.go, proxyList): "off" and "direct"
 * end the list, and a host without a scheme means https.
 *
 * @throws UserError for an entry that cmd/go rejects.
 */
export function parseGoproxy(goproxy: string): readonly ProxyEntry[] {
  const entries: ProxyEntry[] = [];
  for (const [, text = '', separator] of goproxy.matchAll(/([^,|]*)([,|]|$)/g)) {
    let url = text.trim();
    if (url === '') continue;
    if (url === 'off' || url === 'direct') {
      entries.push({ url, fallBackOnError: false });
      break;
    }
    if (/[.:/]/.test(url) && !url.includes(':/') && !isAbsolute(url)) url = `https://${url}`;
    proxyBase(url);
    entries.push({ url, fallBackOnError: separator === '|' });
  }
  if (entries.length === 0) throw new UserError('GOPROXY is set, but has no entries');
  return entries;
}

function proxyBase(text: string): URL {
  let url: URL;
  try {
    url = new URL(text);
  } catch (error) {
    throw new UserError(`GOPROXY: an entry is not a URL; it must be http://, https://, file://, direct or off`, {
      cause: error,
    });
  }
  if (url.protocol === 'file:') {
    if (url.host !== '' || url.search !== '' || url.hash !== '') {
      throw new UserError(`GOPROXY: ${text}: a file URL may only have a path`);
    }
  } else if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new UserError(`GOPROXY: invalid scheme ${url.protocol}//; it must be http, https or file`);
  }
  return url;
}

/**
 * Whether GOPROXY names a proxy, not only "direct" or "off". @throws UserError for an entry that
 * cmd/go rejects.
 */
export function namesProxy(goproxy: string): boolean {
  return parseGoproxy(goproxy).some(({ url }) => url !== 'off' && url !== 'direct');
}

/** "Foo" → "!foo" (golang.org/x/mod/module, EscapePath). */
export function escapePath(path: string): string {
  return path.replace(/[A-Z]/g, (letter) => `!${letter.toLowerCase()}`);
}

/**
 * Calls `attempt` with each proxy in turn until one succeeds (cmd/go/internal/modfetch/proxy.go,
 * TryProxies). "direct" ends the search, since a toolchain cannot be cloned from a repository, and
 * so does "off".
 *
 * @throws DownloadError with the answer of every proxy; `notExist` if all say that it does not
 * exist.
 * @throws UserError when the list allows no download at all.
 */
export async function tryProxies<T>(goproxy: string, what: string, attempt: (base: URL) => Promise<T>): Promise<T> {
  const answers: string[] = [];
  let asked = 0;
  let notExist = true;
  let status: number | null = null;
  let cause: unknown;
  for (const entry of parseGoproxy(goproxy)) {
    if (entry.url === 'off') {
      answers.push('GOPROXY=off ends the search');
      break;
    }
    if (entry.url === 'direct') {
      answers.push('"direct" cannot provide it');
      break;
    }
    asked++;
    try {
      return await attempt(proxyBase(entry.url));
    } catch (error) {
      if (!(error instanceof DownloadError)) throw error;
      answers.push(error.message);
      if (!error.notExist || cause === undefined) cause = error;
      notExist &&= error.notExist;
      status = error.status ?? status;
      if (!entry.fallBackOnError && !error.notExist) break;
    }
  }
  if (asked === 0) {
    throw new UserError(`cannot download ${what}: ${answers.join('; ')}; set GOPROXY to a module proxy`);
  }
  throw new DownloadError(`cannot download ${what}: ${answers.join('; ')}`, { notExist, status, cause });
}

function endpoint(base: URL, module: string, file: string): URL {
  const url = new URL(base);
  url.pathname = `${base.pathname.replace(/\/$/, '')}/${escapePath(module)}/@v/${escapePath(file)}`;
  return url;
}

const textLimitBytes = 16 << 20;

/** The versions in `@v/list`, unsorted. */
export async function listVersions(
  goproxy: string,
  module: string,
  options: Omit<DownloadOptions, 'limitBytes'>,
): Promise<readonly string[]> {
  return await tryProxies(goproxy, `the list of versions of ${module}`, async (base) => {
    const text = await downloadText(endpoint(base, module, 'list'), { ...options, limitBytes: textLimitBytes });
    // Like cmd/go, uses only the first field of a line: some proxies append a time.
    return text.split('\n').flatMap((line) => line.trim().split(/\s+/)[0] || []);
  });
}

/** The go.mod of a module version. */
export async function readGoMod(
  goproxy: string,
  module: string,
  version: string,
  options: Omit<DownloadOptions, 'limitBytes'>,
): Promise<string> {
  return await tryProxies(goproxy, `go.mod of ${module}@${version}`, (base) =>
    downloadText(endpoint(base, module, `${version}.mod`), { ...options, limitBytes: textLimitBytes }),
  );
}

/** cmd/go rejects a zip that is larger, or unpacks to more (golang.org/x/mod/zip, MaxZipFile). */
export const maxZipBytes = 500 << 20;

/** Downloads a module's zip into `file`. @returns where it came from, without credentials. */
export async function downloadZip(
  goproxy: string,
  module: string,
  version: string,
  file: string,
  options: Omit<DownloadOptions, 'limitBytes'> & { readonly what: string },
): Promise<string> {
  return await tryProxies(goproxy, options.what, async (base) => {
    const url = endpoint(base, module, `${version}.zip`);
    await downloadFile(url, file, { ...options, limitBytes: maxZipBytes });
    return redacted(url);
  });
}
