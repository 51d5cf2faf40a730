/** go's verdict on an environment and the workspace's files before it does any work, offline and read-only. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { coerce, lt } from 'semver';
import { errnoOf } from '../../../errors.ts';
import type { Env } from '../../../go/context.ts';
import type { CommandFact, GorootFact } from '../../go-fact.ts';
import type { Environment } from '../../snapshot.ts';
import { ownerOf } from '../disk/owner-of.ts';
import { within } from '../disk/places.ts';
import { readEnvFile } from '../process/go-settings-of.ts';
import { factOf, runLimited } from '../run-limited.ts';

interface OfflineRun {
  readonly env: Env;
  readonly cwd: string;
  readonly limitMs: number;
}

/** An installed newer Go may take over, as it does for the user: it may accept what an older one refuses. */
function offline(env: Env): Env {
  return { ...env, GOPROXY: 'off', GONOPROXY: 'none', GOVCS: '*:off' };
}

/** @param go the answer of `go env`; null: nothing usable. */
export async function loadFact({ env, cwd, limitMs }: OfflineRun, go: Environment | null): Promise<CommandFact> {
  const command = ['go', 'list', '-m', ...(writesGoMod(go) ? ['-mod=readonly'] : [])];
  return factOf(await runLimited(command, { env: offline(env), cwd, limitMs }));
}

/** Whether go would write go.mod. Source: cmd/go/internal/modload/init.go, setDefaultBuildMod. */
function writesGoMod(go: Environment | null): boolean {
  if (go === null) return true;
  if (go['GOWORK'] && go['GOWORK'] !== 'off') return false;
  const mod = [...(go['GOFLAGS'] ?? '').matchAll(/-mod=(\w+)/g)].at(-1)?.[1];
  const version = coerce(go['GOVERSION']);
  // Before Go 1.16 -mod=mod was the default.
  return mod === 'mod' || (mod === undefined && (version === null || lt(version, '1.16.0')));
}

/** null: GOROOT is not set, or its VERSION equals the running go's. */
export async function gorootFact(asked: OfflineRun, go: Environment | null, said: string): Promise<GorootFact | null> {
  const own = asked.env['GOROOT'] || '';
  const goenv = go?.['GOENV'] || goenvOf(asked.env);
  // Any of these files may be on a filesystem that does not answer.
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
  // A Go that takes over sets GOROOT to its own, so only both answers together count.
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

/**
 * "go1.26.8", without a distribution's suffix; "go1.28-devel_8a1bd4e" for a development build: its commit tells it from
 * the next one. null: neither.
 */
export function goVersionOf(text: string | undefined): string | null {
  return /\bgo\d+(?:\.\d+)*(?:(?:rc|beta)\d+)?(?:-(?:devel_)?[0-9a-z]+)?/.exec(text ?? '')?.[0] ?? null;
}
