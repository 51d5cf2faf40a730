import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import { type Entry, fromBufferPromise, validateFileName, type ZipFile } from 'yauzl';
import { EnvironmentError, messageOf } from '../../errors.ts';
import { maxZipBytes } from './module-proxy.ts';

/** One file in a zip. */
export interface ZipEntry {
  /** The full name, as in the h1 hash. */
  readonly name: string;
  readonly entry: Entry;
}

/** A zip in memory, with its table of contents checked. */
export interface ZipContents {
  readonly entries: readonly ZipEntry[];
  /** The inflated bytes of one entry. @throws EnvironmentError when they are damaged. */
  readonly read: (file: ZipEntry) => Promise<Uint8Array>;
}

const inflate = promisify(inflateRaw);

/**
 * Opens a zip whose entries must all be plain files below `prefix` ("golang.org/toolchain@v…/").
 * Writes nothing. `from` is its origin, for messages. Module zips have no entries for folders; in
 * other zips 'passed-over' skips them.
 *
 * @throws EnvironmentError when the zip is truncated or damaged, or when an entry leaves its folder
 * (absolute, "..", a backslash), is not a plain file, or occurs twice, ignoring case
 * (golang.org/x/mod/zip, checkZip).
 */
export async function openZip(
  path: string,
  prefix: string,
  from: string,
  folders: 'refused' | 'passed-over' = 'refused',
): Promise<ZipContents> {
  const damaged = (error: unknown) =>
    new EnvironmentError(`the zip from ${from} is truncated or damaged: ${messageOf(error)}`, {
      cause: error,
    });
  // In memory: a toolchain has ten thousand small files, and streaming each from disk takes several
  // times as long. A zip is at most maxZipBytes long; those of Go are 50 to 120 MB.
  const bytes = await readFile(path);
  let zip: ZipFile;
  try {
    zip = await fromBufferPromise(bytes, { lazyEntries: true, decodeStrings: false, autoClose: false });
  } catch (error) {
    throw damaged(error);
  }
  const entries: ZipEntry[] = [];
  try {
    const seen = new Map<string, string>();
    let inflatedBytes = 0;
    for await (const entry of zip.eachEntry()) {
      inflatedBytes += entry.uncompressedSize;
      if (inflatedBytes > maxZipBytes) {
        throw new EnvironmentError(
          `the zip from ${from} is refused: it would unpack to more than ${maxZipBytes} bytes`,
        );
      }
      // Go uses the bytes of a name unchanged; yauzl would read them as code page 437 if the UTF-8
      // flag is missing.
      const name = entry.fileNameRaw.toString('utf8');
      if (folders === 'passed-over' && name.endsWith('/')) continue;
      const objection = objectionTo(name, entry, prefix, seen);
      if (objection !== null) {
        throw new EnvironmentError(`the zip from ${from} is refused: its entry ${JSON.stringify(name)} ${objection}`);
      }
      entries.push({ name, entry });
    }
  } catch (error) {
    throw error instanceof EnvironmentError ? error : damaged(error);
  }
  return {
    entries,
    read: async ({ name, entry }) => {
      try {
        const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
        const data = bytes.subarray(fileDataStart, fileDataStart + entry.compressedSize);
        // objectionTo has rejected all other methods.
        const content =
          entry.compressionMethod === stored
            ? data
            : await inflate(data, { maxOutputLength: entry.uncompressedSize + 1 });
        if (content.length === entry.uncompressedSize) return content;
        throw new Error(`${name} has ${content.length} bytes, not ${entry.uncompressedSize}`);
      } catch (error) {
        throw damaged(error);
      }
    },
  };
}

const stored = 0;
const deflated = 8;
const fileTypeMask = 0o170000;
const regularFile = 0o100000;
const symbolicLink = 0o120000;

function objectionTo(name: string, entry: Entry, prefix: string, seen: Map<string, string>): string | null {
  if (validateFileName(name) !== null) return 'climbs out of its folder';
  if (!name.startsWith(prefix) || name.length === prefix.length) return `is outside of ${prefix}`;
  if (name.endsWith('/')) return 'is a directory, which a module zip may not have';
  if (name.includes('\n') || name.split('/').some((part) => part === '' || part === '.' || part === '..')) {
    return 'is not a clean path';
  }
  const type = (entry.externalFileAttributes >>> 16) & fileTypeMask;
  if (type === symbolicLink) return 'is a symbolic link';
  if (type !== 0 && type !== regularFile) return 'is not a plain file';
  if (entry.isEncrypted() || ![stored, deflated].includes(entry.compressionMethod))
    return 'is encrypted or has an unsupported compression';
  const folded = name.toLowerCase();
  const other = seen.get(folded);
  if (other !== undefined)
    return other === name ? 'occurs twice' : `differs from ${JSON.stringify(other)} by case only`;
  seen.set(folded, name);
  return null;
}
