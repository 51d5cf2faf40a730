import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar-stream';
import * as v from 'valibot';
import { errnoOf, HarnessError, messageOf } from '../errors.ts';
import type { ProvisionContext } from './context.ts';
import { downloadFile, downloadText } from './download.ts';
import type { Platform } from './platform.ts';
import { unpackToolchain } from './unpack-toolchain.ts';
import { openZip } from './zip.ts';

const indexSchema = v.array(
  v.object({
    /** "go1.22.12" */
    version: v.string(),
    files: v.array(
      v.object({
        filename: v.string(),
        os: v.string(),
        arch: v.string(),
        kind: v.string(),
        sha256: v.string(),
        size: v.number(),
      }),
    ),
  }),
);

/** One archive that go.dev publishes. */
export interface GoDevArchive {
  readonly version: string;
  readonly filename: string;
  /** In hex, from the index. */
  readonly sha256: string;
  readonly sizeBytes: number;
}

const defaultUrl = 'https://go.dev/dl';

function baseUrl(context: ProvisionContext): string {
  return (context.goDevUrl ?? defaultUrl).replace(/\/$/, '');
}

/** The archives for a platform (.zip for Windows, else .tar.gz), from the JSON index. Throws DownloadError, or HarnessError for an odd index. */
export async function listGoDevArchives(
  platform: Platform,
  context: ProvisionContext,
): Promise<readonly GoDevArchive[]> {
  const url = new URL(`${baseUrl(context)}/?mode=json&include=all`);
  const text = await downloadText(url, { signal: context.signal, patience: context.network, limitBytes: 64 << 20 });
  const index = v.safeParse(v.pipe(v.string(), v.parseJson(), indexSchema), text);
  if (!index.success) throw new HarnessError(`${url.host}: the index of Go versions is not in the known form`);
  const ending = platform.os === 'windows' ? '.zip' : '.tar.gz';
  return index.output.flatMap(({ version, files }) =>
    files
      .filter((file) => file.kind === 'archive' && file.os === platform.os && file.arch === platform.arch)
      .filter((file) => file.filename.endsWith(ending) && /^[0-9a-f]{64}$/.test(file.sha256))
      .map((file) => ({
        version: version.replace(/^go/, ''),
        filename: file.filename,
        sha256: file.sha256,
        sizeBytes: file.size,
      })),
  );
}

/** The versions for a platform, from the JSON index. */
export async function listGoDevVersions(platform: Platform, context: ProvisionContext): Promise<readonly string[]> {
  return (await listGoDevArchives(platform, context)).map((archive) => archive.version);
}

/**
 * Downloads an archive, checks it against its published SHA-256, and only then unpacks it into `dir`.
 * A HarnessError for a mismatch, a truncated archive, or an entry that climbs out of its folder.
 */
export async function fetchGoDevArchive(
  archive: GoDevArchive,
  dir: string,
  scratch: string,
  context: ProvisionContext,
): Promise<void> {
  const file = join(scratch, 'archive');
  const url = new URL(`${baseUrl(context)}/${encodeURIComponent(archive.filename)}`);
  await downloadFile(url, file, {
    signal: context.signal,
    patience: context.network,
    limitBytes: 500 << 20,
    onBytes: (receivedBytes, totalBytes) =>
      context.onProgress?.({
        what: `go ${archive.version}`,
        receivedBytes,
        totalBytes: totalBytes ?? archive.sizeBytes,
      }),
  });
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Uint8Array);
  const sha256 = hash.digest('hex');
  if (sha256 !== archive.sha256) {
    throw new HarnessError(
      `go ${archive.version}: ${archive.filename} from ${url.host} is refused: its SHA-256 is ${sha256}, but ${archive.sha256} is published; nothing was kept`,
    );
  }
  const from = `${archive.filename} from ${url.host}`;
  if (!archive.filename.endsWith('.zip')) return await unpackTar(file, dir, from, context.signal);
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
        throw new HarnessError(`${from} is refused: its entry ${JSON.stringify(name)} is outside of go/`);
      }
      if (type !== 'file' && type !== 'directory') {
        throw new HarnessError(`${from} is refused: its entry ${JSON.stringify(name)} is a ${type}`);
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
    if (error instanceof HarnessError || signal?.aborted || /^E(?!RR_)/.test(errnoOf(error) ?? '')) throw error;
    throw new HarnessError(`${from} is truncated or damaged: ${messageOf(error)}`, { cause: error });
  }
}
