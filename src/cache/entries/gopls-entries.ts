import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { errnoOf } from '../../errors.ts';
import type { ActionEntry, BuildEntries, OutputEntry } from './build-entries.ts';

/**
 * "3bb8df75/0f/0f…-typerefs": a folder for each executable, named by the beginning of its SHA-256, and in it the files
 * of a digest and a kind (gopls/internal/filecache, filename). A file of the kind "cas" has the digest of its content;
 * one of any other kind is the 32 bytes of such a digest.
 */
export const goplsEntryPath = /^([0-9a-f]{8})\/([0-9a-f]{2})\/(\2[0-9a-f]{62})-([a-z]+)$/;

export const contentKind = 'cas';

/** The names of gopls's own files, of all executables. */
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
 * Reads them in the terms of the build cache: a digest that names a content is an action, and the content its output.
 * An action was made when it was last written or, when an hour had gone by, looked up.
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
      // It may go, or not be ours to read.
      if (errnoOf(error) === undefined) throw error;
    }
  }
  return { actions, outputs };
}

/** The digest that it names, in hex; null when gopls would not accept it. */
export function parseGoplsAction(content: Uint8Array): string | null {
  return content.length === 32 ? Buffer.from(content).toString('hex') : null;
}

/** No executable looks at what another one keeps. */
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
