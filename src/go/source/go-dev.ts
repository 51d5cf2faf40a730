import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar-stream';
import { EnvironmentError, errnoOf, messageOf } from '../../errors.ts';
import type { ProvisionContext } from '../context.ts';
import { downloadFile, downloadText, redacted } from '../network/download.ts';
import { openZip } from '../network/zip.ts';
import type { Platform } from '../platform.ts';
import { unpackToolchain } from '../provision/unpack-toolchain.ts';
import { archivesIn, type IndexedArchive } from './archive-index.ts';
import { ChecksumMismatch } from './source-answer.ts';

/** The name in the log and in messages. */
export const goDevName = 'go.dev';

const defaultUrl = 'https://go.dev/dl';

/** A site with archives, and how to authenticate there. */
export interface ArchivePlace {
  /** go.dev/dl, or a mirror of it. */
  readonly base: URL;
  /** Sent only there. */
  readonly authorization: string | null;
}

export function goDev(context: ProvisionContext): ArchivePlace {
  return { base: new URL(context.goDevUrl ?? defaultUrl), authorization: null };
}

/** The URL of a file there. Keeps the query, which may be a signature. */
export function urlAt({ base }: ArchivePlace, name: string): URL {
  const url = new URL(base);
  url.pathname = `${base.pathname.replace(/\/+$/, '')}/${encodeURIComponent(name)}`;
  return url;
}

/**
 * The archives for a platform in the site's JSON index. @throws DownloadError, or EnvironmentError
 * for a malformed index.
 */
export async function listArchives(
  place: ArchivePlace,
  platform: Platform,
  context: ProvisionContext,
): Promise<readonly IndexedArchive[]> {
  const url = urlAt(place, '');
  url.searchParams.set('mode', 'json');
  url.searchParams.set('include', 'all');
  const text = await downloadText(url, { ...downloadOptions(place, context), limitBytes: 64 << 20 });
  return archivesIn(text, platform, redacted(url));
}

function downloadOptions({ authorization }: ArchivePlace, context: ProvisionContext) {
  return { signal: context.signal, limits: context.network, env: context.env, authorization };
}

/**
 * The archives of go.dev that have a SHA-256. @throws DownloadError, or EnvironmentError for a
 * malformed index.
 */
export async function listGoDevArchives(
  platform: Platform,
  context: ProvisionContext,
): Promise<readonly (IndexedArchive & { readonly sha256: string })[]> {
  const archives = await listArchives(goDev(context), platform, context);
  return archives.flatMap((archive) => (archive.sha256 === null ? [] : [{ ...archive, sha256: archive.sha256 }]));
}

/**
 * The SHA-256 in the file "NAME.sha256" beside an archive, in hex; null: the file has other
 * content. @throws DownloadError
 */
export async function publishedBeside(
  filename: string,
  place: ArchivePlace,
  context: ProvisionContext,
): Promise<string | null> {
  const options = { ...downloadOptions(place, context), limitBytes: 1 << 16 };
  const text = await downloadText(urlAt(place, `${filename}.sha256`), options);
  // Formats of dl.google.com and of sha256sum.
  return /^\\?([0-9a-f]{64})(?:\s|$)/i.exec(text.trim())?.[1]?.toLowerCase() ?? null;
}

/**
 * Downloads an archive, checks it against its SHA-256, and only then unpacks it into `dir`.
 *
 * @throws DownloadError; ChecksumMismatch; EnvironmentError for a truncated archive, or an entry
 * outside its folder.
 */
export async function fetchArchive(
  archive: IndexedArchive,
  place: ArchivePlace,
  dir: string,
  scratch: string,
  context: ProvisionContext,
): Promise<void> {
  const { version, filename } = archive;
  const file = join(scratch, 'archive');
  const url = urlAt(place, filename);
  await downloadFile(url, file, {
    ...downloadOptions(place, context),
    limitBytes: 500 << 20,
    onBytes: (receivedBytes, totalBytes) =>
      context.onProgress?.({ what: `go ${version}`, receivedBytes, totalBytes: totalBytes ?? archive.sizeBytes }),
  });
  if (archive.sha256 !== null) {
    const hash = createHash('sha256');
    for await (const chunk of createReadStream(file)) hash.update(chunk as Uint8Array);
    const sha256 = hash.digest('hex');
    if (sha256 !== archive.sha256) {
      throw new ChecksumMismatch(
        `go ${version}: ${filename} from ${url.host} is refused: its SHA-256 is ${sha256}, but ${archive.sha256} is published; nothing was kept`,
      );
    }
  }
  const from = `${filename} from ${url.host}`;
  if (!filename.endsWith('.zip')) return await unpackTar(file, dir, from, context.signal);
  await unpackToolchain(await openZip(file, 'go/', from, 'passed-over'), 'go/', dir, context.signal);
}

/** Unpacks the files below "go/". Go's archives contain only directories and plain files. */
async function unpackTar(file: string, dir: string, from: string, signal: AbortSignal | undefined): Promise<void> {
  const tar = extract();
  // Each entry is awaited before the next is read; `reading` fails for a damaged archive.
  const reading = pipeline(createReadStream(file), createGunzip(), tar, signal === undefined ? {} : { signal });
  const unpacking = (async () => {
    const made = new Set<string>();
    for await (const entry of tar) {
      const { name, type, mode } = entry.header;
      const parts = name.replace(/\/$/, '').split('/');
      if (
        parts[0] !== 'go' ||
        parts.some((part) => part === '' || part === '.' || part === '..') ||
        name.includes('\\')
      ) {
        throw new EnvironmentError(`${from} is refused: its entry ${JSON.stringify(name)} is outside of go/`);
      }
      if (type !== 'file' && type !== 'directory') {
        throw new EnvironmentError(`${from} is refused: its entry ${JSON.stringify(name)} is a ${type}`);
      }
      const to = join(dir, ...parts.slice(1));
      const folder = type === 'directory' ? to : dirname(to);
      if (!made.has(folder)) {
        await mkdir(folder, { recursive: true });
        made.add(folder);
      }
      if (type === 'file') {
        await pipeline(
          entry,
          createWriteStream(to, { flags: 'wx', mode: ((mode ?? 0) & 0o111) === 0 ? 0o644 : 0o755 }),
        );
      } else entry.resume();
    }
  })();
  const results = await Promise.allSettled([unpacking, reading]);
  for (const result of results) {
    if (result.status === 'fulfilled') continue;
    const error: unknown = result.reason;
    // An errno means a disk error. Codes of zlib (Z_…) and streams (ERR_…) mean a damaged archive.
    if (error instanceof EnvironmentError || signal?.aborted || /^E(?!RR_)/.test(errnoOf(error) ?? '')) throw error;
    throw new EnvironmentError(`${from} is truncated or damaged: ${messageOf(error)}`, { cause: error });
  }
}
