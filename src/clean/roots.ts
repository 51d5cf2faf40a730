/** Decides which folders may be cleaned at all. */
import { lstatSync, readdirSync, readFileSync, realpathSync, statfsSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { errnoOf, UserError } from '../errors.ts';

export type RootKind = 'gocache' | 'gomodcache' | 'temporary' | 'gopls-cache' | 'lint-cache';

export interface Root {
  readonly kind: RootKind;
  /** With symlinks resolved. */
  readonly path: string;
  /** The filesystem's name if it may hide locks of other machines or containers. */
  readonly sharedBy: string | null;
}

/**
 * Source: statfs(2). Two mounts of one FUSE filesystem can both grant the same lock; NFS and the
 * like depend on a server.
 */
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
 * Checks a folder; null: there is none at that path.
 * @throws UserError when it is `/`, the home folder or above it, another user's, or does not look
 * like a cache of that kind.
 */
export function checkRoot(kind: RootKind, given: string, uid: number, home: string | null): Root | null {
  if (!isAbsolute(given)) throw new UserError(`${given}: the path of a cache must be absolute`);
  const path = realPath(given);
  if (path === null) return null;
  if (path === '/') throw new UserError(`${given}: refusing to clean the root folder`);
  const homePath = home === null || home === '' ? null : realPath(home);
  // A sandbox's home folder may be below the temporary folder.
  const above = kind !== 'temporary' && homePath?.startsWith(`${path}/`);
  if (homePath !== null && (path === homePath || above)) {
    throw new UserError(`${given}: refusing to clean the home folder ${homePath} or a folder above it`);
  }
  const stat = lstatSync(path);
  if (!stat.isDirectory()) throw new UserError(`${given}: not a folder`);
  // The temporary folder is often shared; there only the user's own entries count.
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
    throw new UserError(`${path}: cannot be resolved`, { cause: error });
  }
}

/**
 * What it should look like but does not; null: it does. An empty folder may become either cache.
 */
function strangeness(kind: RootKind, path: string): string | null {
  if (kind === 'temporary' || kind === 'gopls-cache') return null;
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
    return known ? null : 'a module cache: it has no cache/download';
  }
  // cmd/go/internal/cache/default.go writes the README, and golangci-lint's fork does; a copied cache may lack it.
  const known = isReadme(join(path, 'README')) || (names.includes('00') && names.includes('ff'));
  return known ? null : "a build cache: it has neither go's README nor the folders 00 to ff";
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
