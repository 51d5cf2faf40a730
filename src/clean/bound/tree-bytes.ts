import { closeSync, constants, fstatSync, lstatSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { errnoOf } from '../../errors.ts';
import { errnoToNull } from '../../process/errno-to-null.ts';

const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = constants;

/** A file takes whole blocks of a disk. */
const blockBytes = 4096;

/** Of a zip's end without a comment; Go writes none. */
const endBytes = 22;
const mostDirectoryBytes = 32e6;

/**
 * What an extracted module takes on the disk, by the table of contents of its zip: reading that is
 * much faster than a look at each of its files. null: there is no such zip, or it is no plain one.
 * Source: APPNOTE.TXT 4.3.12 and 4.3.16.
 */
export function treeBytesByZip(zip: string): number | null {
  const fd = openQuietly(zip);
  if (fd === null) return null;
  try {
    const { size } = fstatSync(fd);
    const end = bytesAt(fd, size - endBytes, endBytes);
    if (end?.readUInt32LE(0) !== 0x06054b50) return null;
    const [count, length, start] = [end.readUInt16LE(10), end.readUInt32LE(12), end.readUInt32LE(16)];
    // 0xffff and 0xffffffff: the true numbers are elsewhere (zip64).
    if (count === 0xffff || start === 0xffffffff || length > mostDirectoryBytes) return null;
    const table = bytesAt(fd, start, length);
    if (table === null) return null;
    let bytes = 0;
    let at = 0;
    for (let entry = 0; entry < count; entry++) {
      if (at + 46 > length || table.readUInt32LE(at) !== 0x02014b50) return null;
      bytes += Math.ceil(table.readUInt32LE(at + 24) / blockBytes) * blockBytes;
      at += 46 + table.readUInt16LE(at + 28) + table.readUInt16LE(at + 30) + table.readUInt16LE(at + 32);
    }
    return bytes;
  } finally {
    closeSync(fd);
  }
}

/** The same by each of its files. */
export function treeBytesByFiles(folder: string): number {
  let bytes = 0;
  const pending = [folder];
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    for (const entry of errnoToNull(() => readdirSync(at, { withFileTypes: true })) ?? []) {
      const path = join(at, entry.name);
      if (entry.isDirectory()) pending.push(path);
      else bytes += (errnoToNull(() => lstatSync(path))?.blocks ?? 0) * 512;
    }
  }
  return bytes;
}

/** Without a new access time: that would count as a use of the module. Linux allows it to the owner. */
function openQuietly(path: string): number | null {
  const quiet = constants.O_NOATIME ?? 0;
  try {
    return openSync(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | quiet);
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return null;
  }
}

function bytesAt(fd: number, start: number, length: number): Buffer | null {
  if (start < 0) return null;
  const bytes = Buffer.alloc(length);
  return readSync(fd, bytes, 0, length, start) === length ? bytes : null;
}
