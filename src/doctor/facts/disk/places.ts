/** The folders that go depends on: whether they answer, their owner, free space, and whether flock works. */
import { constants } from 'node:fs';
import { access, readlink, stat, statfs } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { errnoOf } from '../../../errors.ts';
import type { FlockProbe, PlaceFact, PlaceRole } from '../../cache-fact.ts';
import { runLimited } from '../run-limited.ts';
import { mountFacts } from './mount-facts.ts';

/** @param probe a file there to try flock on if it exists; null: none. */
export async function readPlace(
  role: PlaceRole,
  path: string,
  probe: string | null,
  limitMs: number,
): Promise<PlaceFact> {
  const nothing = {
    role,
    path,
    shape: null,
    linkTo: null,
    noexec: false,
    nfs: null,
    notWritable: null,
    type: null,
    freeBytes: null,
    freeInodes: null,
    flock: null,
  };
  const own = await within(limitMs, statOf(path));
  if (own === 'hung') return { ...nothing, stat: 'hung' };
  // go creates missing folders, so check whether it can.
  const work = own === null ? nearestAbove(path) : Promise.resolve(path);
  // The kernel may answer stat from memory while the other calls hang.
  const asked = async (nearest: string) =>
    await Promise.all([writableOr(nearest), statfs(nearest), own === null ? linkAt(path) : null, mountFacts(nearest)]);
  const [answer, flock] = await Promise.all([
    within(limitMs, work.then(asked)),
    probe === null ? null : probeFlock(probe, limitMs),
  ]);
  if (answer === 'hung') return { ...nothing, stat: 'hung' };
  const [notWritable, space, linkTo, { noexec, nfs }] = answer;
  return {
    role,
    path,
    stat: own === null ? null : { uid: own.uid, mode: (own.mode & 0o7777).toString(8) },
    shape: own === null ? (linkTo === null ? null : 'dangling link') : own.isDirectory() ? 'folder' : 'file',
    linkTo,
    noexec,
    nfs,
    notWritable,
    type: space.type.toString(16),
    freeBytes: space.bavail * space.bsize,
    freeInodes: space.files === 0 ? null : space.ffree,
    flock,
  };
}

async function statOf(path: string) {
  try {
    return await stat(path);
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return null;
  }
}

/** The target of a link, existing or not. null: not a link. */
async function linkAt(path: string): Promise<string | null> {
  try {
    return resolve(dirname(path), await readlink(path));
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return null;
  }
}

async function nearestAbove(path: string): Promise<string> {
  let at = dirname(path);
  while (at !== '/' && (await statOf(at)) === null) at = dirname(at);
  return at;
}

/** null: writable; otherwise the errno. Even root gets EROFS on a read-only mount. */
async function writableOr(path: string): Promise<string | null> {
  try {
    await access(path, constants.W_OK);
    return null;
  } catch (error) {
    const code = errnoOf(error);
    if (code === undefined) throw error;
    return code;
  }
}

/** Limits work on a filesystem that may never answer. */
export async function within<T>(limitMs: number, work: Promise<T>): Promise<T | 'hung'> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'hung'>((resolve) => {
    timer = setTimeout(() => resolve('hung'), limitMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Whether flock locks this file and excludes a second holder: one flock(1) holds it while another
 * tries. Node has no flock. null: the file or flock(1) is missing; the file is never created.
 */
export async function probeFlock(path: string, limitMs: number): Promise<FlockProbe | null> {
  const there = await within(limitMs, statOf(path));
  if (there === null || there === 'hung') return null;
  const inner = ['flock', '-n', '-E', '78', '-x', path, 'true'];
  const tried = await runLimited(['flock', '-n', '-E', '77', '-x', path, ...inner], {
    env: { PATH: '/usr/bin:/bin', LC_ALL: 'C' },
    cwd: '/',
    limitMs,
  });
  if (tried.code === null && !tried.timedOut) return null;
  const result = ({ 78: 'exclusive', 77: 'busy', 0: 'not exclusive' } as const)[tried.code ?? -1];
  const said = tried.stderr.trim().split('\n')[0] ?? '';
  if (result !== undefined && said === '') return { path, result, why: null };
  // A file that this user cannot open proves nothing about locks.
  if (/permission denied/i.test(said) && /cannot open/.test(said)) return null;
  return { path, result: 'failed', why: tried.timedOut ? 'no answer' : said };
}

/** The folders, each with a file that usually exists there, or null. */
export function placesOf(
  paths: Readonly<Record<PlaceRole, string | null>>,
): readonly [PlaceRole, string, string | null][] {
  const probes: Partial<Record<PlaceRole, (path: string) => string>> = {
    workspace: (path) => join(path, 'go.mod'),
    GOCACHE: (path) => join(path, 'trim.txt'),
    'GOMODCACHE/cache/download': (path) => join(dirname(path), 'lock'),
  };
  return (Object.entries(paths) as [PlaceRole, string | null][]).flatMap(
    ([role, path]): [PlaceRole, string, string | null][] =>
      path === null || path === '' ? [] : [[role, path, probes[role]?.(path) ?? null]],
  );
}
