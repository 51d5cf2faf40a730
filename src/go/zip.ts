import type { Readable } from 'node:stream';
import { type Entry, openPromise, validateFileName, type ZipFile } from 'yauzl';
import { HarnessError, messageOf } from '../errors.ts';

/** One file in a zip. */
export interface ZipEntry {
  /** The whole name, as the h1 hash has it. */
  readonly name: string;
  readonly entry: Entry;
}

/** A zip held open, its table of contents read and found harmless. */
export interface ZipContents extends AsyncDisposable {
  readonly entries: readonly ZipEntry[];
  /** The bytes of one entry, inflated. */
  readonly read: (file: ZipEntry) => Promise<Readable>;
  /** What to throw when the bytes of an entry turn out to be no deflate stream, or too few, or too many. */
  readonly damaged: (cause: unknown) => HarnessError;
}

/**
 * Opens a zip whose entries must all be plain files below `prefix` ("golang.org/toolchain@v…/").
 * Nothing is written. A HarnessError names the entry that climbs out (absolute, "..", a backslash), is a symlink, a
 * directory or no plain file, or comes twice, by case too (golang.org/x/mod/zip, checkZip), and says so when the zip
 * is truncated or damaged. `from` is where it came from, for the message.
 */
export async function openZip(path: string, prefix: string, from: string): Promise<ZipContents> {
  const damaged = (error: unknown) =>
    new HarnessError(`the zip from ${from} is truncated or damaged, and is refused: ${messageOf(error)}`, {
      cause: error,
    });
  let zip: ZipFile;
  try {
    zip = await openPromise(path, { lazyEntries: true, decodeStrings: false, autoClose: false });
  } catch (error) {
    throw damaged(error);
  }
  const entries: ZipEntry[] = [];
  try {
    const seen = new Map<string, string>();
    for await (const entry of zip.eachEntry()) {
      // Go takes the bytes of a name as they are; yauzl would read them as code page 437 where the UTF-8 flag is missing.
      const name = entry.fileNameRaw.toString('utf8');
      const objection = objectionTo(name, entry, prefix, seen);
      if (objection !== null) {
        throw new HarnessError(`the zip from ${from} is refused: its entry ${JSON.stringify(name)} ${objection}`);
      }
      entries.push({ name, entry });
    }
  } catch (error) {
    zip.close();
    throw error instanceof HarnessError ? error : damaged(error);
  }
  return {
    entries,
    read: async ({ entry }) => {
      try {
        return await zip.openReadStreamPromise(entry);
      } catch (error) {
        throw damaged(error);
      }
    },
    damaged,
    [Symbol.asyncDispose]: async () => zip.close(),
  };
}

const fileTypeMask = 0o170000;
const regularFile = 0o100000;
const symbolicLink = 0o120000;

function objectionTo(name: string, entry: Entry, prefix: string, seen: Map<string, string>): string | null {
  if (validateFileName(name) !== null) return 'climbs out of its folder';
  if (!name.startsWith(prefix) || name.length === prefix.length) return `is outside of ${prefix}`;
  if (name.endsWith('/')) return 'is a directory, which a module zip has not';
  if (name.includes('\n') || name.split('/').some((part) => part === '' || part === '.' || part === '..')) {
    return 'is not a clean path';
  }
  const type = (entry.externalFileAttributes >>> 16) & fileTypeMask;
  if (type === symbolicLink) return 'is a symbolic link';
  if (type !== 0 && type !== regularFile) return 'is not a plain file';
  const folded = name.toLowerCase();
  const other = seen.get(folded);
  if (other !== undefined) return other === name ? 'comes twice' : `differs from ${JSON.stringify(other)} by case only`;
  seen.set(folded, name);
  return null;
}
