import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { errnoOf } from '../../errors.ts';
import type { ActionEntry, BuildEntries, OutputEntry } from './build-entries.ts';

/**
 * Matches "3bb8df75/0f/0f…-typerefs". Each executable has a folder, named after the first bytes of
 * its SHA-256, with files named by digest and kind (gopls/internal/filecache, filename). A file of
 * kind "cas" is named by the digest of its content. A file of any other kind contains the 32 bytes
 * of such a digest.
 */
export const goplsEntryPath = /^([0-9a-f]{8})\/([0-9a-f]{2})\/(\2[0-9a-f]{62})-([a-z]+)$/;

export const contentKind = 'cas';

/** The paths of gopls's own files, for all executables. */
export function goplsEntryPaths(folder: string): readonly string[] {
  const paths: string[] = [];
  for (const executable of namesIn(folder)) {
    for (const group of namesIn(join(folder, executable))) {
      if (group.length !== 2) continue;
      for (const name of namesIn(join(folder, executable, group))) {
        const path = `${executable}/${group}/${name}`;
        if (goplsEntryPath.test(path)) paths.push(path);
      }
    }
  }
  return paths;
}

/**
 * Reads the entries in terms of the build cache: an entry that names a content is an action, the
 * content its output. `madeMs` is when the action was last written, or looked up if its mtime was
 * over an hour old.
 */
export function readGoplsEntries(folder: string): BuildEntries {
  const actions: ActionEntry[] = [];
  const outputs = new Map<string, OutputEntry>();
  for (const path of goplsEntryPaths(folder)) {
    const [, executable = '', , digest = '', kind] = goplsEntryPath.exec(path) ?? [];
    try {
      const stats = lstatSync(join(folder, path));
      if (!stats.isFile()) continue;
      const file = { path, bytes: stats.size, mtimeMs: stats.mtimeMs };
      if (kind === contentKind) outputs.set(outputId(executable, digest), file);
      else {
        const output = parseGoplsAction(readFileSync(join(folder, path)));
        if (output !== null)
          actions.push({ ...file, output: outputId(executable, output), madeMs: Math.floor(stats.mtimeMs) });
      }
    } catch (error) {
      // It may vanish, or be unreadable.
      if (errnoOf(error) === undefined) throw error;
    }
  }
  return { actions, outputs };
}

/** The digest in the entry, in hex; null: gopls would reject it. */
export function parseGoplsAction(content: Uint8Array): string | null {
  return content.length === 32 ? Buffer.from(content).toString('hex') : null;
}

/** Executables do not share entries. */
export function outputId(executable: string, digest: string): string {
  return `${executable}/${digest}`;
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EACCES'].includes(errnoOf(error) ?? '')) return [];
    throw error;
  }
}
