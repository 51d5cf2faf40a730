/** Files like those that gopls writes into its own cache (gopls/internal/filecache). */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export interface Entry {
  /** Eight hex digits. */
  readonly executable: string;
  readonly kind: string;
  /** The input of which it is the result, named by the test. */
  readonly recipe: string;
  readonly value: string;
}

export interface EntryPaths {
  readonly index: string;
  readonly content: string;
}

/** The paths of an entry's two files, relative to the cache. */
export function pathsOf({ executable, kind, recipe, value }: Entry): EntryPaths {
  const path = (digest: string, suffix: string) => `${executable}/${digest.slice(0, 2)}/${digest}-${suffix}`;
  return { index: path(sha256(recipe).toString('hex'), kind), content: path(sha256(value).toString('hex'), 'cas') };
}

export function writeEntry(folder: string, entry: Entry): EntryPaths {
  const paths = pathsOf(entry);
  write(folder, paths.content, entry.value);
  write(folder, paths.index, sha256(entry.value));
  return paths;
}

/** Writes the file by which gopls 0.24 identifies the owner of a folder. @returns its path. */
export function writeStamp(folder: string, executable: string): string {
  const path = `${executable}/exe.sha256`;
  write(folder, path, Buffer.concat([Buffer.from(executable, 'hex'), Buffer.alloc(28, 7)]));
  return path;
}

export function write(folder: string, path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
