import { open } from 'node:fs/promises';
import { errnoOf } from '../errors.ts';
import { isThere } from '../is-there.ts';

/**
 * Why a program that exists does not start with ENOENT: the loader that it names is not on this system; null: it names none,
 * or has it. Go before 1.21 is linked with glibc, and Alpine has another libc.
 */
export async function missingLoader(path: string): Promise<string | null> {
  let head: Buffer;
  try {
    await using file = await open(path);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(8192), 0, 8192, 0);
    head = buffer.subarray(0, bytesRead);
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return null;
  }
  if (!head.subarray(1, 4).equals(Buffer.from('ELF'))) return null;
  // The content of the section .interp, which linkers place first.
  const [, loader] = /(\/[\w./-]*\/ld[\w.-]*\.so[\w.]*)\0/.exec(head.toString('latin1')) ?? [];
  return loader === undefined || (await isThere(loader)) ? null : loader;
}
