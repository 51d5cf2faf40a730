/** Kinds of healthy work with the real go, gopls or editor. Each succeeds by itself, or runs until it is ended. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { building, type Site, toolchain, type Work, write } from './work.ts';

export interface Kind {
  readonly name: string;
  /** Each of its programs ends before the doctor's second look, so a snapshot may have none of them. */
  readonly brief?: true;
  /** Why it cannot run here; null: it can. */
  readonly missing: (site: Site) => string | null;
  readonly begin: (site: Site) => Promise<Work>;
}

const always = () => null;

export const kinds: readonly Kind[] = [
  {
    name: 'go build, cold',
    missing: always,
    begin: (site) => building(site, 'go build -o /dev/null .', {}, 'http', 'cold'),
  },
  {
    name: 'go build, cold, over HTTP/2',
    missing: always,
    begin: (site) => building(site, 'go build -o /dev/null .', {}, 'https', 'cold'),
  },
  {
    name: 'go build, warm',
    brief: true,
    missing: always,
    // Until the last look: a cache of its own takes longer to fill than all builds from it.
    begin: (site) =>
      building(site, 'while go build -o /dev/null .; do :; done; echo a build failed >&2; exit 1', {}, 'http', 'warm'),
  },
  {
    name: 'go run of a server that waits',
    missing: always,
    begin: async (site) => {
      const work = await building(site, 'go run ./idle', {}, 'http', 'standard library');
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
      const work = await building(site, 'go test -count=1 ./slow', {}, 'https', 'standard library');
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
    begin: (site) => building(site, `go install golang.org/x/tools/cmd/stringer@v0.30.0`, {}, 'https', 'cold'),
  },
  {
    name: 'go generate with children',
    missing: always,
    begin: async (site) => {
      const work = await building(site, 'go generate ./gen', {}, 'http', 'standard library');
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
    begin: (site) => building(site, 'go mod download', { firstByteMs: 1000 }, 'http', 'cold'),
  },
  {
    name: 'a first byte after 4 s',
    missing: always,
    begin: (site) => building(site, 'go mod download', { firstByteMs: 4000 }, 'https', 'cold'),
  },
  {
    name: 'a first byte after 8 s',
    missing: always,
    begin: (site) => building(site, 'go mod download', { firstByteMs: 8000 }, 'http', 'cold'),
  },
  {
    name: 'a trickle of 10 kB/s',
    missing: always,
    begin: async (site) => ({
      ...(await building(site, 'go mod download', { bytesPerSecond: 10_000 }, 'http', 'cold')),
      endAfterMs: 40_000,
    }),
  },
  {
    name: 'a toolchain that is downloaded',
    missing: always,
    begin: async (site) => {
      const work = await building(site, 'go version', { bytesPerSecond: 5_000_000 }, 'http', 'cold');
      // go verifies a toolchain with the checksum database, which it reaches through the real proxy.
      const { ['GOSUMDB']: _, ...env } = work.env;
      const proxies = `${env['GOPROXY']},${site.env['REAL_GOPROXY']}`;
      return { ...work, env: { ...env, GOTOOLCHAIN: toolchain, GOPROXY: proxies } };
    },
  },
  {
    name: '8 builds at once',
    missing: always,
    begin: async (site) => {
      const work = await building(site, 'go build -o /dev/null .', { firstByteMs: 500 }, 'http', 'cold');
      return { ...work, commands: Array.from({ length: 8 }, () => 'go build -o /dev/null .') };
    },
  },
  {
    name: 'golangci-lint',
    missing: () => (onPath('golangci-lint') ? null : 'golangci-lint is not on PATH'),
    begin: (site) => building(site, 'golangci-lint run ./... || :', {}, 'http', 'warm'),
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
      const work = await building(site, 'nvim --headless -u NONE -c "luafile gopls.lua"', {}, 'http', 'warm');
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
      const work = await building(site, 'git init -q . && emacs -q --batch -l init.el', {}, 'http', 'warm');
      return { ...work, endAfterMs: 25_000 };
    },
  },
];

function onPath(program: string): boolean {
  return (process.env['PATH'] ?? '').split(':').some((folder) => existsSync(join(folder, program)));
}
