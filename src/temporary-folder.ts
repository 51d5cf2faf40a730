import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { EnvironmentError, errnoOf, UserError } from './errors.ts';

/**
 * A fresh folder below TMPDIR, absolute. Whoever asks for it removes it.
 * @param prefix of its name: "unlatch-config-"
 * @throws UserError that names TMPDIR where nothing can be made there; EnvironmentError where its disk is full.
 */
export async function temporaryFolder(prefix: string): Promise<string> {
  const above = resolve(tmpdir());
  try {
    return await mkdtemp(join(above, prefix));
  } catch (cause) {
    const code = errnoOf(cause);
    if (code === undefined) throw cause;
    if (code === 'ENOSPC' || code === 'EDQUOT') {
      throw new EnvironmentError(`the disk of TMPDIR, ${above}, is full; free some space there, or set TMPDIR`, {
        cause,
      });
    }
    throw new UserError(
      `no folder can be made in TMPDIR, ${above} (${inWords(code)}); set TMPDIR to a folder that can be written`,
      {
        cause,
      },
    );
  }
}

function inWords(code: string): string {
  if (code === 'ENOENT') return 'it is not there';
  if (code === 'ENOTDIR') return 'it is no folder';
  return code;
}
