import { mkdtemp, realpath, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Calls `use` with a path of a folder that the toolkit can put into tar's command line, which it splits at spaces and takes quotes out of: the
 * folder's own, else that of a link to it in the system's folder for temporary files.
 */
export async function withPlainPath<T>(folder: string, use: (path: string) => Promise<T>): Promise<T> {
  const real = await realpath(folder);
  if (isPlain(real) || !isPlain(tmpdir())) return await use(real);
  const place = await mkdtemp(join(tmpdir(), 'unlatch-'));
  try {
    const link = join(place, 'root');
    // Without a privilege Windows makes no link but this; elsewhere the kind says nothing.
    await symlink(real, link, 'junction');
    return await use(link);
  } finally {
    await rm(place, { recursive: true });
  }
}

function isPlain(path: string): boolean {
  return !/[ "]/.test(path);
}
