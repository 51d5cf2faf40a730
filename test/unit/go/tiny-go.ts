import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { strToU8, type Zippable, zipSync } from 'fflate';
import type { Matrix } from '../../../src/go/matrix.ts';
import type { Platform } from '../../../src/go/platform.ts';

/** A URL at which nothing listens. */
export const nowhere = 'http://127.0.0.1:1/dl';

export const linux: Platform = { os: 'linux', arch: 'amd64' };

/** The `go` of these tests, a shell script: `install` writes a gopls, and all else fails. */
export const goScript = `#!/bin/sh
case "$1" in
  install) /bin/mkdir -p "$GOBIN" && echo "#!/bin/sh" > "$GOBIN/gopls" ;;
  *) echo "go $1?" >&2; exit 2 ;;
esac
`;

/** The files of a toolchain of a few hundred bytes. */
export function toolchainFiles(version: string, go = goScript): Record<string, string> {
  return {
    VERSION: `go${version}\ntime 2026-01-01T00:00:00Z\n`,
    'bin/go': go,
    'pkg/tool/linux_amd64/compile': '#!/bin/sh\n',
    'src/_go.mod': 'module std\n',
    'src/fmt/print.go': 'package fmt\n',
  };
}

export function prefixOf(version: string): string {
  return `golang.org/toolchain@v0.0.1-go${version}.linux-amd64/`;
}

/** A zip with these names, even invalid ones, and contents. */
export function zipOf(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const entries: Zippable = {};
  for (const [name, content] of Object.entries(files)) {
    entries[name] = typeof content === 'string' ? strToU8(content) : content;
  }
  return zipSync(entries);
}

export function toolchainZip(version: string, files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  return zipOf(Object.fromEntries(Object.entries(files).map(([name, text]) => [prefixOf(version) + name, text])));
}

/** The h1 of a toolchain from its files, not from a zip: a computation independent of the code's own. */
export function hash1OfFiles(version: string, files: Readonly<Record<string, string | Uint8Array>>): string {
  const lines = Object.entries(files)
    .map(([name, content]) => [prefixOf(version) + name, createHash('sha256').update(content).digest('hex')])
    .sort(([a = ''], [b = '']) => (a < b ? -1 : 1))
    .map(([name, hex]) => `${hex}  ${name}\n`);
  return `h1:${createHash('sha256').update(lines.join('')).digest('base64')}`;
}

export function matrixWith(go: Readonly<Record<string, string>>): Matrix {
  return {
    go: Object.fromEntries(Object.entries(go).map(([version, hash]) => [version, { 'linux-amd64': hash }])),
    bootstrap: {},
    gopls: [],
    goplsGo: {},
  };
}

/** Creates a file proxy with these zips. @returns its URL. */
export async function fileProxy(dir: string, zips: Readonly<Record<string, Uint8Array>>): Promise<string> {
  const folder = join(dir, 'golang.org/toolchain/@v');
  await mkdir(folder, { recursive: true });
  const names = Object.keys(zips).map((version) => `v0.0.1-go${version}.linux-amd64`);
  await writeFile(join(folder, 'list'), names.map((name) => `${name}\n`).join(''));
  for (const [version, bytes] of Object.entries(zips)) {
    await writeFile(join(folder, `v0.0.1-go${version}.linux-amd64.zip`), bytes);
  }
  return pathToFileURL(dir).href;
}

/** A directory that is removed at the end of its block. */
export async function scratchDir(): Promise<AsyncDisposable & { readonly path: string }> {
  const path = await mkdtemp(join(tmpdir(), 'unlatch-go-test-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}

/** Writes a file, and creates its folders. */
export async function put(path: string, content: string, mode = 0o644): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content, { mode });
}

/** Writes a `go` for PATH that answers `go env -json` with `env` and `go mod download -json` with `download`. */
export async function putGoOnPath(
  dir: string,
  answers: { readonly env: Readonly<Record<string, string>>; readonly download?: unknown },
): Promise<void> {
  const script = `#!/bin/sh
case "$1" in
  env) echo '${JSON.stringify(answers.env)}' ;;
  mod) echo '${JSON.stringify(answers.download ?? {})}' ;;
  *) exit 2 ;;
esac
`;
  await put(join(dir, 'go'), script, 0o755);
}

export interface LoopbackServer extends AsyncDisposable {
  readonly url: string;
  /** The requested paths, in order. */
  readonly asked: readonly string[];
}

/** A server on the loopback, closed at the end of its block. */
export async function serve(
  answer: (path: string, response: ServerResponse, request: IncomingMessage) => void,
): Promise<LoopbackServer> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    answer(request.url ?? '', response, request);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    asked,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
