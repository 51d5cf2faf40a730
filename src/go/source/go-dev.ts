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

/** For the log and for messages. */
export const goDevName = 'go.dev';

const defaultUrl = 'https://go.dev/dl';

/** Where archives are, and who may have them. */
export interface ArchivePlace {
  /** go.dev/dl, or a mirror of it. */
  readonly base: URL;
  /** Sent there and nowhere else. */
  readonly authorization: string | null;
}

export function goDev(context: ProvisionContext): ArchivePlace {
  return { base: new URL(context.goDevUrl ?? defaultUrl), authorization: null };
}

/** A file below the place; a query, which may be a signature, is kept. */
export function urlAt({ base }: ArchivePlace, name: string): URL {
  const url = new URL(base);
  url.pathname = `${base.pathname.replace(/\/+$/, '')}/${encodeURIComponent(name)}`;
  return url;
}

/** The archives for a platform, from the place's JSON index. Throws DownloadError, or EnvironmentError for an odd index. */
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

/** The archives of go.dev that it publishes a SHA-256 of. Throws DownloadError, or EnvironmentError for an odd index. */
export async function listGoDevArchives(
  platform: Platform,
  context: ProvisionContext,
): Promise<readonly (IndexedArchive & { readonly sha256: string })[]> {
  const archives = await listArchives(goDev(context), platform, context);
  return archives.flatMap((archive) => (archive.sha256 === null ? [] : [{ ...archive, sha256: archive.sha256 }]));
}

/** The SHA-256 in the file beside an archive, "NAME.sha256", in hex. Throws DownloadError; null for any other content. */
export async function publishedBeside(
  filename: string,
  place: ArchivePlace,
  context: ProvisionContext,
): Promise<string | null> {
  const options = { ...downloadOptions(place, context), limitBytes: 1 << 16 };
  const text = await downloadText(urlAt(place, `${filename}.sha256`), options);
  // As dl.google.com has it, or as sha256sum prints it.
  return /^\\?([0-9a-f]{64})(?:\s|$)/i.exec(text.trim())?.[1]?.toLowerCase() ?? null;
}

/**
 * Downloads an archive, checks it against its SHA-256, and only then unpacks it into `dir`.
 *
 * @throws DownloadError; ChecksumMismatch; EnvironmentError for a truncated archive, or an entry that climbs out of its folder.
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

/** Unpacks the files below "go/". Go's archives hold directories and plain files only. */
async function unpackTar(file: string, dir: string, from: string, signal: AbortSignal | undefined): Promise<void> {
  const tar = extract();
  // Each entry is awaited before the next is read; `reading` fails with whatever the archive is guilty of.
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
    // An errno is about the disk. The codes of zlib (Z_…) and of streams (ERR_…) are about the archive.
    if (error instanceof EnvironmentError || signal?.aborted || /^E(?!RR_)/.test(errnoOf(error) ?? '')) throw error;
    throw new EnvironmentError(`${from} is truncated or damaged: ${messageOf(error)}`, { cause: error });
  }
}
