/** What go says of an environment and of the workspace's files before it does any work. Nothing is fetched, and nothing written. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { coerce, lt } from 'semver';
import { errnoOf } from '../../../errors.ts';
import type { CommandFact, GorootFact } from '../../go-fact.ts';
import type { Environment } from '../../snapshot.ts';
import { ownerOf } from '../disk/owner-of.ts';
import { within } from '../disk/places.ts';
import { readEnvFile } from '../process/go-settings-of.ts';
import { factOf, runLimited } from '../run-limited.ts';
import type { Env } from '../snapshot-request.ts';

export interface Asked {
  readonly env: Env;
  readonly cwd: string;
  readonly limitMs: number;
}

/** Another Go that is there already may take over, as it does for the user: what an older one refuses the newer one may know. */
function offline(env: Env): Env {
  return { ...env, GOPROXY: 'off', GONOPROXY: 'none', GOVCS: '*:off' };
}

/** @param go what `go env` answered; null: nothing of use. */
export async function loadFact({ env, cwd, limitMs }: Asked, go: Environment | null): Promise<CommandFact> {
  const command = ['go', 'list', '-m', ...(writesGoMod(go) ? ['-mod=readonly'] : [])];
  return factOf(await runLimited(command, { env: offline(env), cwd, limitMs }));
}

/** With a go.work go refuses -mod=mod, and says so. Source: cmd/go/internal/modload/init.go, setDefaultBuildMod. */
function writesGoMod(go: Environment | null): boolean {
  if (go === null) return true;
  if (go['GOWORK'] && go['GOWORK'] !== 'off') return false;
  const mod = [...(go['GOFLAGS'] ?? '').matchAll(/-mod=(\w+)/g)].at(-1)?.[1];
  const version = coerce(go['GOVERSION']);
  // Before Go 1.16 that was the default.
  return mod === 'mod' || (mod === undefined && (version === null || lt(version, '1.16.0')));
}

/** Null: none is set, or its VERSION is that of the go which runs. */
export async function gorootFact(asked: Asked, go: Environment | null, said: string): Promise<GorootFact | null> {
  const own = asked.env['GOROOT'] || '';
  const goenv = go?.['GOENV'] || goenvOf(asked.env);
  // Any of these files may lie where nothing answers.
  const read = async <T>(work: Promise<T>) => {
    const answer = await within(asked.limitMs, work);
    return answer === 'hung' ? null : answer;
  };
  const path = own || (goenv === null ? '' : ((await read(readEnvFile(goenv)))?.['GOROOT'] ?? ''));
  if (path === '') return null;
  const nothing = { path, file: own === '' ? goenv : null, version: null, compiler: null };
  if (/cannot find GOROOT directory/.test(said)) return { ...nothing, there: false };
  const version = await read(versionIn(path));
  if (version !== null && version === goVersionOf(go?.['GOVERSION'])) return null;
  // A Go that takes over from another sets GOROOT to its own: only what the two say together counts.
  const ask = async (command: readonly string[]) =>
    factOf(await runLimited(command, { ...asked, env: offline(asked.env) }));
  const [running, compiler] = await Promise.all([ask(['go', 'version']), ask(['go', 'tool', 'compile', '-V'])]);
  return { ...nothing, there: (await read(ownerOf(path))) !== null, version: running, compiler };
}

/** Source: cmd/go/internal/cfg/cfg.go, EnvFile. */
function goenvOf(env: Env): string | null {
  if (env['GOENV'] === 'off') return null;
  if (env['GOENV']) return env['GOENV'];
  const config = env['XDG_CONFIG_HOME'] || (env['HOME'] ? join(env['HOME'], '.config') : null);
  return config === null ? null : join(config, 'go/env');
}

async function versionIn(goroot: string): Promise<string | null> {
  try {
    return goVersionOf(await readFile(join(goroot, 'VERSION'), 'utf8'));
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return null;
  }
}

/** "go1.26.8", whatever a distribution has added. Null: a Go that somebody has built from source. */
export function goVersionOf(text: string | undefined): string | null {
  return /\bgo\d+(?:\.\d+)*(?:(?:rc|beta)\d+)?(?:-[0-9a-z]+)?/.exec(text ?? '')?.[0] ?? null;
}
