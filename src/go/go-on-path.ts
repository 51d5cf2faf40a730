import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { errnoOf } from '../errors.ts';
import type { Env } from './context.ts';
import { firstOnPath } from './first-on-path.ts';
import { exeName, type Platform } from './platform.ts';
import { runGo } from './run-go.ts';

/** What a `go` command reports about itself and the user's settings. */
export interface GoOnPath {
  readonly path: string;
  readonly goroot: string;
  /** "1.22.12", from the VERSION file of its GOROOT; null for a development build. */
  readonly version: string | null;
  /** "1.28-devel.8a1bd4e": the line and the commit of a development build; null: it is none. */
  readonly devel: string | null;
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
  const path = await firstOnPath(exeName('go', platform), env);
  return path === null ? null : await askGo(path, env, signal);
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
    devel: develVersion(GOVERSION),
    arch: GOHOSTARCH || null,
    goproxy: GOPROXY || null,
    gosumdb: GOSUMDB || null,
  };
}

/**
 * Of GOVERSION: "go1.28-devel_8a1bd4e Thu Nov 26 …", up to Go 1.24 "devel go1.24-8a1bd4e Thu …". null: a release, or a
 * build that was patched. Source: cmd/dist/build.go, findgoversion.
 */
export function develVersion(goversion: string): string | null {
  const [, line, commit] =
    /^(?:devel go(?=[\d.]+-[0-9a-f])|go(?=[\d.]+-devel_))(1\.\d+)-(?:devel_)?([0-9a-f]{7,40})(?= |$)/.exec(goversion) ??
    [];
  return line === undefined ? null : `${line}-devel.${commit}`;
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
