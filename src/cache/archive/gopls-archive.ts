import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { errnoOf } from '../../errors.ts';
import { contentKind, goplsEntryPath, outputId, parseGoplsAction } from '../entries/gopls-entries.ts';
import { DamagedArchive } from './damaged-archive.ts';
import type { Manifest, ManifestEntry } from './manifest.ts';
import { checkStaged } from './staging.ts';

/**
 * The full SHA-256 of the executable. gopls 0.24 writes it, older versions do not. gopls exits at
 * once if it is truncated or that of another executable.
 */
const stampPath = /^([0-9a-f]{8})\/exe\.sha256$/;

/**
 * Checks an unpacked archive of gopls's cache: only paths that gopls writes, every index entry with
 * its content, every stamp matching its folder.
 *
 * @throws DamagedArchive
 */
export function checkGoplsArchive(folder: string): Manifest {
  const contents = new Set<string>();
  const wanted: { readonly path: string; readonly output: string }[] = [];
  const manifest = checkStaged(folder, 'gopls', ({ path }, content) => {
    const stamped = stampPath.exec(path)?.[1];
    if (stamped !== undefined) return isStamp(stamped, content) ? null : 'is not the stamp of its folder';
    const [, executable = '', , digest, kind] = goplsEntryPath.exec(path) ?? [];
    if (digest === undefined) return 'is not a path of the gopls cache';
    if (kind === contentKind) {
      contents.add(outputId(executable, digest));
      return null;
    }
    const output = parseGoplsAction(content);
    if (output === null) return 'is not a valid entry for its name';
    wanted.push({ path, output: outputId(executable, output) });
    return null;
  });
  for (const { path, output } of wanted) {
    if (!contents.has(output)) throw new DamagedArchive(`${path} names a missing content`);
  }
  return manifest;
}

/** The order in which files go into the cache: contents before the entries that name them. */
export function goplsUnits(entries: readonly ManifestEntry[]): readonly string[] {
  const rank = (path: string) => (path.endsWith(`-${contentKind}`) ? 0 : 1);
  return entries.map(({ path }) => path).sort((a, b) => rank(a) - rank(b));
}

/**
 * The stamps of the executables that have entries among `paths`. Leaves out a stamp that would make
 * its gopls exit.
 */
export function goplsStamps(
  folder: string,
  paths: readonly string[],
): readonly { readonly path: string; readonly bytes: number }[] {
  const executables = new Set(paths.map((path) => executableOf(path)));
  return [...executables].flatMap((executable) => {
    const path = `${executable}/exe.sha256`;
    try {
      if (!lstatSync(join(folder, path)).isFile()) return [];
      const content = readFileSync(join(folder, path));
      return isStamp(executable, content) ? [{ path, bytes: content.length }] : [];
    } catch (error) {
      // Older versions have none.
      if (errnoOf(error) === undefined) throw error;
      return [];
    }
  });
}

/** The executable's folder in an entry's path. */
export function executableOf(path: string): string {
  return path.slice(0, 8);
}

function isStamp(executable: string, content: Uint8Array): boolean {
  return content.length === 32 && Buffer.from(content).toString('hex').startsWith(executable);
}
