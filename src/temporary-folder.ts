import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { EnvironmentError, errnoOf, UserError } from './errors.ts';

/**
 * Creates a folder below TMPDIR and returns its absolute path. The caller removes it.
 * @param prefix of its name: "unlatch-config-"
 * @throws UserError if TMPDIR is unusable; EnvironmentError if its disk is full.
 */
export async function temporaryFolder(prefix: string): Promise<string> {
  const above = resolve(tmpdir());
  try {
    return await mkdtemp(join(above, prefix));
  } catch (cause) {
    const code = errnoOf(cause);
    if (code === undefined) throw cause;
    if (code === 'ENOSPC' || code === 'EDQUOT') {
      throw new EnvironmentError(`the disk of TMPDIR, ${above}, is full; free some space, or set TMPDIR`, {
        cause,
      });
    }
    throw new UserError(`TMPDIR is not usable: ${above} (${inWords(code)}); set TMPDIR to a writable folder`, {
      cause,
    });
  }
}

function inWords(code: string): string {
  if (code === 'ENOENT') return 'does not exist';
  if (code === 'ENOTDIR') return 'not a folder';
  return code;
}
