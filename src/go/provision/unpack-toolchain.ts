import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import pLimit from 'p-limit';
import type { ZipContents } from '../network/zip.ts';

/**
 * Unpacks a zip of Go that openZip has passed into `dir`, an empty directory: golang.org/toolchain's, or go.dev's for Windows.
 * As in cmd/go/internal/toolchain/select.go, run bits are given here, because the zip has none, and every _go.mod gets
 * a copy named go.mod, because a module zip cannot hold the go.mod of another module.
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
  // After the first failure the others are not begun, and those under way are waited for: nothing writes behind the
  // caller's back while it cleans up.
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

/** Which files cmd/go makes executable (cmd/go/internal/toolchain/select.go, allowExec). */
function isRunnable(path: string): boolean {
  return path.startsWith('bin/') || path.startsWith('pkg/tool/') || /^lib\/(.*\/)?go_[^/]+_[^/]+_exec$/.test(path);
}
