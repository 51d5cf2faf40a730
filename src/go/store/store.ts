import { createHash, randomBytes } from 'node:crypto';
import { readlinkSync } from 'node:fs';
import { access, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';
import { EnvironmentError, errnoOf, UserError } from '../../errors.ts';
import { isAlive } from '../../process/is-alive.ts';
import type { Env } from '../context.ts';
import { makeFolder } from './make-folder.ts';

/**
 * The folder of provisioned toolchains: $UNLATCH_HOME, else $XDG_CACHE_HOME/unlatch, else
 * ~/.cache/unlatch.
 *
 * @throws UserError when none of them is set, or UNLATCH_HOME is relative.
 */
export function storeDir(env: Env): string {
  const own = env.UNLATCH_HOME;
  if (own !== undefined && own !== '') {
    if (!isAbsolute(own)) throw new UserError(`UNLATCH_HOME must be an absolute path, not ${JSON.stringify(own)}`);
    return own;
  }
  const xdg = env.XDG_CACHE_HOME;
  // The XDG specification says to ignore a relative path.
  if (xdg !== undefined && isAbsolute(xdg)) return join(xdg, 'unlatch');
  const home = env.HOME ?? env.USERPROFILE;
  if (home === undefined || home === '') {
    throw new UserError('no folder for the store, since HOME is not set: set UNLATCH_HOME to an absolute path');
  }
  return join(home, '.cache', 'unlatch');
}

/**
 * The versions in the store, unordered. Provisioning checks whether a version is complete.
 *
 * @param kind the folder of the store: "go", "gopls"
 * @param platform "linux-amd64"
 */
export async function listStore(env: Env, kind: string, platform: string): Promise<readonly string[]> {
  const names = await readdirOrNone(join(storeDir(env), kind));
  return names.filter((name) => name.endsWith(`-${platform}`)).map((name) => name.slice(0, -platform.length - 1));
}

/**
 * Explains an errno from the store. Returns other errors unchanged.
 *
 * @returns the error to throw: EnvironmentError for a full disk, UserError for a store that is not
 * writable.
 */
export function explainStoreError(error: unknown, store: string, what: string): unknown {
  switch (errnoOf(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new EnvironmentError(
        `${what}: the disk of the store ${store} is full; free some space there, or set UNLATCH_HOME to a folder on another disk`,
        { cause: error },
      );
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'ENOTDIR':
    case 'EEXIST': // mkdir, where a file lies in the way
      return new UserError(
        `${what}: the store ${store} is not writable (${errnoOf(error)}); make it writable, or set UNLATCH_HOME to a folder that is`,
        { cause: error },
      );
    default:
      return error;
  }
}

/** Something for `install` to build and keep. */
export interface Installation<T> {
  readonly store: string;
  /** Its folder, relative to the store: "go/1.22.12-linux-amd64". */
  readonly place: string;
  /** For messages: "go 1.22.12". */
  readonly what: string;
  /** Checks a folder in its final place; null: it is incomplete. */
  readonly check: (dir: string) => Promise<T | null>;
  /** Fills the empty folder `dir`. `scratch` is for temporary files. */
  readonly build: (dir: string, scratch: string) => Promise<void>;
}

/**
 * Builds in a staging folder and renames it into place, so that an existing place is always
 * complete: a kill at any point leaves only a staging folder, which a later run removes. If two
 * processes build the same thing, the second finds the place taken, checks it and discards its own.
 */
export async function install<T>(thing: Installation<T>): Promise<T> {
  const place = join(thing.store, thing.place);
  const there = await thing.check(place);
  if (there !== null) return there;
  let staging: string | undefined;
  try {
    staging = await makeStaging(thing.store);
    const made = join(staging, 'made');
    const scratch = join(staging, 'scratch');
    await mkdir(made);
    await mkdir(scratch);
    await thing.build(made, scratch);
    await syncDir(made);
    await makeFolder(dirname(place));
    return await putInPlace(thing, made, place, join(staging, 'broken'));
  } catch (error) {
    throw explainStoreError(error, thing.store, thing.what);
  } finally {
    if (staging !== undefined) await rm(staging, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function putInPlace<T>(thing: Installation<T>, made: string, place: string, broken: string): Promise<T> {
  if (await renameUnlessTaken(made, place)) await syncDir(dirname(place));
  const winner = await thing.check(place);
  if (winner !== null) return winner;
  // The place holds something incomplete. unlatch did not put it there; someone else changed the
  // store.
  if (!(await exists(made))) {
    throw new EnvironmentError(`${thing.what}: ${place} was just written but fails its check`);
  }
  await renameUnlessGone(place, broken);
  await renameUnlessTaken(made, place);
  const again = await thing.check(place);
  if (again === null)
    throw new EnvironmentError(`${thing.what}: ${place} contains something else; remove it and try again`);
  return again;
}

/** @returns false: the place is taken. */
async function renameUnlessTaken(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (error) {
    const errno = errnoOf(error);
    // Windows returns EPERM if the directory exists.
    if (errno === 'ENOTEMPTY' || errno === 'EEXIST' || (errno === 'EPERM' && (await exists(to)))) return false;
    throw error;
  }
}

async function renameUnlessGone(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if (errnoOf(error) !== 'ENOENT') throw error;
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch (error) {
    if (errnoOf(error) === 'ENOENT' || errnoOf(error) === 'ENOTDIR') return false;
    throw error;
  }
}

/** Syncs a directory's entries to disk. Windows cannot open a directory, and does not need this. */
async function syncDir(dir: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(dir, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Identifies this machine and, on Linux, this pid namespace, within which a pid identifies a
 * process. Two containers that share a store, even with the same host name, must not take each
 * other's pids for dead.
 */
function pidSpace(): string {
  let namespace = '';
  try {
    namespace = readlinkSync('/proc/self/ns/pid');
  } catch (error) {
    // Not Linux, or no /proc: uses the host name alone.
    if (errnoOf(error) === undefined) throw error;
  }
  return createHash('sha256').update(`${hostname()}\n${namespace}`).digest('hex').slice(0, 12);
}

async function makeStaging(store: string): Promise<string> {
  const tmp = join(store, 'tmp');
  await makeFolder(tmp);
  await sweepStaging(store);
  const dir = join(tmp, `${pidSpace()}-${process.pid}-${randomBytes(6).toString('hex')}`);
  await mkdir(dir);
  return dir;
}

/**
 * Removes the staging folders of dead processes of this pid space. Nothing is known about processes
 * of others.
 *
 * @returns the names of the removed folders.
 */
export async function sweepStaging(store: string): Promise<readonly string[]> {
  const tmp = join(store, 'tmp');
  const removed: string[] = [];
  for (const name of await readdirOrNone(tmp)) {
    const [, space, pid] = /^([0-9a-f]{12})-(\d+)-[0-9a-f]{12}$/.exec(name) ?? [];
    if (space !== pidSpace() || pid === undefined || isAlive(Number(pid))) continue;
    await rm(join(tmp, name), { recursive: true, force: true, maxRetries: 3 });
    removed.push(name);
  }
  return removed;
}

async function readdirOrNone(dir: string): Promise<readonly string[]> {
  try {
    return await readdir(dir);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return [];
    throw error;
  }
}
