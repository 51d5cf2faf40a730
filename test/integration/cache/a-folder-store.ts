import { execFile } from 'node:child_process';
import { mkdir, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { CacheStore } from '../../../src/cache/store/store.ts';
import { errnoOf, messageOf } from '../../../src/errors.ts';

const run = promisify(execFile);

/**
 * A store of archives in a folder, for a persistent machine and for benches. It calls tar and zstd like the toolkit
 * (packages/cache/src/internal/tar.ts), so that sizes and times are comparable.
 */
export function folderStore(folder: string): CacheStore {
  return {
    fetch: async ({ kind, root, key, prefixes }) => {
      try {
        const matchedKey = await newestThatFits(folder, [key, ...prefixes]);
        if (matchedKey === null) return { outcome: 'miss' };
        const archive = archivePath(folder, matchedKey);
        const { size } = await stat(archive);
        // The toolkit's options, without -P, which only lets an archive write elsewhere.
        await run('tar', ['-xf', archive, '-C', root, '--use-compress-program', 'unzstd', kind]);
        return { outcome: 'hit', matchedKey, archiveBytes: size };
      } catch (error) {
        return { outcome: 'failed', why: messageOf(error) };
      }
    },
    find: async ({ key, prefixes }) => {
      try {
        const matchedKey = await newestThatFits(folder, [key, ...prefixes]);
        return matchedKey === null ? { outcome: 'miss' } : { outcome: 'hit', matchedKey };
      } catch (error) {
        return { outcome: 'failed', why: messageOf(error) };
      }
    },
    put: async ({ kind, root, key }) => {
      const archive = archivePath(folder, key);
      const unfinished = `${archive}.${process.pid}.tmp`;
      try {
        await mkdir(folder, { recursive: true });
        if (await exists(archive)) return { outcome: 'exists', why: `${key} is there already` };
        await run('tar', ['--posix', '-cf', unfinished, '-C', root, '--use-compress-program', 'zstdmt', kind]);
        await rename(unfinished, archive);
        const { size } = await stat(archive);
        const now = new Date();
        await utimes(archive, now, now);
        return { outcome: 'saved', archiveBytes: size };
      } catch (error) {
        await rm(unfinished, { force: true });
        return { outcome: 'failed', why: messageOf(error) };
      }
    },
  };
}

const ending = '.tar.zst';

function archivePath(folder: string, key: string): string {
  return join(folder, `${encodeURIComponent(key)}${ending}`);
}

async function newestThatFits(folder: string, prefixes: readonly string[]): Promise<string | null> {
  let names: readonly string[];
  try {
    names = await readdir(folder);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return null;
    throw error;
  }
  const keys = names
    .filter((name) => name.endsWith(ending))
    .map((name) => decodeURIComponent(name.slice(0, -ending.length)));
  for (const prefix of prefixes) {
    const dated = await Promise.all(
      keys
        .filter((key) => key.startsWith(prefix))
        .map(async (key) => ({ key, mtimeMs: (await stat(archivePath(folder, key))).mtimeMs })),
    );
    dated.sort((a, b) => b.mtimeMs - a.mtimeMs);
    if (dated[0] !== undefined) return dated[0].key;
  }
  return null;
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return false;
    throw error;
  }
}
