/**
 * Measures how much time the archives of golangci-lint's and gopls's caches save, in jobs on github.com/spf13/cobra. Each
 * starts with an empty cache of the tool and a warm GOCACHE. Needs golangci-lint and gopls on PATH, and a module proxy.
 * Prints a Markdown table.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CacheRequest } from '../src/cache/request.ts';
import { restoreCaches } from '../src/cache/restore.ts';
import { saveCaches } from '../src/cache/save.ts';
import type { SavePolicy } from '../src/cache/save-policy.ts';
import { folderStore } from '../test/integration/cache/a-folder-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'bench-tools-'));
const at = (name: string) => join(folder, name);
const workspace = at('workspace');
const goSettings: unknown = JSON.parse(run('go', ['env', '-json', 'GOPROXY', 'GOSUMDB', 'GOMODCACHE'], process.cwd()));
const env = {
  ...process.env,
  ...(goSettings as Record<string, string>),
  GOENV: 'off',
  GOFLAGS: '-buildvcs=false',
  GOCACHE: at('gocache'),
  GOLANGCI_LINT_CACHE: at('caches/golangci-lint'),
  GOPLSCACHE: at('caches'),
};
const policy: SavePolicy = {
  save: 'always',
  event: 'push',
  ref: 'refs/heads/main',
  defaultBranch: 'main',
  repository: 'o/r',
  headRepository: '',
  action: '',
  jobStatus: 'success',
  refreshAbovePercent: 10,
};
const commands = {
  lint: ['golangci-lint', ['run', '--issues-exit-code=0']],
  gopls: ['gopls', ['check', 'args.go', 'doc/util.go']],
} as const;

function run(command: string, args: readonly string[], cwd: string, withEnv: NodeJS.ProcessEnv = process.env): string {
  return execFileSync(command, [...args], { cwd, env: withEnv, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
}

function commit(): void {
  run('git', ['add', '-A'], workspace);
  run('git', ['-c', 'user.name=b', '-c', 'user.email=b@example.com', 'commit', '-qm', 'x'], workspace);
}

async function job(kind: 'lint' | 'gopls') {
  rmSync(at('caches'), { recursive: true, force: true });
  const request: CacheRequest = {
    store: folderStore(at('store')),
    env,
    go: run('which', ['go'], folder).trim(),
    workspace,
    stagingFolder: at('staging'),
    modules: 'off',
    build: 'off',
    lint: 'off',
    gopls: 'off',
    [kind]: 'on',
    workflow: '',
    job: 'bench',
    matrix: '',
    dependencyPaths: [],
    keySuffix: '',
    whenNotEmpty: 'merge',
    markMs: null,
    savedKeys: [],
  };
  const restored = await restoreCaches(request);
  const begin = performance.now();
  const [command, args] = commands[kind];
  const { status, stderr } = spawnSync(command, args, { cwd: workspace, env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ended with ${status}: ${stderr}`);
  const ms = performance.now() - begin;
  return { ms, saved: (await saveCaches(request, restored, policy))[kind] };
}

try {
  const { Dir: module } = JSON.parse(
    run('go', ['mod', 'download', '-json', 'github.com/spf13/cobra@v1.10.1'], folder, env),
  ) as { readonly Dir: string };
  mkdirSync(workspace);
  cpSync(module, workspace, { recursive: true });
  run('chmod', ['-R', 'u+w', workspace], folder);
  rmSync(join(workspace, '.golangci.yml'), { force: true });
  run('git', ['init', '-q'], workspace);
  commit();
  run('go', ['vet', './...'], workspace, env);
  console.log(
    '| tool | job | takes | looked up | created | kept unused | packed |\n| --- | --- | ---: | ---: | ---: | ---: | ---: |',
  );
  for (const kind of ['lint', 'gopls'] as const) {
    for (const [name, change] of [
      ['no archive', () => undefined],
      ['nothing changed', () => undefined],
      ['one package changed', () => appendFileSync(join(workspace, 'doc/util.go'), `\nvar bench_${kind} = 1\n`)],
    ] as const) {
      change();
      if (name.startsWith('one')) commit();
      const { ms, saved } = await job(kind);
      const packed = saved.archiveBytes === null ? '–' : `${(saved.archiveBytes / 1e6).toFixed(2)} MB`;
      const counts = [saved.used, saved.madeAnew, saved.idle].map(({ entries }) => entries);
      console.log(`| ${[commands[kind][0], name, `${(ms / 1000).toFixed(1)} s`, ...counts, packed].join(' | ')} |`);
    }
  }
} finally {
  run('chmod', ['-R', 'u+w', folder], tmpdir());
  rmSync(folder, { recursive: true });
}
