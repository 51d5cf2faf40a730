/** The module to build and the proxy to download from, for each kind of healthy work. */
import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { linkTree } from '../../test/e2e/tools/link-tree.ts';
import { aSlowProxy, type Certificate, type Pace } from './a-slow-proxy.ts';

export interface Site {
  /** A folder for this kind only. */
  readonly root: string;
  /** Shared by all kinds. */
  readonly shared: Shared;
  readonly certificate: Certificate;
  readonly env: Readonly<Record<string, string>>;
  /** The path of gopls; null: there is none. */
  readonly gopls: string | null;
  readonly light: boolean;
}

/** What is downloaded once. */
export interface Shared {
  /** A module proxy's tree. */
  readonly proxyTree: string;
  /** A complete go.mod and go.sum. Without them each kind would first download all that it then downloads again. */
  readonly goMod: string;
  readonly goSum: string;
  /** A GOCACHE with the standard library's packages. */
  readonly gocache: string;
}

/** What is in the caches when the work begins: nothing, the compiled standard library, all of it. */
export type Caches = 'cold' | 'standard library' | 'warm';

export interface Work {
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
  /** Bash commands, which run at once. */
  readonly commands: readonly string[];
  /** For work that does not end by itself: the time after which it is ended. */
  readonly endAfterMs?: number;
  readonly dispose?: () => Promise<void>;
}

/** A program that compiles packages and downloads modules. @param light compiles in seconds. */
function programOf(light: boolean): string {
  const std = light ? ['encoding/json', 'text/template'] : ['database/sql', 'go/types', 'html/template', 'net/http'];
  const modules = ['golang.org/x/text/language', light ? 'golang.org/x/tools/txtar' : 'golang.org/x/tools/go/packages'];
  return `package main\n\nimport (\n${[...std, ...modules].map((path) => `\t_ "${path}"\n`).join('')})\n\nfunc main() {}\n`;
}

export const toolchain = 'go1.25.3';

const requirements = ['golang.org/x/text@v0.22.0', 'golang.org/x/tools@v0.30.0'];

const goMod = `module example.com/m

go 1.23.0

require (
${requirements.map((one) => `\t${one.replace('@', ' ')}\n`).join('')})
`;

export async function building(
  site: Site,
  command: string,
  pace: Pace,
  scheme: 'http' | 'https',
  filled: Caches,
): Promise<Work> {
  await write(site, 'main.go', programOf(site.light));
  await write(site, 'go.mod', site.shared.goMod);
  await write(site, 'go.sum', site.shared.goSum);
  const cwd = join(site.root, 'work');
  const caches = { GOCACHE: join(site.root, 'gocache'), GOMODCACHE: join(site.root, 'modcache') };
  const base = { ...site.env, ...caches, GOFLAGS: '-mod=mod -modcacherw' };
  // What go writes again in place, an entry of the same action, is as good for all.
  if (filled !== 'cold') linkTree(site.shared.gocache, caches.GOCACHE);
  if (filled === 'warm') {
    await using fast = await aSlowProxy(site.shared.proxyTree, {}, null);
    await build(cwd, { ...base, GOPROXY: fast.url });
  }
  const proxy = await aSlowProxy(site.shared.proxyTree, pace, scheme === 'https' ? site.certificate : null);
  return {
    cwd,
    env: { ...base, GOPROXY: proxy.url, ...(scheme === 'https' ? { SSL_CERT_FILE: site.certificate.cert } : {}) },
    commands: [command],
    dispose: async () => {
      await proxy[Symbol.asyncDispose]();
    },
  };
}

async function build(cwd: string, env: Readonly<Record<string, string>>): Promise<void> {
  await promisify(execFile)('go', ['build', '-o', '/dev/null', '.'], { cwd, env });
}

export async function write({ root }: Site, name: string, text: string): Promise<void> {
  const path = join(root, 'work', name);
  await mkdir(join(path, '..'), { recursive: true });
  await writeFile(path, text);
}

/** Downloads once what all kinds need, from this machine's GOPROXY. The resulting download cache is a proxy's tree. */
export async function downloadShared(
  folder: string,
  env: Readonly<Record<string, string>>,
  light: boolean,
): Promise<Shared> {
  const work = join(folder, 'fill');
  await mkdir(work, { recursive: true });
  await writeFile(join(work, 'main.go'), programOf(false));
  await writeFile(join(work, 'go.mod'), goMod);
  const gocache = join(folder, 'fill-cache');
  const own: Record<string, string> = {
    ...env,
    GOMODCACHE: join(folder, 'filled'),
    GOCACHE: gocache,
    GOFLAGS: '-mod=mod -modcacherw',
  };
  const all = 'go mod tidy && go mod download all && go install golang.org/x/tools/cmd/stringer@v0.30.0';
  await promisify(execFile)('bash', ['-c', all], { cwd: work, env: { ...own, GOBIN: join(folder, 'fill-bin') } });
  await writeFile(join(work, 'main.go'), programOf(light));
  await build(work, own);
  const { ['GOSUMDB']: _, ...vouched } = own;
  await promisify(execFile)('go', ['version'], { cwd: work, env: { ...vouched, GOTOOLCHAIN: toolchain } });
  return {
    proxyTree: join(folder, 'filled/cache/download'),
    goMod: await readFile(join(work, 'go.mod'), 'utf8'),
    goSum: await readFile(join(work, 'go.sum'), 'utf8'),
    gocache,
  };
}
