/** The sockets of gopls daemons. */
import { readdir, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { errnoOf } from '../../../errors.ts';
import type { Env } from '../../../go/context.ts';
import { readLink, readText } from '../../../process/proc/read-proc.ts';
import { parseUnix, type UnixRow } from '../../../process/proc/sockets.ts';
import type { ProcessFact, SocketFact } from '../../process-fact.ts';
import { sharesFiles } from '../go/editor-go.ts';

/** Daemon sockets: those a gopls listens on, and those in the folders where it would look for one. */
export async function readSockets(
  env: Env,
  processes: readonly ProcessFact[],
  inodesOf: ReadonlyMap<number, readonly number[]>,
): Promise<readonly SocketFact[]> {
  const daemons = processes.filter(({ name, state }) => name === 'gopls' && state !== 'Z');
  // Two containers may each have a socket at the same path; the network namespace tells them apart.
  const listening = new Map<
    string,
    { readonly path: string; readonly here: boolean; readonly pids: number[]; backlog: number }
  >();
  const tables = new Map<string, readonly UnixRow[]>();
  for (const { pid } of daemons) {
    const space = readLink(`/proc/${pid}/ns/net`) ?? `${pid}`;
    const rows = tables.get(space) ?? parseUnix(readText(`/proc/${pid}/net/unix`) ?? '');
    tables.set(space, rows);
    const own = new Set(inodesOf.get(pid) ?? []);
    for (const { path, inode, listens } of rows) {
      if (!listens || !own.has(inode)) continue;
      const key = `${space} ${path}`;
      const backlog = rows.filter((row) => row.path === path && row.inode === 0).length;
      const known = listening.get(key) ?? { path, here: sharesFiles(pid), pids: [], backlog };
      known.pids.push(pid);
      listening.set(key, known);
    }
  }
  const folders = [env['XDG_RUNTIME_DIR'], env['TMPDIR'] || tmpdir()].filter(
    (path) => path !== undefined && path !== '',
  ) as string[];
  const left = (await Promise.all(folders.map(socketsIn))).flat();
  const known = new Set([...listening.values()].filter(({ here }) => here).map(({ path }) => path));
  const found = [...listening.values()].map(async ({ path, here, pids, backlog }): Promise<SocketFact> => {
    const file = here ? await fileOf(path) : { uid: null, inode: null };
    return { path, ...file, listeners: pids.sort((a, b) => a - b), backlog };
  });
  const idle = left
    .filter((path) => !known.has(path))
    .map(async (path): Promise<SocketFact> => ({ path, ...(await fileOf(path)), listeners: [], backlog: 0 }));
  return await Promise.all([...found, ...idle]);
}

/** Source: gopls/internal/lsprpc/autostart_posix.go. */
async function socketsIn(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder))
      .filter((name) => /^gopls-[0-9a-f]+-daemon\./.test(name))
      .map((name) => join(folder, name));
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return [];
  }
}

async function fileOf(path: string): Promise<Pick<SocketFact, 'uid' | 'inode'>> {
  try {
    // stat, not lstat: gopls follows links too.
    const { uid, ino } = await stat(path);
    return { uid, inode: ino };
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return { uid: null, inode: null };
  }
}
