/** A settings file is small: what is larger, or no file, is not read. */
import { open, stat } from 'node:fs/promises';
import { errnoOf } from '../../errors.ts';

const limitBytes = 1 << 20;

export type ReadResult = { readonly text: string } | { readonly refused: string } | null;

/** @returns null when there is no such file. */
export async function readSmallFile(path: string): Promise<ReadResult> {
  try {
    // Asked before it is opened: opening a pipe waits for who writes to it.
    const { size } = await statFile(path);
    if (size > limitBytes) return { refused: `has ${size} bytes; more than ${limitBytes} are not read` };
    await using file = await open(path);
    // It may have grown since, or say nothing of its size, as files in /proc do.
    const { bytesRead, buffer } = await file.read(Buffer.alloc(limitBytes + 1), 0, limitBytes + 1, 0);
    if (bytesRead > limitBytes) return { refused: `has more than ${limitBytes} bytes, which are not read` };
    return { text: buffer.toString('utf8', 0, bytesRead).replace(/^\ufeff/, '') };
  } catch (error) {
    if (error instanceof NoFile) return { refused: 'is no file' };
    const code = errnoOf(error);
    if (code === undefined) throw error;
    // A symlink that leads nowhere is as good as missing.
    return code === 'ENOENT' || code === 'ENOTDIR' ? null : { refused: `cannot be read (${code})` };
  }
}

class NoFile extends Error {}

async function statFile(path: string) {
  const found = await stat(path);
  if (!found.isFile()) throw new NoFile();
  return found;
}
