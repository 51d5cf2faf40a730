/** Reads of /proc, where everything may be gone, or another user's, by the time that it is looked at: then it is null. */
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

/** The ids of all processes that can be seen from here. */
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
