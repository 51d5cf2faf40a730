import { realpath } from 'node:fs/promises';
import { valid } from 'semver';
import type { Env } from './context.ts';
import { firstOnPath } from './first-on-path.ts';
import { exeName, type Platform } from './platform.ts';
import { runGo } from './run-go.ts';

/** What the build information of a gopls says. */
export interface GoplsBuild {
  /** "0.21.1" */
  readonly version: string;
  /** The Go that built it: "1.25.3". */
  readonly builtWith: string;
}

/** The gopls on PATH; `refused` says why it is not a published release. */
export interface GoplsOnPath {
  /** Without symbolic links. */
  readonly path: string;
  readonly build: GoplsBuild | { readonly refused: string };
}

/**
 * Looks for the first `gopls` on env.PATH; null: there is none. It reads the file and does not run
 * it, since gopls writes into its cache even for `gopls version`.
 *
 * @param go the path of the go command that reads it
 */
export async function findGoplsOnPath(
  go: string,
  env: Env,
  platform: Platform,
  signal?: AbortSignal,
): Promise<GoplsOnPath | null> {
  const found = await firstOnPath(exeName('gopls', platform), env);
  if (found === null) return null;
  const path = await realpath(found);
  const { code, stdout } = await runGo(go, ['version', '-m', path], { env: { ...env, GOTOOLCHAIN: 'local' }, signal });
  return { path, build: code === 0 ? readGoplsBuild(stdout) : { refused: 'it is no Go program, perhaps a wrapper' } };
}

const goplsModule = 'golang.org/x/tools/gopls';

/**
 * Reads the output of `go version -m`. A release that was built from the module as published has
 * its version and its hash, and replaces no dependency.
 */
export function readGoplsBuild(text: string): GoplsOnPath['build'] {
  const builtWith = /: go(1\.\S+)/.exec(text)?.[1];
  const [, module, version = '', hash] = /^\tmod\t(\S+)\t(\S+)(?:\t(h1:\S+))?/m.exec(text) ?? [];
  if (builtWith === undefined || module === undefined) return { refused: 'it has no build information' };
  if (module !== goplsModule) return { refused: `it is built from ${module}, not from ${goplsModule}` };
  const plain = version.replace(/^v/, '');
  if (valid(plain) !== plain || hash === undefined)
    return { refused: `its version is ${version}, which is no release` };
  const replaced = /^\tdep\t(\S+)[^\n]*\n\t=>/m.exec(text)?.[1];
  if (replaced !== undefined) return { refused: `it is built with another ${replaced} than the release` };
  return { version: plain, builtWith };
}
