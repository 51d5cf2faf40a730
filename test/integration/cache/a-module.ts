/** A real Go module in a git repository with a separate HOME, like a job on a fresh runner. */
import { execFile } from 'node:child_process';
import { appendFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { strToU8, zipSync } from 'fflate';
import type { CacheRequest } from '../../../src/cache/request.ts';
import type { SavePolicy } from '../../../src/cache/save-policy.ts';
import { findGoOnPath } from '../../../src/go/go-on-path.ts';
import { hostPlatform } from '../../../src/go/platform.ts';
import { folderStore } from './a-folder-store.ts';
import { writableAll } from './writable-all.ts';

const run = promisify(execFile);

export interface AModule {
  readonly folder: string;
  readonly workspace: string;
  readonly gocache: string;
  readonly gomodcache: string;
  readonly stagingFolder: string;
  readonly storeFolder: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly request: CacheRequest;
  /** Writes files into the workspace. */
  readonly write: (files: Readonly<Record<string, string>>) => Promise<void>;
  /** Commits all files. */
  readonly commit: () => Promise<void>;
  /** Runs go in the workspace. @returns standard output and error, in the order of arrival. */
  readonly go: (line: string, env?: Readonly<Record<string, string>>) => Promise<string>;
  readonly shell: (line: string) => Promise<string>;
  /** Removes HOME with all caches, as on the next job's fresh runner. */
  readonly freshHome: () => Promise<void>;
  readonly [Symbol.asyncDispose]: () => Promise<void>;
}

export const always: SavePolicy = {
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

/** @param files the workspace's files by path, at least a go.mod. */
export async function aModule(files: Readonly<Record<string, string>>): Promise<AModule> {
  const found = await findGoOnPath(process.env, hostPlatform());
  if (found === null) throw new Error('these tests need a go on PATH');
  const folder = await mkdtemp(join(tmpdir(), 'cache-'));
  const workspace = join(folder, 'workspace');
  const home = join(folder, 'home');
  const gocache = join(home, 'gocache');
  const gomodcache = join(home, 'go/pkg/mod');
  const stagingFolder = join(folder, 'staging');
  const storeFolder = join(folder, 'store');
  const env = {
    PATH: process.env['PATH'],
    HOME: home,
    GOENV: 'off',
    GOTOOLCHAIN: 'local',
    GOFLAGS: '',
    GOPATH: join(home, 'go'),
    GOCACHE: gocache,
    GOPROXY: `file://${join(folder, 'proxy')}`,
    GOSUMDB: 'off',
    GOTELEMETRY: 'off',
    GIT_CONFIG_GLOBAL: '/dev/null',
  };
  const shell = async (line: string) => {
    const { stdout, stderr } = await run('bash', ['-c', line], { cwd: workspace, env, maxBuffer: 64 << 20 });
    return stdout + stderr;
  };
  const write = async (contents: Readonly<Record<string, string>>) => {
    for (const [path, text] of Object.entries(contents)) {
      await mkdir(dirname(join(workspace, path)), { recursive: true });
      await writeFile(join(workspace, path), text);
    }
  };
  const freshHome = async () => {
    await writableAll(home);
    await rm(home, { recursive: true, force: true });
    // Go's telemetry process outlives the command, and would write here while the folder is removed.
    await mkdir(join(home, '.config/go/telemetry'), { recursive: true });
    await writeFile(join(home, '.config/go/telemetry/mode'), 'off');
  };
  await mkdir(workspace);
  await freshHome();
  await write(files);
  await shell('git init -q .');
  const commit = async () => {
    await shell('git add -A && git -c user.name=t -c user.email=t@example.com commit -q --allow-empty -m x');
    // go indexes no package with a file younger than two seconds, so what a job adds to GOCACHE would depend on its speed.
    // Source: cmd/go/internal/modindex/read.go, modTimeCutoff.
    await shell('git ls-files -z | xargs -0 -r touch -d "1 hour ago"');
  };
  await commit();
  return {
    folder,
    workspace,
    gocache,
    gomodcache,
    stagingFolder,
    storeFolder,
    env,
    request: {
      store: folderStore(storeFolder),
      env,
      go: found.path,
      workspace,
      stagingFolder,
      modules: 'zips',
      build: 'on',
      lint: 'off',
      gopls: 'off',
      workflow: '',
      job: 'test',
      matrix: '',
      dependencyPaths: [],
      keySuffix: '',
      whenNotEmpty: 'merge',
      markMs: null,
      savedKeys: [],
    },
    write,
    commit,
    go: async (line, more = {}) => {
      const { stdout, stderr } = await run(found.path, line.split(' '), {
        cwd: workspace,
        env: { ...env, ...more },
        maxBuffer: 64 << 20,
      });
      return stdout + stderr;
    },
    shell,
    freshHome,
    [Symbol.asyncDispose]: async () => {
      await writableAll(folder);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Puts a module version into the file proxy of `module`. */
export async function publish(
  module: AModule,
  path: string,
  version: string,
  files: Readonly<Record<string, string>>,
): Promise<void> {
  const escaped = path.replace(/[A-Z]/g, (letter) => `!${letter.toLowerCase()}`);
  const folder = join(module.folder, 'proxy', escaped, '@v');
  await mkdir(folder, { recursive: true });
  const all = { 'go.mod': `module ${path}\n\ngo 1.20\n`, ...files };
  const zip = zipSync(
    Object.fromEntries(Object.entries(all).map(([name, text]) => [`${path}@${version}/${name}`, strToU8(text)])),
  );
  await appendFile(join(folder, 'list'), `${version}\n`);
  await writeFile(join(folder, `${version}.zip`), zip);
  await writeFile(join(folder, `${version}.mod`), all['go.mod']);
  await writeFile(join(folder, `${version}.info`), JSON.stringify({ Version: version, Time: '2020-01-01T00:00:00Z' }));
}
