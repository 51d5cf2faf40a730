/** Reads /proc. Returns null for what has vanished or belongs to another user. */
import { readdirSync, readFileSync, readlinkSync, type Stats, statSync } from 'node:fs';
import { errnoOf } from '../../errors.ts';

const gone = new Set(['ENOENT', 'ESRCH', 'ENOTDIR', 'EINVAL']);
const forbidden = new Set(['EACCES', 'EPERM']);
/** Of the filesystem that a descriptor leads to: its server died, or its disk fails. */
const broken = new Set(['EIO', 'ESTALE', 'ENOTCONN', 'ENXIO', 'ELOOP', 'ENAMETOOLONG']);

export function readText(path: string): string | null {
  return unreadableToNull(() => readFileSync(path, 'utf8'));
}

export function readLink(path: string): string | null {
  return unreadableToNull(() => readlinkSync(path));
}

export function readNames(path: string): readonly string[] | null {
  return unreadableToNull(() => readdirSync(path));
}

/** Follows links: for a descriptor, what it has open. */
export function statOf(path: string): Stats | null {
  return unreadableToNull(() => statSync(path));
}

/** The pids of all visible processes. */
export function readPids(): readonly number[] {
  return (readNames('/proc') ?? []).filter((name) => /^\d+$/.test(name)).map(Number);
}

/** Runs `read`; null if what it reads is gone, forbidden, or on a broken filesystem. */
export function unreadableToNull<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    const code = errnoOf(error) ?? '';
    if (gone.has(code) || forbidden.has(code) || broken.has(code)) return null;
    throw error;
  }
}
