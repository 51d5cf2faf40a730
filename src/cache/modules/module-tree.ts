import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { errnoOf } from '../../errors.ts';
import { type FileSum, hash1 } from '../../go/network/dirhash.ts';
import { hashSmallFile } from '../layer/file-hash.ts';
import { downloadOf } from './module-unit.ts';

/** An extracted module whose content is what its checksum says. */
export interface ModuleTree {
  /** "github.com/x/y@v1.0.0", escaped as in the path. */
  readonly path: string;
  readonly bytes: number;
  readonly files: readonly {
    /** Relative to the module's folder. */
    readonly path: string;
    readonly bytes: number;
  }[];
}

const chunk = Buffer.allocUnsafe(1 << 18);

/**
 * Reads an extracted module as `go mod verify` does: the hash over all its files must be the one in
 * its .ziphash. So neither a half extracted module nor one that a job has patched is ever saved.
 *
 * Source: golang.org/x/mod/sumdb/dirhash, Hash1; cmd/go/internal/modcmd/verify.go.
 *
 * @returns null when it is not whole, not as downloaded, or has something else than plain files.
 */
export function readModuleTree(gomodcache: string, path: string): ModuleTree | null {
  const download = downloadOf(gomodcache, path);
  const names: string[] = [];
  try {
    const wanted = readFileSync(`${download}.ziphash`, 'utf8').trim();
    // go writes it while it extracts (modfetch/fetch.go, download).
    if (lstatSync(`${download}.partial`, { throwIfNoEntry: false }) !== undefined) return null;
    if (!listFiles(join(gomodcache, path), '', names)) return null;
    const name = unescaped(path);
    const sums: FileSum[] = [];
    const files = names.sort().map((file) => {
      const { sha256, bytes } = hashSmallFile(join(gomodcache, path, file), chunk);
      sums.push({ name: `${name}/${file}`, sha256 });
      return { path: file, bytes };
    });
    return hash1(sums) === wanted ? { path, bytes: files.reduce((sum, { bytes }) => sum + bytes, 0), files } : null;
  } catch (error) {
    // It vanished, or cannot be read: another process removes it.
    if (errnoOf(error) === undefined) throw error;
    return null;
  }
}

function listFiles(root: string, prefix: string, files: string[]): boolean {
  for (const entry of readdirSync(join(root, prefix), { withFileTypes: true })) {
    if (entry.isDirectory()) {
      if (!listFiles(root, `${prefix}${entry.name}/`, files)) return false;
    } else if (entry.isFile()) files.push(prefix + entry.name);
    else return false;
  }
  return true;
}

/** "!burnt!sushi" → "BurntSushi" (golang.org/x/mod/module, UnescapePath). */
function unescaped(path: string): string {
  return path.replace(/!([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
