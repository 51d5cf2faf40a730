import type { ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import * as zlib from 'node:zlib';
import { EnvironmentError, errnoOf, messageOf } from '../../../errors.ts';
import { startChild } from '../../../process/start-child.ts';
import type { CacheKind } from '../../kind.ts';
import type { PoolEntry } from './pointer.ts';

const extract = '-xf';

/** Node has it since 22.15. */
const hasZstd = typeof zlib.createZstdCompress === 'function';

export type Packed = Pick<PoolEntry, 'sha256' | 'bytes' | 'compression'>;

/** Packs `root`/`kind` into a file. @throws EnvironmentError in tar's words. */
export async function pack(root: string, kind: CacheKind, file: string, signal: AbortSignal): Promise<Packed> {
  const hash = createHash('sha256');
  let bytes = 0;
  const compressor = hasZstd
    ? // Not with several threads: node's stream then ends before its last bytes.
      zlib.createZstdCompress()
    : zlib.createGzip({ level: 1 });
  await tar(
    ['-cf', '-', '-C', root, kind],
    async ({ stdout }) => {
      if (stdout === null) throw new Error('tar has no output');
      const count = async function* (chunks: AsyncIterable<Buffer>) {
        for await (const chunk of chunks) {
          hash.update(chunk);
          bytes += chunk.length;
          yield chunk;
        }
      };
      await pipeline(stdout, compressor, count, createWriteStream(file), { signal });
    },
    signal,
  );
  return { sha256: hash.digest('hex'), bytes, compression: hasZstd ? 'zstd' : 'gzip' };
}

/**
 * Unpacks into `root`/`kind`. tar itself refuses names outside of it; the caller holds the rest to the manifest.
 *
 * @throws EnvironmentError in tar's words.
 */
export async function unpack(
  file: FileHandle,
  compression: Packed['compression'],
  root: string,
  kind: CacheKind,
  signal: AbortSignal,
): Promise<void> {
  const byProgram = compression === 'zstd' && !hasZstd;
  const options = ['--no-same-owner', '--no-same-permissions', ...(byProgram ? ['--use-compress-program=unzstd'] : [])];
  await tar(
    [extract, '-', '-C', root, ...options, kind],
    async ({ stdin }) => {
      if (stdin === null) throw new Error('tar has no input');
      const source = file.createReadStream({ start: 0, autoClose: false, highWaterMark: 1 << 20 });
      if (byProgram) return await pipeline(source, stdin, { signal });
      const expand = compression === 'zstd' ? zlib.createZstdDecompress() : zlib.createGunzip();
      await pipeline(source, expand, stdin, { signal });
    },
    signal,
  );
}

async function tar(args: readonly string[], talk: (child: ChildProcess) => Promise<void>, signal: AbortSignal) {
  const child = startChild('tar', args, { stdio: ['pipe', 'pipe', 'pipe'], windowsHide: true });
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-2000);
  });
  const kill = () => child.kill('SIGKILL');
  signal.addEventListener('abort', kill);
  try {
    const [broken, [code, by]] = await Promise.all([
      // A pipe that broke ends tar, too.
      talk(child).then(
        () => null,
        (error: unknown) => error ?? new Error('broken off'),
      ),
      once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>,
    ]);
    signal.throwIfAborted();
    // It does not read what pads the last block of an archive: then the pipe breaks, and nothing is amiss.
    if (code === 0 && (broken === null || args[0] === extract)) return;
    // tar's own words say more than the pipe that it broke, and less than what broke it, as a full disk.
    const words = said.trim().split('\n')[0] || (code === null ? `ended by ${by}` : `exit status ${code}`);
    const isOurs = broken !== null && !['EPIPE', 'ERR_STREAM_PREMATURE_CLOSE'].includes(errnoOf(broken) ?? '');
    throw new EnvironmentError(`tar: ${isOurs ? messageOf(broken) : words}`, { cause: broken });
  } catch (error) {
    if (error instanceof EnvironmentError || signal.aborted) throw error;
    throw new EnvironmentError(`tar cannot be run: ${messageOf(error)}`, { cause: error });
  } finally {
    signal.removeEventListener('abort', kill);
  }
}
