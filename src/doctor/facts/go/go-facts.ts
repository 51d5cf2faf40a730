/** Facts that go and gopls report, each with a timeout. */

import type { Env } from '../../../go/context.ts';
import type { CommandFact, DeepFact } from '../../go-fact.ts';
import type { ProcessFact } from '../../process-fact.ts';
import type { Environment } from '../../snapshot.ts';
import { readPlace } from '../disk/places.ts';
import { factOf, type Limited, runLimited } from '../run-limited.ts';
import type { SnapshotRequest } from '../snapshot-request.ts';
import { keptEnvironment } from './environment.ts';
import { onPath } from './on-path.ts';

/** By name: for all variables go runs the C compiler and writes to GOCACHE (cmd/go/internal/envcmd, ExtraEnvVarsCostly). */
const goVariables = [
  ...['GOVERSION', 'GOROOT', 'GOOS', 'GOARCH', 'GOPATH', 'GOMODCACHE', 'GOCACHE', 'GOCACHEPROG', 'GOTMPDIR', 'GOENV'],
  ...['GO111MODULE', 'GOMOD', 'GOWORK', 'GOFLAGS', 'GOTOOLCHAIN', 'GOTELEMETRY', 'GODEBUG', 'GOEXPERIMENT'],
  ...['GOPROXY', 'GONOPROXY', 'GOPRIVATE', 'GOSUMDB', 'GONOSUMDB', 'GOINSECURE', 'GOVCS'],
];

/** `go env` of the installed Go: it downloads nothing and answers even if go.mod wants another Go. */
export async function localGoEnv({ env, folder, limitMs }: SnapshotRequest): Promise<Limited> {
  return await runLimited(['go', 'env', '-json', ...goVariables], {
    env: { ...env, GOTOOLCHAIN: 'local' },
    cwd: await there(folder, limitMs),
    limitMs,
  });
}

/** null: it printed no JSON. */
export function goEnvOf(local: Limited): Environment | null {
  if (local.code !== 0) return null;
  try {
    const parsed: unknown = JSON.parse(local.stdout);
    return typeof parsed === 'object' && parsed !== null ? keptEnvironment(parsed as Record<string, string>) : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** The one command that may hang in a download of Go. Skipped while another process downloads one. */
export async function plainGoEnv(
  { folder, env, limitMs }: SnapshotRequest,
  fetched: boolean,
): Promise<CommandFact | null> {
  if (env['GOTOOLCHAIN'] === 'local' || fetched) return null;
  return factOf(
    await runLimited(['go', 'env', '-json', 'GOVERSION'], { env, cwd: await there(folder, limitMs), limitMs }),
  );
}

/** Whether a process holds the lock of a toolchain in this module cache; our go would wait for it. */
export function isToolchainFetched(processes: readonly ProcessFact[], gomodcache: string | null): boolean {
  const folder = `${gomodcache}/cache/download/golang.org/toolchain/`;
  return processes.some(({ files }) => files.some(({ path, lock }) => lock !== null && path.startsWith(folder)));
}

export async function askGoplsVersion({ env, limitMs }: SnapshotRequest): Promise<string | null> {
  if ((await onPath('gopls', env)) === null) return null;
  const asked = await runLimited(['gopls', 'version'], { env: { ...env, GOTOOLCHAIN: 'local' }, cwd: '/', limitMs });
  return asked.code === 0 ? (asked.stdout.split('\n')[0]?.trim() ?? null) : null;
}

export async function deepFact({ folder, env }: SnapshotRequest): Promise<DeepFact> {
  // Offline and read-only, with a long timeout for large workspaces.
  const offline = { ...env, GOPROXY: 'off', GOTOOLCHAIN: 'local', GOFLAGS: '-mod=readonly' };
  const run = async (command: readonly string[], extra: Env) =>
    factOf(await runLimited(command, { env: { ...offline, ...extra }, cwd: folder, limitMs: 60_000 }));
  const list = ['go', 'list', '-deps', './...'];
  const verify = await run(['go', 'mod', 'verify'], {});
  const plain = await run(list, {});
  return { verify, list: plain, listWithoutIndex: await run(list, { GODEBUG: 'goindex=0' }) };
}

/** The folder, or "/" if it hangs or is missing: a hung working directory would block every spawn. */
export async function there(folder: string, limitMs: number): Promise<string> {
  const place = await readPlace('workspace', folder, null, limitMs);
  return place.stat === 'hung' || place.stat === null ? '/' : folder;
}
