/** A module to build and a proxy to download from, as each kind of healthy work has them. */
import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { aSlowProxy, type Certificate, type Pace } from './a-slow-proxy.ts';

export interface Site {
  /** A folder of its own for this kind. */
  readonly root: string;
  /** Of all kinds: a module proxy's tree. */
  readonly proxyTree: string;
  readonly certificate: Certificate;
  readonly env: Readonly<Record<string, string>>;
  /** Paths of gopls, golangci-lint; null where they are not there. */
  readonly gopls: string | null;
  readonly light: boolean;
}

export interface Work {
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
  /** Run by bash; several run at once. */
  readonly commands: readonly string[];
  /** The work stands rather than ends: it is ended after so long. */
  readonly endAfterMs?: number;
  readonly dispose?: () => Promise<void>;
}

/** Something to compile, and something to download. @param light compiles in seconds. */
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
  warm = false,
): Promise<Work> {
  await write(site, 'main.go', programOf(site.light));
  await write(site, 'go.mod', goMod);
  const cwd = join(site.root, 'work');
  const caches = { GOCACHE: join(site.root, 'gocache'), GOMODCACHE: join(site.root, 'modcache') };
  const base = { ...site.env, ...caches, GOFLAGS: '-mod=mod -modcacherw' };
  const fast = await aSlowProxy(site.proxyTree, {}, null);
  // go.sum is complete before the work, and with `warm` the caches are too.
  const before = warm ? 'go mod tidy && go build -o /dev/null .' : 'go mod tidy && go clean -modcache';
  await promisify(execFile)('bash', ['-c', before], { cwd, env: { ...base, GOPROXY: fast.url } });
  await fast[Symbol.asyncDispose]();
  const proxy = await aSlowProxy(site.proxyTree, pace, scheme === 'https' ? site.certificate : null);
  return {
    cwd,
    env: { ...base, GOPROXY: proxy.url, ...(scheme === 'https' ? { SSL_CERT_FILE: site.certificate.cert } : {}) },
    commands: [command],
    dispose: async () => {
      await proxy[Symbol.asyncDispose]();
    },
  };
}

export async function write({ root }: Site, name: string, text: string): Promise<void> {
  const path = join(root, 'work', name);
  await mkdir(join(path, '..'), { recursive: true });
  await writeFile(path, text);
}

/** Downloads what all kinds need, once, from the module proxy that go knows here; its cache is a proxy's tree. */
export async function fillProxyTree(folder: string, env: Readonly<Record<string, string>>): Promise<string> {
  const work = join(folder, 'fill');
  await mkdir(work, { recursive: true });
  await writeFile(join(work, 'main.go'), programOf(false));
  await writeFile(join(work, 'go.mod'), goMod);
  const own: Record<string, string> = {
    ...env,
    GOMODCACHE: join(folder, 'filled'),
    GOCACHE: join(folder, 'fill-cache'),
    GOFLAGS: '-mod=mod -modcacherw',
  };
  const all = 'go mod tidy && go mod download all && go install golang.org/x/tools/cmd/stringer@v0.30.0';
  await promisify(execFile)('bash', ['-c', all], { cwd: work, env: { ...own, GOBIN: join(folder, 'fill-bin') } });
  const { ['GOSUMDB']: _, ...vouched } = own;
  await promisify(execFile)('go', ['version'], { cwd: work, env: { ...vouched, GOTOOLCHAIN: toolchain } });
  return join(folder, 'filled/cache/download');
}
