/** Gathers the facts: one pass over /proc, a few commands under a time limit, and another look at those that waited. */
import { constants } from 'node:fs';
import { access, lstat, readdir, stat } from 'node:fs/promises';
import { release, tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { errnoOf } from '../errors.ts';
import { goplsCacheFolder } from '../go/gopls-cache.ts';
import { userCacheFolder } from '../go/user-cache.ts';
import { masked } from '../masked.ts';
import { effectiveCapabilities } from '../proc/capabilities.ts';
import { parseEnviron } from '../proc/parse-environ.ts';
import { readLink, readText } from '../proc/read-proc.ts';
import { parseUnix, type UnixRow } from '../proc/sockets.ts';
import { emptyCache, readCache } from './cache-facts.ts';
import { keptEnvironment } from './environment.ts';
import { placesOf, readPlace, within } from './places.ts';
import { lookAgain, readProcesses, ticksOf, withSilence } from './proc/processes.ts';
import { factOf, type Limited, runLimited } from './run-limited.ts';
import type {
  CommandFact,
  DeepFact,
  Environment,
  GitFact,
  GoFact,
  ProcessFact,
  Snapshot,
  SocketFact,
} from './snapshot.ts';

type Env = Readonly<Record<string, string | undefined>>;

export interface SnapshotRequest {
  /** The workspace, absolute. */
  readonly folder: string;
  readonly env: Env;
  /** How long each command, and each call on a filesystem, may take. */
  readonly limitMs: number;
  /** Only processes with this word in their environment count; absent: all. */
  readonly mark?: string;
  /** Ask `go mod verify` and `go list` too, which read all modules of the workspace. */
  readonly deep: boolean;
}

/** Asked for by name: for all that there are, go runs the C compiler and writes to GOCACHE (cmd/go/internal/envcmd, ExtraEnvVarsCostly). */
const goVariables = [
  ...['GOVERSION', 'GOROOT', 'GOOS', 'GOARCH', 'GOPATH', 'GOMODCACHE', 'GOCACHE', 'GOCACHEPROG', 'GOTMPDIR', 'GOENV'],
  ...['GO111MODULE', 'GOMOD', 'GOWORK', 'GOFLAGS', 'GOTOOLCHAIN', 'GOTELEMETRY', 'GODEBUG', 'GOEXPERIMENT'],
  ...['GOPROXY', 'GONOPROXY', 'GOPRIVATE', 'GOSUMDB', 'GONOSUMDB', 'GOINSECURE', 'GOVCS'],
];

export async function takeSnapshot(asked: SnapshotRequest): Promise<Snapshot> {
  const { folder, limitMs } = asked;
  const { env, hung: hungOnPath } = await answeringPath(asked.env, limitMs);
  const request = { ...asked, env };
  const unseen: string[] = [];
  const linux = process.platform === 'linux';
  if (!linux) unseen.push(`processes, locks and connections: this is ${process.platform}, which has no /proc`);

  if (hungOnPath.length > 0) unseen.push(`what is in ${hungOnPath.join(', ')} of PATH: it does not answer`);

  // First of all, before any command has run: what the locks tell may be over soon.
  const pass = readProcesses(rootsOf(pathsOf(folder, env, null)), asked.mark ?? null);
  const [local, silence] = await Promise.all([
    runLimited(['go', 'env', '-json', ...goVariables], {
      env: { ...env, GOTOOLCHAIN: 'local' },
      cwd: await there(folder, limitMs),
      limitMs,
    }),
    linux ? runLimited(['ss', '-tneiOH'], { env: systemEnv, cwd: '/', limitMs }) : null,
  ]);
  const goEnv = goEnvOf(local);
  const paths = pathsOf(folder, env, goEnv);
  const before = ticksOf(pass.processes);
  const connected = silence?.code === 0 ? withSilence(pass.processes, silence.stdout) : pass.processes;
  if (pass.hidden.length > 0)
    unseen.push(`the files and locks of ${pass.hidden.join(', ')}: of another user; run this as root to see them`);
  if (linux && silence?.code !== 0) unseen.push('since when a connection is silent: ss (iproute2) is not there');

  const [places, plain, editor, gopls, driver, git] = await Promise.all([
    Promise.all(placesOf(paths).map(([role, path, probe]) => readPlace(role, path, probe, limitMs))),
    plainGoEnv(request, pass.processes),
    editorGoEnv(request, pass.processes),
    goplsVersion(request),
    onPath('gopackagesdriver', env),
    within(limitMs, gitFact(request)),
  ]);
  const hung = places.some((place) => place.stat === 'hung');
  const now = Date.now();
  // Places may answer at their top, and not below: then what lies there is left out, and said to be.
  const [sockets, cache] = await Promise.all([
    linux && !hung ? within(limitMs, readSockets(env, pass.processes, pass.sockets)) : [],
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
            now,
          ),
        ),
  ]);
  if (sockets === 'hung') unseen.push('the sockets of daemons: a folder in which they lie does not answer');
  if (cache === 'hung') unseen.push('what lies in the caches: a folder in them does not answer');
  const deep = request.deep && !hung ? await deepFact(request) : null;
  const go: GoFact = {
    env: goEnv,
    local: { ...factOf(local), output: goEnv === null ? local.output : '' },
    plain,
    editor,
    gopls,
    driver,
    deep,
  };
  return {
    schema: 1,
    at: new Date(now).toISOString(),
    host: {
      platform: process.platform,
      kernel: release(),
      uid: process.geteuid?.() ?? -1,
      capabilities: effectiveCapabilities()?.toString(16) ?? null,
      oomKills: oomKills(),
    },
    folder,
    env: keptEnvironment(env),
    go,
    places,
    processes: lookAgain(connected, pass.starts, before),
    sockets: sockets === 'hung' ? [] : sockets,
    cache: cache === 'hung' ? emptyCache : cache,
    git: git === 'hung' ? null : git,
    unseen,
  };
}

/**
 * The start of a command blocks this whole process while a folder of PATH does not answer: those are left out.
 */
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

const systemEnv = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C' };

function rootsOf(paths: ReturnType<typeof pathsOf>): readonly string[] {
  return [paths.GOMODCACHE, paths.GOCACHE, paths['the cache of gopls']].flatMap((path) =>
    path === null ? [] : [`${path}/`],
  );
}

/** A working directory that hangs would hang the start of every command: then they run elsewhere. */
async function there(folder: string, limitMs: number): Promise<string> {
  const place = await readPlace('workspace', folder, null, limitMs);
  return place.stat === 'hung' || place.stat === null ? '/' : folder;
}

function goEnvOf(local: Limited): Environment | null {
  if (local.code !== 0) return null;
  try {
    const parsed: unknown = JSON.parse(local.stdout);
    return typeof parsed === 'object' && parsed !== null ? keptEnvironment(parsed as Record<string, string>) : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** As go and gopls work them out, also where go does not answer. Source: go/build. */
function pathsOf(folder: string, env: Env, go: Environment | null) {
  const home = env['HOME'] || null;
  const gopath = (go?.['GOPATH'] || env['GOPATH'] || (home === null ? '' : join(home, 'go'))).split(delimiter)[0] ?? '';
  const gomodcache = go?.['GOMODCACHE'] || env['GOMODCACHE'] || (gopath === '' ? null : join(gopath, 'pkg/mod'));
  const userCache = userCacheFolder(env);
  const gocache = go?.['GOCACHE'] || env['GOCACHE'] || (userCache === null ? null : join(userCache, 'go-build'));
  return {
    workspace: folder,
    HOME: home,
    TMPDIR: env['TMPDIR'] || tmpdir(),
    GOCACHE: gocache === 'off' ? null : gocache,
    GOMODCACHE: gomodcache,
    'GOMODCACHE/cache/download': gomodcache === null ? null : join(gomodcache, 'cache/download'),
    'GOPATH/pkg/sumdb': gopath === '' ? null : join(gopath, 'pkg/sumdb'),
    'the cache of gopls': goplsCacheFolder(env),
    XDG_RUNTIME_DIR: env['XDG_RUNTIME_DIR'] || null,
  } as const;
}

/** The one command that hangs while another Go is fetched. Where a process is stuck in that already, a second one would only wait for it. */
async function plainGoEnv(
  { folder, env, limitMs }: SnapshotRequest,
  processes: readonly ProcessFact[],
): Promise<CommandFact | null> {
  if (env['GOTOOLCHAIN'] === 'local') return null;
  if (
    processes.some(({ files }) =>
      files.some(({ path, lock }) => lock !== null && path.includes('/golang.org/toolchain/')),
    )
  )
    return null;
  return factOf(
    await runLimited(['go', 'env', '-json', 'GOVERSION'], { env, cwd: await there(folder, limitMs), limitMs }),
  );
}

/** What the editor's gopls would be told: its PATH may lead to another go, or to a wrapper that prints. */
async function editorGoEnv(
  { env, limitMs }: SnapshotRequest,
  processes: readonly ProcessFact[],
): Promise<GoFact['editor']> {
  for (const { pid, name, cwd, state } of processes) {
    if (name !== 'gopls' || state === 'Z' || cwd === null || !sharesFiles(pid)) continue;
    const own = parseEnviron(readText(`/proc/${pid}/environ`) ?? '');
    if (own['PATH'] === undefined || (own['PATH'] === env['PATH'] && own['HOME'] === env['HOME'])) continue;
    const asked = await runLimited(['go', 'env', '-json', 'GOVERSION'], {
      env: { ...own, GOTOOLCHAIN: 'local' },
      cwd: await there(cwd, limitMs),
      limitMs,
    });
    return { ...factOf(asked), code: asked.code === 0 && !isJson(asked.stdout) ? -1 : asked.code, pid };
  }
  return null;
}

/** In another container its PATH and folders mean other things. */
function sharesFiles(pid: number): boolean {
  const space = readLink(`/proc/${pid}/ns/mnt`);
  return space !== null && space === readLink('/proc/self/ns/mnt');
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

async function goplsVersion({ env, limitMs }: SnapshotRequest): Promise<string | null> {
  if ((await onPath('gopls', env)) === null) return null;
  const asked = await runLimited(['gopls', 'version'], { env: { ...env, GOTOOLCHAIN: 'local' }, cwd: '/', limitMs });
  return asked.code === 0 ? (asked.stdout.split('\n')[0]?.trim() ?? null) : null;
}

async function deepFact({ folder, env }: SnapshotRequest): Promise<DeepFact> {
  // Nothing is fetched, nothing is written to go.mod, and a large workspace has its time.
  const offline = { ...env, GOPROXY: 'off', GOTOOLCHAIN: 'local', GOFLAGS: '-mod=readonly' };
  const run = async (command: readonly string[], extra: Env) =>
    factOf(await runLimited(command, { env: { ...offline, ...extra }, cwd: folder, limitMs: 60_000 }));
  const list = ['go', 'list', '-deps', './...'];
  const verify = await run(['go', 'mod', 'verify'], {});
  const plain = await run(list, {});
  return { verify, list: plain, listWithoutIndex: await run(list, { GODEBUG: 'goindex=0' }) };
}

async function gitFact({ folder, env, limitMs }: SnapshotRequest): Promise<GitFact | null> {
  for (let root = folder; ; root = dirname(root)) {
    const uid = await ownerOf(join(root, '.git'));
    if (uid !== null) {
      const status = await runLimited(['git', 'rev-parse', '--git-dir'], {
        env: { ...env, LC_ALL: 'C' },
        cwd: folder,
        limitMs,
      });
      return { root, uid, status: factOf(status) };
    }
    if (root === dirname(root)) return null;
  }
}

async function ownerOf(path: string): Promise<number | null> {
  try {
    return (await lstat(path)).uid;
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return null;
  }
}

async function onPath(name: string, env: Env): Promise<string | null> {
  for (const folder of (env['PATH'] ?? '').split(delimiter)) {
    const path = join(folder, name);
    try {
      await access(path, constants.X_OK);
      return masked(path);
    } catch (error) {
      if (errnoOf(error) === undefined) throw error;
    }
  }
  return null;
}

/** Sockets of gopls's daemons: those on which a gopls listens, and those that lie where it would look for one. */
async function readSockets(
  env: Env,
  processes: readonly ProcessFact[],
  inodesOf: ReadonlyMap<number, readonly number[]>,
): Promise<readonly SocketFact[]> {
  const daemons = processes.filter(({ name, state }) => name === 'gopls' && state !== 'Z');
  // Two containers may have each a socket of the same path: they are told apart by their namespace.
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
    // gopls follows a link as well.
    const { uid, ino } = await stat(path);
    return { uid, inode: ino };
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return { uid: null, inode: null };
  }
}

/** Both versions of cgroups. */
function oomKills(): number | null {
  const own = readText('/proc/self/cgroup') ?? '';
  const v2 = /^0::(.*)$/m.exec(own)?.[1] ?? '';
  const v1 = /^\d+:memory:(.*)$/m.exec(own)?.[1];
  const files = [
    `/sys/fs/cgroup${v2}/memory.events`,
    '/sys/fs/cgroup/memory.events',
    ...(v1 === undefined
      ? []
      : [`/sys/fs/cgroup/memory${v1}/memory.oom_control`, '/sys/fs/cgroup/memory/memory.oom_control']),
  ];
  for (const file of files) {
    const count = /^oom_kill (\d+)$/m.exec(readText(file) ?? '')?.[1];
    if (count !== undefined) return Number(count);
  }
  return null;
}
