/** Reads /proc. Returns null for what has vanished or belongs to another user. */
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { errnoOf } from '../errors.ts';

const gone = new Set(['ENOENT', 'ESRCH', 'ENOTDIR', 'EINVAL']);
const forbidden = new Set(['EACCES', 'EPERM']);

export function readText(path: string): string | null {
  return orNull(() => readFileSync(path, 'utf8'));
}

export function readLink(path: string): string | null {
  return orNull(() => readlinkSync(path));
}

export function readNames(path: string): readonly string[] | null {
  return orNull(() => readdirSync(path));
}

/** The pids of all visible processes. */
export function readPids(): readonly number[] {
  return (readNames('/proc') ?? []).filter((name) => /^\d+$/.test(name)).map(Number);
}

function orNull<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    const code = errnoOf(error) ?? '';
    if (gone.has(code) || forbidden.has(code)) return null;
    throw error;
  }
}
