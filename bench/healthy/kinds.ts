/** Kinds of healthy work, each with the real go, gopls or editor. All of them end by themselves with success, or are ended once they stand. */
import { execFile, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
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

export interface Kind {
  readonly name: string;
  /** Each of its programs has ended before the doctor's second look, so that none may stand in a snapshot. */
  readonly brief?: true;
  /** Why it cannot run here; null when it can. */
  readonly missing: (site: Site) => string | null;
  readonly begin: (site: Site) => Promise<Work>;
}

/** Something to compile, and something to download. @param light compiles in seconds. */
function programOf(light: boolean): string {
  const std = light ? ['encoding/json', 'text/template'] : ['database/sql', 'go/types', 'html/template', 'net/http'];
  const modules = ['golang.org/x/text/language', light ? 'golang.org/x/tools/txtar' : 'golang.org/x/tools/go/packages'];
  return `package main\n\nimport (\n${[...std, ...modules].map((path) => `\t_ "${path}"\n`).join('')})\n\nfunc main() {}\n`;
}

const toolchain = 'go1.25.3';

const requirements = ['golang.org/x/text@v0.22.0', 'golang.org/x/tools@v0.30.0'];

const goMod = `module example.com/m

go 1.23.0

require (
${requirements.map((one) => `\t${one.replace('@', ' ')}\n`).join('')})
`;

const always = () => null;

export const kinds: readonly Kind[] = [
  { name: 'go build, cold', missing: always, begin: (site) => building(site, 'go build -o /dev/null .', {}, 'http') },
  {
    name: 'go build, cold, over HTTP/2',
    missing: always,
    begin: (site) => building(site, 'go build -o /dev/null .', {}, 'https'),
  },
  {
    name: 'go build, warm',
    brief: true,
    missing: always,
    begin: async (site) => {
      const work = await building(
        site,
        'for i in $(seq 40); do go build -o /dev/null . || exit; done',
        {},
        'http',
        true,
      );
      return work;
    },
  },
  {
    name: 'go run of a server that waits',
    missing: always,
    begin: async (site) => {
      const work = await building(site, 'go run ./idle', {}, 'http');
      await write(
        site,
        'idle/main.go',
        'package main\n\nimport "time"\n\nfunc main() { time.Sleep(25 * time.Second) }\n',
      );
      return work;
    },
  },
  {
    name: 'go test of a test that sleeps',
    missing: always,
    begin: async (site) => {
      const work = await building(site, 'go test -count=1 ./slow', {}, 'https');
      await write(
        site,
        'slow/slow_test.go',
        'package slow\n\nimport (\n\t"testing"\n\t"time"\n\n\t_ "golang.org/x/text/language"\n)\n\nfunc TestSlow(t *testing.T) { time.Sleep(20 * time.Second) }\n',
      );
      return work;
    },
  },
  {
    name: 'go install of a tool',
    missing: always,
    begin: (site) => building(site, `go install golang.org/x/tools/cmd/stringer@v0.30.0`, {}, 'https'),
  },
  {
    name: 'go generate with children',
    missing: always,
    begin: async (site) => {
      const work = await building(site, 'go generate ./gen', {}, 'http');
      await write(
        site,
        'gen/gen.go',
        'package gen\n\n//go:generate go build -o /dev/null ..\n//go:generate sleep 14\n//go:generate sh -c "sleep 2; go vet .."\n',
      );
      return work;
    },
  },
  {
    name: 'a first byte after 1 s',
    missing: always,
    begin: (site) => building(site, 'go mod download', { firstByteMs: 1000 }, 'http'),
  },
  {
    name: 'a first byte after 4 s',
    missing: always,
    begin: (site) => building(site, 'go mod download', { firstByteMs: 4000 }, 'https'),
  },
  {
    name: 'a first byte after 8 s',
    missing: always,
    begin: (site) => building(site, 'go mod download', { firstByteMs: 8000 }, 'http'),
  },
  {
    name: 'a trickle of 10 kB/s',
    missing: always,
    begin: async (site) => ({
      ...(await building(site, 'go mod download', { bytesPerSecond: 10_000 }, 'http')),
      endAfterMs: 40_000,
    }),
  },
  {
    name: 'a toolchain that is downloaded',
    missing: always,
    begin: async (site) => {
      const work = await building(site, 'go version', { bytesPerSecond: 5_000_000 }, 'http');
      // go takes no toolchain that its checksum database does not vouch for; the real proxy answers for that one.
      const { ['GOSUMDB']: _, ...env } = work.env;
      const proxies = `${env['GOPROXY']},${site.env['REAL_GOPROXY']}`;
      return { ...work, env: { ...env, GOTOOLCHAIN: toolchain, GOPROXY: proxies } };
    },
  },
  {
    name: '8 builds at once',
    missing: always,
    begin: async (site) => {
      const work = await building(site, 'go build -o /dev/null .', { firstByteMs: 500 }, 'http');
      return { ...work, commands: Array.from({ length: 8 }, () => 'go build -o /dev/null .') };
    },
  },
  {
    name: 'golangci-lint',
    missing: () => (onPath('golangci-lint') ? null : 'golangci-lint is not on PATH'),
    begin: (site) => building(site, 'golangci-lint run ./... || :', {}, 'http', true),
  },
  {
    name: 'gopls in Neovim',
    missing: ({ gopls }) => (gopls === null ? 'no gopls' : onPath('nvim') ? null : 'nvim is not on PATH'),
    begin: async (site) => {
      await write(
        site,
        'gopls.lua',
        `vim.cmd("edit main.go")
local id = vim.lsp.start_client({ name = "gopls", cmd = { "${site.gopls}" }, root_dir = vim.fn.getcwd() })
vim.lsp.buf_attach_client(0, id)
`,
      );
      const work = await building(site, 'nvim --headless -u NONE -c "luafile gopls.lua"', {}, 'http', true);
      return { ...work, endAfterMs: 25_000 };
    },
  },
  {
    name: 'gopls in Emacs',
    missing: ({ gopls }) =>
      gopls === null
        ? 'no gopls'
        : spawnSync('emacs', ['-q', '--batch', '--eval', "(progn (package-initialize) (require 'eglot))"]).status === 0
          ? null
          : 'Emacs with eglot is not installed',
    begin: async (site) => {
      await write(
        site,
        'init.el',
        `(package-initialize)
(require 'eglot)
(define-derived-mode go-mode prog-mode "Go")
(add-to-list 'eglot-server-programs '(go-mode . ("${site.gopls}")))
(find-file "main.go") (go-mode) (eglot-ensure)
(eglot '(go-mode) (project-current) 'eglot-lsp-server '("${site.gopls}") "go")
(while t (accept-process-output nil 1))
`,
      );
      const work = await building(site, 'git init -q . && emacs -q --batch -l init.el', {}, 'http', true);
      return { ...work, endAfterMs: 25_000 };
    },
  },
];

async function building(
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

async function write({ root }: Site, name: string, text: string): Promise<void> {
  const path = join(root, 'work', name);
  await mkdir(join(path, '..'), { recursive: true });
  await writeFile(path, text);
}

function onPath(program: string): boolean {
  return (process.env['PATH'] ?? '').split(':').some((folder) => existsSync(join(folder, program)));
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

export async function removeSite({ root }: Site): Promise<void> {
  await rm(root, { recursive: true, force: true });
}
