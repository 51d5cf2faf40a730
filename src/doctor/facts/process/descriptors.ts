/**
 * Descriptors, their targets and their locks. Source: proc_pid_fdinfo(5). Only fdinfo is reliable:
 * if the locker died and a child inherited the descriptor, /proc/locks hides the lock and its
 * waiters. Nothing here calls stat, which may hang with the filesystem.
 */

import { parseMountinfo } from '../../../process/proc/mounts.ts';
import { readLink, readNames, readText } from '../../../process/proc/read-proc.ts';
import type { FileFact } from '../../process-fact.ts';
import type { PipeDescriptor } from './pipes.ts';

export interface Descriptors {
  readonly files: readonly FileFact[];
  /** Inodes of its sockets. */
  readonly sockets: readonly number[];
  readonly pipes: readonly PipeDescriptor[];
}

/** Files of Go's caches and golangci-lint's lock, at any path: another container has other paths. */
const ofGo =
  /\/cache\/(download|vcs)\/|\/@v\/|\/cache\/lock( \(deleted\))?$|\/(go\.(mod|sum|work|work\.sum)|trim\.txt|testexpire\.txt|upload\.token|golangci-lint\.lock)( \(deleted\))?$/;

/**
 * @param roots folders below which every file counts.
 * @returns null for another user's process.
 */
export function readDescriptors(pid: number, roots: readonly string[]): Descriptors | null {
  const names = readNames(`/proc/${pid}/fd`);
  if (names === null) return null;
  const files: FileFact[] = [];
  const sockets: number[] = [];
  const pipes: PipeDescriptor[] = [];
  for (const name of names) {
    const path = readLink(`/proc/${pid}/fd/${name}`);
    if (path === null) continue;
    if (path.startsWith('socket:[')) sockets.push(Number(path.slice(8, -1)));
    else if (path.startsWith('pipe:[')) pipes.push({ fd: Number(name), inode: Number(path.slice(6, -1)) });
    else if (path.startsWith('/') && (ofGo.test(path) || roots.some((root) => isInside(path, root)))) {
      const fdinfo = readText(`/proc/${pid}/fdinfo/${name}`) ?? '';
      const file = { fd: Number(name), path, ...parseFdinfo(fdinfo) };
      files.push(file.lock === null ? file : { ...file, isOverlay: isOnOverlay(pid, fdinfo) });
    }
  }
  return { files, sockets, pipes };
}

/** Of the mount that the descriptor was opened by; it may be gone from the tree. */
function isOnOverlay(pid: number, fdinfo: string): boolean {
  const id = Number(/^mnt_id:\s+(\d+)/m.exec(fdinfo)?.[1]);
  return parseMountinfo(readText(`/proc/${pid}/mountinfo`) ?? '').some(
    (one) => one.id === id && one.type === 'overlay',
  );
}

/** @param root ends in "/"; the folder itself counts. */
export function isInside(path: string, root: string): boolean {
  return `${path}/`.startsWith(root);
}

export function parseFdinfo(text: string): Pick<FileFact, 'inode' | 'lock' | 'lockDevice'> {
  const [, kind, device, locked] =
    /^lock:\s+\d+: FLOCK\s+\S+\s+(WRITE|READ)\s+-?\d+\s+(\w+:\w+):(\d+)/m.exec(text) ?? [];
  const inode = locked ?? /^ino:\s+(\d+)/m.exec(text)?.[1];
  return {
    inode: inode === undefined ? null : Number(inode),
    lock: kind === 'WRITE' || kind === 'READ' ? kind : null,
    lockDevice: device ?? null,
  };
}
