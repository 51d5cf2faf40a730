/**
 * Folders held open by a descriptor, so that swapping a name for a symlink cannot redirect a
 * removal.
 *
 * Node has no openat(2). On Linux `/proc/self/fd/N/name` replaces it: the kernel starts from the
 * open folder itself, whatever its path has become. Elsewhere each step uses the path, checked by
 * lstat.
 */
import {
  closeSync,
  constants,
  fchmodSync,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  unlinkSync,
} from 'node:fs';
import { join, relative } from 'node:path';
import { errnoOf } from '../errors.ts';

export interface Folder extends Disposable {
  readonly path: string;
  readonly fd: number;
  /** Its mount: bind mounts of one filesystem differ only in this. */
  readonly mount: string;
}

const linux = process.platform === 'linux';
const { O_RDONLY, O_DIRECTORY, O_NOFOLLOW } = constants;

/** @throws a system error: ELOOP or ENOTDIR for a symlink, ENOENT, EACCES. */
export function openFolder(path: string): Folder {
  return held(openSync(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW), path);
}

/** The path by which the kernel finds an entry of an open folder. */
export function pathIn(folder: Folder, name: string): string {
  return linux ? `/proc/self/fd/${folder.fd}/${name}` : join(folder.path, name);
}

/** Opens a folder inside a folder. null: it is a symlink, not a folder, or on another mount. */
export function openIn(folder: Folder, name: string): Folder | null {
  let fd: number;
  try {
    fd = openSync(pathIn(folder, name), O_RDONLY | O_DIRECTORY | O_NOFOLLOW);
  } catch (error) {
    if (errnoOf(error) === 'ELOOP' || errnoOf(error) === 'ENOTDIR') return null;
    throw error;
  }
  const inner = held(fd, join(folder.path, name));
  if (inner.mount === folder.mount) return inner;
  inner[Symbol.dispose]();
  return null;
}

/**
 * Opens `root` or a folder below it, step by step. null: a step is a symlink, not a folder, or on
 * another mount.
 * @throws a system error when a step is missing or unreadable.
 */
export function openBelow(root: Folder, path: string): Folder | null {
  const steps = relative(root.path, path)
    .split('/')
    .filter((step) => step !== '');
  if (steps.includes('..')) return null;
  let at = held(openSync(pathIn(root, '.'), O_RDONLY | O_DIRECTORY), root.path);
  for (const step of steps) {
    using outer = at;
    const inner = openIn(outer, step);
    if (inner === null) return null;
    at = inner;
  }
  return at;
}

/**
 * Removes a folder's entry and everything below it. Does not follow symlinks or enter another
 * mount.
 * @param isReadOnly its folders may be read-only, as those of an extracted module are
 * @throws a system error at the first entry that cannot be removed.
 */
export function removeIn(folder: Folder, name: string, isReadOnly = false): void {
  const inner = openIn(folder, name);
  if (inner === null) throw otherMount(join(folder.path, name));
  {
    using open = inner;
    if (isReadOnly) fchmodSync(open.fd, 0o700);
    // As bytes: a name need not be UTF-8.
    for (const entry of readdirSync(pathIn(open, '.'), { encoding: 'buffer' })) removeEntry(open, entry, isReadOnly);
  }
  rmdirSync(pathIn(folder, name));
}

function removeEntry(folder: Folder, name: Buffer, isReadOnly: boolean): void {
  const path = Buffer.concat([Buffer.from(pathIn(folder, '')), name]);
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return;
  const text = name.toString();
  if (!stat.isDirectory()) unlinkSync(path);
  else if (Buffer.from(text).equals(name)) removeIn(folder, text, isReadOnly);
  // Neither go nor gopls creates a folder whose name is not UTF-8.
  else throw Object.assign(new Error(`${join(folder.path, text)}: the name is not UTF-8`), { code: 'EILSEQ' });
}

function otherMount(path: string): Error {
  return Object.assign(new Error(`${path} is on another mount`), { code: 'EXDEV' });
}

function held(fd: number, path: string): Folder {
  return { path, fd, mount: mountOf(fd), [Symbol.dispose]: () => closeSync(fd) };
}

function mountOf(fd: number): string {
  const device = fstatSync(fd).dev;
  if (!linux) return `${device}`;
  const mount = /^mnt_id:\s*(\d+)$/m.exec(readFileSync(`/proc/self/fdinfo/${fd}`, 'utf8'))?.[1];
  return `${device}:${mount}`;
}
