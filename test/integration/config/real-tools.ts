/** The gopls versions that judge settings, each with the Go that the matrix builds it with, and folders to run them in. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { provisionGo } from '../../../src/go/provision/provision-go.ts';
import { provisionGopls } from '../../../src/go/provision/provision-gopls.ts';

export interface Tools {
  readonly gopls: string;
  readonly goplsVersion: string;
  readonly go: string;
  readonly goVersion: string;
}

/** The oldest and the newest of the matrix. */
export const goplsVersions = ['0.15.2', '0.24.0'] as const;

export async function realTools(goplsVersion: string): Promise<Tools> {
  const context = { env: process.env };
  const { path, builtWith } = await provisionGopls(goplsVersion, context);
  return { gopls: path, goplsVersion, goVersion: builtWith, go: await realGo(builtWith) };
}

export async function realGo(version: string): Promise<string> {
  return join((await provisionGo(version, { env: process.env })).goroot, 'bin/go');
}

export interface Folder extends AsyncDisposable {
  readonly path: string;
  readonly write: (name: string, text: string) => Promise<string>;
}

export async function aFolder(): Promise<Folder> {
  const path = await mkdtemp(join(tmpdir(), 'config-test-'));
  await mkdir(join(path, 'tmp'));
  // Otherwise telemetry processes of go and gopls would write here later. Source: golang.org/x/telemetry, mode file.
  await mkdir(join(path, 'xdg-config/go/telemetry'), { recursive: true });
  await writeFile(join(path, 'xdg-config/go/telemetry/mode'), 'off');
  return {
    path,
    write: async (name, text) => {
      const file = join(path, name);
      await mkdir(join(file, '..'), { recursive: true });
      await writeFile(file, text);
      return file;
    },
    [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true, maxRetries: 3 }),
  };
}

/** An environment without access to the user's files. */
export function ownEnv(folder: string, go: string): Record<string, string> {
  return {
    PATH: `${join(go, '..')}:/usr/bin:/bin`,
    HOME: folder,
    TMPDIR: join(folder, 'tmp'),
    XDG_RUNTIME_DIR: folder,
    XDG_CACHE_HOME: join(folder, 'xdg-cache'),
    XDG_CONFIG_HOME: join(folder, 'xdg-config'),
    GOPATH: join(folder, 'gopath'),
    GOCACHE: join(folder, 'gocache'),
    GOENV: 'off',
    GOPROXY: 'off',
    GOTOOLCHAIN: 'local',
    CGO_ENABLED: '0',
  };
}

/** Limits without an interruption. */
export function limits(limitMs: number): { readonly limitMs: number; readonly signal: AbortSignal } {
  return { limitMs, signal: new AbortController().signal };
}
