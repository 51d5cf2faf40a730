import { constants } from 'node:fs';
import { access, readFile } from 'node:fs/promises';
import { delimiter, isAbsolute, join } from 'node:path';
import * as v from 'valibot';
import { errnoOf } from '../errors.ts';
import type { Env } from './context.ts';
import { exeName, type Platform } from './platform.ts';
import { runGo } from './run-go.ts';

/** What a `go` command reports about itself and the user's settings. */
export interface GoOnPath {
  readonly path: string;
  readonly goroot: string;
  /** "1.22.12", from the VERSION file of its GOROOT; null for a development build. */
  readonly version: string | null;
  /** GOHOSTARCH: the architecture it runs on and, by default, compiles for. */
  readonly arch: string | null;
  readonly goproxy: string | null;
  readonly gosumdb: string | null;
}

const goEnvSchema = v.object({
  GOROOT: v.string(),
  GOPROXY: v.optional(v.string(), ''),
  GOSUMDB: v.optional(v.string(), ''),
  GOVERSION: v.optional(v.string(), ''),
  GOHOSTARCH: v.optional(v.string(), ''),
});

/** Runs `go env` with the first `go` on env.PATH; null: there is none, or it fails. */
export async function findGoOnPath(env: Env, platform: Platform, signal?: AbortSignal): Promise<GoOnPath | null> {
  const name = exeName('go', platform);
  for (const dir of (env.PATH ?? '').split(delimiter)) {
    // Like cmd/go (os/exec.LookPath): skips relative elements of PATH.
    if (!isAbsolute(dir)) continue;
    const path = join(dir, name);
    if (await isExecutable(path)) return await askGo(path, env, signal);
  }
  return null;
}

/**
 * Runs `go env` in the user's environment: a setting may come from the environment, from `go env
 * -w`, or from the defaults of that go. null: it fails, as in a broken installation.
 */
export async function askGo(path: string, env: Env, signal?: AbortSignal): Promise<GoOnPath | null> {
  // With GOROOT in the environment, it would report that instead of its own location.
  const { GOROOT: _, ...rest } = env;
  const result = await runGo(path, ['env', '-json', 'GOROOT', 'GOPROXY', 'GOSUMDB', 'GOVERSION', 'GOHOSTARCH'], {
    env: { ...rest, GOTOOLCHAIN: 'local' },
    signal,
  });
  if (result.code !== 0) return null;
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), goEnvSchema), result.stdout);
  if (!parsed.success) return null;
  const { GOROOT: goroot, GOPROXY, GOSUMDB, GOVERSION, GOHOSTARCH } = parsed.output;
  const version = await readVersionFile(goroot);
  // Experiments and patched builds have another GOVERSION ("go1.22.1 X:boringcrypto"): they are not
  // the release.
  const plain = GOVERSION === '' || GOVERSION === `go${version}`;
  return {
    path,
    goroot,
    version: plain ? version : null,
    arch: GOHOSTARCH || null,
    goproxy: GOPROXY || null,
    gosumdb: GOSUMDB || null,
  };
}

/** The version in GOROOT/VERSION without its "go": "1.22.12"; null: there is none. */
export async function readVersionFile(goroot: string): Promise<string | null> {
  try {
    const text = await readFile(join(goroot, 'VERSION'), 'utf8');
    // Since Go 1.21 a second line has the time.
    return /^go(\S+)/.exec(text)?.[1] ?? null;
  } catch (error) {
    if (errnoOf(error) === 'ENOENT' || errnoOf(error) === 'ENOTDIR' || errnoOf(error) === 'EACCES') return null;
    throw error;
  }
}

async function isExecutable(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return true;
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return false;
  }
}
