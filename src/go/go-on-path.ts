import { constants } from 'node:fs';
import { access, readFile } from 'node:fs/promises';
import { delimiter, isAbsolute, join } from 'node:path';
import * as v from 'valibot';
import { errnoOf } from '../errors.ts';
import type { Env } from './context.ts';
import { exeName, type Platform } from './platform.ts';
import { runGo } from './run-go.ts';

/** What a `go` command says of itself and of the user's settings. */
export interface GoOnPath {
  readonly path: string;
  readonly goroot: string;
  /** "1.22.12", from the VERSION file of its GOROOT; null for a development build. */
  readonly version: string | null;
  /** GOHOSTARCH: what it runs on and, unless told otherwise, compiles for. */
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

/** Finds the first `go` on env.PATH and asks it, or null when there is none that answers. */
export async function findGoOnPath(env: Env, platform: Platform, signal?: AbortSignal): Promise<GoOnPath | null> {
  const name = exeName('go', platform);
  for (const dir of (env.PATH ?? '').split(delimiter)) {
    // Like cmd/go (os/exec.LookPath): a relative element of PATH is no place to run things from.
    if (!isAbsolute(dir)) continue;
    const path = join(dir, name);
    if (await isExecutable(path)) return await askGo(path, env, signal);
  }
  return null;
}

/**
 * `go env`, in the user's environment: a setting may be in the environment, in the file of `go env -w`, or in the
 * defaults of that very go. null when it does not answer, as a broken installation doesn't.
 */
export async function askGo(path: string, env: Env, signal?: AbortSignal): Promise<GoOnPath | null> {
  // GOROOT in the environment would make it report that, instead of where it is itself.
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
  // An experiment or a patched build says so in GOVERSION ("go1.22.1 X:boringcrypto"); it is not the plain release.
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

/** The version in GOROOT/VERSION without its "go" ("1.22.12"), or null when there is none. */
export async function readVersionFile(goroot: string): Promise<string | null> {
  try {
    const text = await readFile(join(goroot, 'VERSION'), 'utf8');
    // The second line, since Go 1.21, is the time.
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
