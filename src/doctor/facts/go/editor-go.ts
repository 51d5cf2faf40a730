/**
 * go's answers in the environment and folder of the gopls that serves the workspace. Its PATH may
 * find another go, and go may refuse its GOFLAGS.
 */

import type { Env } from '../../../go/context.ts';
import { parseEnviron } from '../../../process/proc/parse-environ.ts';
import { readLink, readText } from '../../../process/proc/read-proc.ts';
import type { PlaceRole } from '../../cache-fact.ts';
import type { EditorGoFact } from '../../go-fact.ts';
import type { ProcessFact } from '../../process-fact.ts';
import { placesOf, readPlace } from '../disk/places.ts';
import { factOf } from '../run-limited.ts';
import type { SnapshotRequest } from '../snapshot-request.ts';
import { worksFor } from '../subject.ts';
import { goEnvOf, localGoEnv, there } from './go-facts.ts';
import { gorootFact, loadFact } from './go-offline.ts';
import { pathsOf } from './go-paths.ts';

/** The variables that affect go's answers. */
const read = /^(PATH|HOME|TMPDIR|XDG_CACHE_HOME|XDG_CONFIG_HOME|CGO_ENABLED|GO(?!PLS)[A-Z0-9_]*)$/;
const roles = new Set<PlaceRole>(['TMPDIR', 'GOTMPDIR', 'GOCACHE', 'GOMODCACHE']);

/**
 * Skips a gopls of another workspace, user or container.
 * @param own the paths in the doctor's own environment.
 */
export async function editorGo(
  request: SnapshotRequest,
  processes: readonly ProcessFact[],
  own: ReturnType<typeof pathsOf>,
): Promise<EditorGoFact | null> {
  const servers = processes.filter(
    ({ name, state, aside, container, uid }) =>
      name === 'gopls' && state !== 'Z' && aside === null && container === null && uid === process.geteuid?.(),
  );
  for (const server of servers) {
    const { pid, cwd } = server;
    if (cwd === null || !worksFor(server, request.folder) || !sharesFiles(pid)) continue;
    const env = parseEnviron(readText(`/proc/${pid}/environ`) ?? '');
    if (env['PATH'] === undefined || !differs(env, request.env)) continue;
    return { pid, ...(await asked({ ...request, env, folder: server.workspace ?? cwd }, own)) };
  }
  return null;
}

async function asked(request: SnapshotRequest, own: ReturnType<typeof pathsOf>): Promise<Omit<EditorGoFact, 'pid'>> {
  const { env, folder, limitMs } = request;
  const local = await localGoEnv(request);
  const go = goEnvOf(local);
  const here = { env, cwd: await there(folder, limitMs), limitMs };
  const answers = local.code !== null;
  const paths = pathsOf(folder, env, go);
  const [load, goroot, places] = await Promise.all([
    answers ? loadFact(here, go) : null,
    answers ? gorootFact(here, go, local.output) : null,
    Promise.all(
      placesOf(paths)
        .filter(([role, path]) => roles.has(role) && path !== own[role])
        .map(([role, path]) => readPlace(role, path, null, limitMs)),
    ),
  ]);
  return {
    ...factOf(local),
    output: go === null ? local.output : '',
    code: local.code === 0 && go === null ? -1 : local.code,
    env: go,
    load,
    goroot,
    places,
  };
}

function differs(a: Env, b: Env): boolean {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].some(
    (name) => read.test(name) && (a[name] ?? '') !== (b[name] ?? ''),
  );
}

/** Whether its paths mean the same files as ours: it shares our mount namespace. */
export function sharesFiles(pid: number): boolean {
  const space = readLink(`/proc/${pid}/ns/mnt`);
  return space !== null && space === readLink('/proc/self/ns/mnt');
}
