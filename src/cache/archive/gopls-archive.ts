import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { errnoOf } from '../../errors.ts';
import { contentKind, goplsEntryPath, outputId, parseGoplsAction } from '../entries/gopls-entries.ts';
import { DamagedArchive, type Manifest, type ManifestEntry } from './manifest.ts';
import { checkStaged } from './staging.ts';

/** The whole SHA-256 of the executable, which gopls 0.24 writes and older ones do not: it ends at once where it is another one's, or cut. */
const stampPath = /^([0-9a-f]{8})\/exe\.sha256$/;

/**
 * Checks an unpacked archive of gopls's cache: paths that gopls writes, each index entry with its content there, each
 * stamp that of its folder.
 *
 * @throws DamagedArchive
 */
export function checkGoplsArchive(folder: string): Manifest {
  const contents = new Set<string>();
  const wanted: { readonly path: string; readonly output: string }[] = [];
  const manifest = checkStaged(folder, 'gopls', ({ path }, content) => {
    const stamped = stampPath.exec(path)?.[1];
    if (stamped !== undefined) return isStamp(stamped, content) ? null : 'is no stamp of its folder';
    const [, executable = '', , digest, kind] = goplsEntryPath.exec(path) ?? [];
    if (digest === undefined) return 'is not a path of the cache of gopls';
    if (kind === contentKind) {
      contents.add(outputId(executable, digest));
      return null;
    }
    const output = parseGoplsAction(content);
    if (output === null) return 'is no entry of its name';
    wanted.push({ path, output: outputId(executable, output) });
    return null;
  });
  for (const { path, output } of wanted) {
    if (!contents.has(output)) throw new DamagedArchive(`${path} names a content that is not there`);
  }
  return manifest;
}

/** In which order the files go into the cache: contents before what names them. */
export function goplsUnits(entries: readonly ManifestEntry[]): readonly string[] {
  const rank = (path: string) => (path.endsWith(`-${contentKind}`) ? 0 : 1);
  return entries.map(({ path }) => path).sort((a, b) => rank(a) - rank(b));
}

/** The stamps of the executables that have entries among `paths`. One that would end its gopls is left out. */
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

/** Of an entry's path. */
export function executableOf(path: string): string {
  return path.slice(0, 8);
}

function isStamp(executable: string, content: Uint8Array): boolean {
  return content.length === 32 && Buffer.from(content).toString('hex').startsWith(executable);
}
