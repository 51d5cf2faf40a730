/** Gathers the facts: one pass over /proc, a few commands with a timeout, a second look at waiters. */
import { release, tmpdir } from 'node:os';
import { delimiter } from 'node:path';
import type { Env } from '../../go/context.ts';
import { effectiveCapabilities } from '../../process/proc/capabilities.ts';
import type { GoFact } from '../go-fact.ts';
import type { Snapshot } from '../snapshot.ts';
import { emptyCache, readCache } from './disk/cache-facts.ts';
import { conflicts } from './disk/conflicts.ts';
import { damagedInAll } from './disk/damage/damaged-in-all.ts';
import { ownerOf } from './disk/owner-of.ts';
import { placesOf, readPlace, within } from './disk/places.ts';
import { stillDamaged, stillLeft } from './disk/still-left.ts';
import { editorGo } from './go/editor-go.ts';
import { keptEnvironment } from './go/environment.ts';
import { gitFact } from './go/git-fact.ts';
import {
  askGoplsVersion,
  deepFact,
  goEnvOf,
  isToolchainFetched,
  localGoEnv,
  plainGoEnv,
  there,
} from './go/go-facts.ts';
import { gorootFact, loadFact } from './go/go-offline.ts';
import { pathsOf } from './go/go-paths.ts';
import { onPath } from './go/on-path.ts';
import { withSettings } from './go/with-settings.ts';
import { readSockets } from './gopls/daemon-sockets.ts';
import { oomKills, oomVictims } from './process/oom-kills.ts';
import { readProcesses } from './process/processes.ts';
import { factOf } from './run-limited.ts';
import { askTimes, secondLook } from './second-look.ts';
import type { SnapshotRequest } from './snapshot-request.ts';
import { withoutTokens } from './without-tokens.ts';

export async function takeSnapshot(asked: SnapshotRequest): Promise<Snapshot> {
  const { folder, limitMs } = asked;
  const { env, hung: hungOnPath } = await answeringPath(asked.env, limitMs);
  const request = { ...asked, env };
  const unseen: string[] = [];
  const linux = process.platform === 'linux';
  if (!linux) unseen.push(`processes, locks and connections: ${process.platform} has no /proc`);

  if (hungOnPath.length > 0) unseen.push(`${hungOnPath.join(', ')} of PATH: the filesystem does not answer`);

  // Before any command runs: the state of the locks may change soon.
  const pass = readProcesses(rootsOf(pathsOf(folder, env, null)), asked.mark ?? null);
  const [local, timed] = await Promise.all([localGoEnv(request), linux ? askTimes(pass.processes, limitMs) : null]);
  const goEnv = goEnvOf(local);
  const paths = pathsOf(folder, env, goEnv);
  const processes = withoutTokens(await withSettings(timed ?? pass.processes, limitMs));
  if (pass.hidden.length > 0)
    unseen.push(`the files and locks of ${pass.hidden.join(', ')}: another user owns them; run as root to see them`);
  if (linux && timed === null) unseen.push('how long a connection has been silent: install ss (iproute2)');

  const own = { env, cwd: await there(folder, limitMs), limitMs };
  const fetched = isToolchainFetched(processes, paths.GOMODCACHE);
  const asks = local.code !== null && !fetched;
  const [places, plain, load, goroot, editor, marked, gopls, driver, git, victims] = await Promise.all([
    Promise.all(placesOf(paths).map(([role, path, probe]) => readPlace(role, path, probe, limitMs))),
    plainGoEnv(request, fetched),
    asks ? loadFact(own, goEnv) : null,
    asks ? gorootFact(own, goEnv, local.output) : null,
    editorGo(request, processes, paths),
    within(limitMs, conflicts(folder, goEnv)),
    askGoplsVersion(request),
    onPath('gopackagesdriver', env),
    within(limitMs, gitFact(request)),
    oomVictims(limitMs),
  ]);
  const hung = places.some((place) => place.stat === 'hung');
  // A place may answer at its top but not below; then its contents are left out and reported as unseen.
  const [sockets, cache] = await Promise.all([
    linux && !hung ? within(limitMs, readSockets(env, processes, pass.sockets)) : [],
    hung
      ? emptyCache
      : within(
          limitMs,
          readCache(
            {
              folder,
              gomodcache: paths.GOMODCACHE,
              gocache: paths.GOCACHE,
              gopls: paths['the cache of gopls'],
              tmpdir: paths.TMPDIR ?? tmpdir(),
            },
            pass.at,
          ),
        ),
  ]);
  if (sockets === 'hung') unseen.push('the sockets of daemons: their folder does not answer');
  if (cache === 'hung') unseen.push('the contents of the caches: a folder in them does not answer');
  const deep = request.deep && !hung ? await deepFact(request) : null;
  const all = request.deep && !hung ? await damagedInAll(paths.GOCACHE, pass.at, unseen) : null;
  const go: GoFact = {
    env: goEnv,
    local: { ...factOf(local), output: goEnv === null ? local.output : '' },
    plain,
    load,
    goroot,
    editor,
    gopls,
    driver,
    deep,
  };
  const first: Snapshot = {
    schema: 2,
    at: new Date(pass.at).toISOString(),
    windowMs: 0,
    host: {
      platform: process.platform,
      kernel: release(),
      uid: process.geteuid?.() ?? -1,
      capabilities: effectiveCapabilities()?.toString(16) ?? null,
      oomKills: oomKills(),
      oomVictims: victims,
    },
    folder,
    env: keptEnvironment(env),
    go,
    places,
    processes,
    sockets: sockets === 'hung' ? [] : sockets,
    cache: { ...(cache === 'hung' ? emptyCache : cache), ...(all === null ? {} : { damaged: all }) },
    conflicts: marked === 'hung' ? [] : marked,
    git: git === 'hung' ? null : git,
    servers: [],
    session: null,
    unseen,
  };
  const second = await secondLook(first, pass, limitMs);
  const still = await within(
    limitMs,
    Promise.all([stillLeft(second.cache.left, pass.at, limitMs), stillDamaged(second.cache.damaged, pass.at)]),
  );
  if (still === 'hung') return second;
  const [left, damaged] = still;
  return { ...second, cache: { ...second.cache, left, damaged } };
}

/** PATH without folders that do not answer: spawning a command would block this whole process. */
async function answeringPath(
  env: Env,
  limitMs: number,
): Promise<{ readonly env: Env; readonly hung: readonly string[] }> {
  const folders = (env['PATH'] ?? '').split(delimiter);
  const answers = await Promise.all(folders.map((folder) => within(limitMs, ownerOf(folder))));
  const hung = folders.filter((_, index) => answers[index] === 'hung');
  if (hung.length === 0) return { env, hung };
  return { env: { ...env, PATH: folders.filter((folder) => !hung.includes(folder)).join(delimiter) }, hung };
}

function rootsOf(paths: ReturnType<typeof pathsOf>): readonly string[] {
  return [paths.GOMODCACHE, paths.GOCACHE, paths['the cache of gopls']].flatMap((path) =>
    path === null ? [] : [`${path}/`],
  );
}
