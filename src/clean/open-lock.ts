import { closeSync, constants, fstatSync, openSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { codeOf } from './clean-item.ts';
import { openBelow, openFolder, pathIn } from './folder.ts';
import { identityOf } from './list-caches.ts';

export interface OpenLock extends Disposable {
  readonly fd: number;
  readonly identity: string;
}

const { O_RDWR, O_CREAT, O_NOFOLLOW, O_NONBLOCK } = constants;

/**
 * Opens a lock file as cmd/go does (lockedfile.MutexAt): creates it if missing, and never removes
 * it. Opens for writing, since NFS requires that for an exclusive lock. Returns an error code on
 * failure.
 */
export function openLock({ lock, root }: { readonly lock: string | null; readonly root: string }): OpenLock | string {
  if (lock === null) return 'EINVAL';
  try {
    using base = openFolder(root);
    using folder = openBelow(base, dirname(lock));
    if (folder === null) return 'ELOOP';
    const fd = openSync(pathIn(folder, basename(lock)), O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK, 0o666);
    const stat = fstatSync(fd);
    const held = { fd, identity: identityOf(stat), [Symbol.dispose]: () => closeSync(fd) };
    if (stat.isFile()) return held;
    held[Symbol.dispose]();
    return 'ELOOP';
  } catch (error) {
    return codeOf(error);
  }
}
