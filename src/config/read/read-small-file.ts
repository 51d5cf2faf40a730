/** Reads settings files, which are small. Refuses larger files and anything that is not a file. */
import { open, stat } from 'node:fs/promises';
import { errnoOf } from '../../errors.ts';

const limitBytes = 1 << 20;

export type ReadResult = { readonly text: string } | { readonly refused: string } | null;

/** @returns null when there is no such file. */
export async function readSmallFile(path: string): Promise<ReadResult> {
  try {
    // Before opening it: opening a FIFO blocks until a writer opens it.
    const { size } = await statFile(path);
    if (size > limitBytes) return { refused: `has ${size} bytes; the limit is ${limitBytes}` };
    await using file = await open(path);
    // It may have grown since, or report no size, like files in /proc.
    const { bytesRead, buffer } = await file.read(Buffer.alloc(limitBytes + 1), 0, limitBytes + 1, 0);
    if (bytesRead > limitBytes) return { refused: `has more than ${limitBytes} bytes, the limit` };
    return { text: buffer.toString('utf8', 0, bytesRead).replace(/^\ufeff/, '') };
  } catch (error) {
    if (error instanceof NoFile) return { refused: 'is not a file' };
    const code = errnoOf(error);
    if (code === undefined) throw error;
    // A dangling symlink counts as missing.
    return code === 'ENOENT' || code === 'ENOTDIR' ? null : { refused: `cannot be read (${code})` };
  }
}

class NoFile extends Error {}

async function statFile(path: string) {
  const found = await stat(path);
  if (!found.isFile()) throw new NoFile();
  return found;
}
