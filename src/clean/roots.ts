/** Which folders may be cleaned at all. */
import { lstatSync, readdirSync, readFileSync, realpathSync, statfsSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { errnoOf, UserError } from '../errors.ts';

export type RootKind = 'gocache' | 'gomodcache' | 'temporary' | 'gopls-cache';

export interface Root {
  readonly kind: RootKind;
  /** Without symlinks in it. */
  readonly path: string;
  /** The filesystem's name when it may hide the locks of other machines, or of other containers. */
  readonly sharedBy: string | null;
}

/** Source: statfs(2). Two mounts of one FUSE filesystem can both grant one lock; NFS and its kin depend on a server. */
const sharing: ReadonlyMap<number, string> = new Map([
  [0x6969, 'NFS'],
  [0x65735546, 'FUSE'],
  [0x01021997, '9p'],
  [0xff534d42, 'CIFS'],
  [0xfe534d42, 'SMB'],
  [0x00c36400, 'Ceph'],
  [0x5346414f, 'AFS'],
  [0x0bd00bd0, 'Lustre'],
  [0x6a656a63, 'virtiofs'],
]);

/**
 * A folder that may be cleaned; null when there is none at that path.
 * @throws UserError when it is `/`, the home folder or one above it, somebody else's, or does not look like what it is said to be.
 */
export function checkRoot(kind: RootKind, given: string, uid: number, home: string | null): Root | null {
  if (!isAbsolute(given)) throw new UserError(`${given}: the path of a cache is absolute`);
  const path = realPath(given);
  if (path === null) return null;
  if (path === '/') throw new UserError(`${given}: that is the root folder; it is not cleaned`);
  const homePath = home === null || home === '' ? null : realPath(home);
  // A home folder of a sandbox may well lie below the folder for temporary files.
  const above = kind !== 'temporary' && homePath?.startsWith(`${path}/`);
  if (homePath !== null && (path === homePath || above)) {
    throw new UserError(`${given}: the home folder ${homePath} is there; it is not cleaned`);
  }
  const stat = lstatSync(path);
  if (!stat.isDirectory()) throw new UserError(`${given}: not a folder`);
  // A folder for temporary files is often everybody's; there only one's own entries are looked at.
  if (kind !== 'temporary' && stat.uid !== uid) {
    throw new UserError(`${given}: belongs to user ${stat.uid}, and you are user ${uid}; let its owner clean it`);
  }
  const why = strangeness(kind, path);
  if (why !== null) throw new UserError(`${given}: does not look like ${why}`);
  return { kind, path, sharedBy: sharing.get(statfsSync(path).type >>> 0) ?? null };
}

function realPath(path: string): string | null {
  try {
    return realpathSync(path);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT' || errnoOf(error) === 'ENOTDIR') return null;
    throw new UserError(`${path}: cannot be looked at`, { cause: error });
  }
}

/** What it does not look like; null when all is well. An empty folder may become either cache. */
function strangeness(kind: RootKind, path: string): string | null {
  if (kind !== 'gocache' && kind !== 'gomodcache') return null;
  let names: readonly string[];
  try {
    names = readdirSync(path);
  } catch (error) {
    throw new UserError(`${path}: cannot be read`, { cause: error });
  }
  if (names.length === 0) return null;
  if (kind === 'gomodcache') {
    const inside = names.includes('cache') ? seenNames(join(path, 'cache')) : [];
    const known = inside.some((name) => name === 'download' || name === 'vcs' || name === 'lock');
    return known ? null : 'a module cache: there is no cache/download in it';
  }
  // cmd/go/internal/cache/default.go writes the README; a cache that was copied together may lack it.
  const known = isReadme(join(path, 'README')) || (names.includes('00') && names.includes('ff'));
  return known ? null : "a build cache: there is neither go's README nor the folders 00 to ff in it";
}

function seenNames(path: string): readonly string[] {
  try {
    return lstatSync(path).isDirectory() ? readdirSync(path) : [];
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return [];
  }
}

function isReadme(path: string): boolean {
  try {
    return (
      lstatSync(path).isFile() && readFileSync(path, 'utf8').startsWith('This directory holds cached build artifacts')
    );
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return false;
  }
}
