import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import pLimit from 'p-limit';
import type { ZipContents } from '../network/zip.ts';

/**
 * Unpacks a zip of Go that openZip has checked into `dir`, an empty folder: golang.org/toolchain's,
 * or go.dev's for Windows. Like cmd/go/internal/toolchain/select.go, it sets executable bits, which
 * the zip lacks, and copies every _go.mod to go.mod, since a module zip cannot contain the go.mod
 * of another module.
 */
export async function unpackToolchain(
  zip: ZipContents,
  prefix: string,
  dir: string,
  signal: AbortSignal | undefined,
): Promise<void> {
  const files = zip.entries.map((file) => ({ file, path: file.name.slice(prefix.length) }));
  for (const folder of new Set(files.map(({ path }) => dirname(path)))) {
    await mkdir(join(dir, folder), { recursive: true });
  }
  const limit = pLimit(16);
  // After the first failure no other write starts, and running ones are awaited, so that nothing
  // writes while the caller cleans up.
  const stop = new AbortController();
  const results = await Promise.allSettled(
    files.map(({ file, path }) =>
      limit(async () => {
        signal?.throwIfAborted();
        if (stop.signal.aborted) return;
        try {
          const to = join(dir, path);
          const mode = isRunnable(path) ? 0o755 : 0o644;
          await writeFile(to, await zip.read(file), { flag: 'wx', mode });
          if (path === '_go.mod' || path.endsWith('/_go.mod')) await copyFile(to, join(dirname(to), 'go.mod'));
        } catch (error) {
          stop.abort();
          throw error;
        }
      }),
    ),
  );
  for (const result of results) if (result.status === 'rejected') throw result.reason;
}

/** Whether cmd/go makes the file executable (cmd/go/internal/toolchain/select.go, allowExec). */
function isRunnable(path: string): boolean {
  return path.startsWith('bin/') || path.startsWith('pkg/tool/') || /^lib\/(.*\/)?go_[^/]+_[^/]+_exec$/.test(path);
}
