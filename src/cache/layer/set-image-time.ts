import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { EnvironmentError } from '../../errors.ts';

/** Where an EROFS image has its superblock, and in it the fields that matter here (fs/erofs/erofs_fs.h, erofs_super_block). */
const superblock = { at: 1024, bytes: 128, magic: 0xe0_f5_e1_e2, features: 8, time: 24, nanoseconds: 32 };
const hasChecksum = 1;

/**
 * Gives all files of an EROFS image another mtime: one that mkfs was given for all of them is only in the superblock.
 *
 * @param image checked before: its checksum no longer holds afterwards
 * @param timeMs Unix time in ms, whole seconds
 * @throws EnvironmentError when it is no such image.
 */
export function setImageTime(image: string, timeMs: number): void {
  const file = openSync(image, 'r+');
  try {
    const fields = Buffer.alloc(superblock.bytes);
    readSync(file, fields, 0, fields.length, superblock.at);
    if (fields.readUInt32LE(0) !== superblock.magic) throw new EnvironmentError(`${image} is no EROFS image`);
    // The kernel then does not look for the superblock's own checksum.
    fields.writeUInt32LE(fields.readUInt32LE(superblock.features) & ~hasChecksum, superblock.features);
    fields.writeBigUInt64LE(BigInt(Math.floor(timeMs / 1000)), superblock.time);
    fields.writeUInt32LE(0, superblock.nanoseconds);
    writeSync(file, fields, 0, fields.length, superblock.at);
  } finally {
    closeSync(file);
  }
}
