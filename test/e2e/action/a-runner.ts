/**
 * The action as a workflow uses it: dist/ in a temporary git repository, run by act in its host mode, with act's cache
 * server. Every job starts with an empty HOME, like a fresh runner; the cache server's folder stays.
 */

import { execFile, execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmod, copyFile, cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Accounts } from '../../../src/action/summary.ts';
import { matrixVersions } from '../../../src/cli/matrix-versions.ts';
import { type ProvisionedGo, provisionGo } from '../../../src/go/provision/provision-go.ts';
import { provisionGopls } from '../../../src/go/provision/provision-gopls.ts';
import { serveModule } from '../../../src/lab/trial/go-proxy.ts';
import { packageRoot } from '../../../src/package-root.ts';
import { writeProxy } from '../../integration/write-proxy.ts';
import { anAct } from '../tools/a-go-tool.ts';
import { linkTree } from '../tools/link-tree.ts';

export interface Job {
  readonly code: number;
  /** All output of act, including the job summary. */
  readonly log: string;
  /** The accounts of each post step, in the order of their runs. */
  readonly accounts: readonly Accounts[];
}

export interface Runner extends AsyncDisposable {
  readonly goVersion: string;
  readonly home: string;
  /** Writes files into the repository; null removes one. */
  readonly commit: (files: Readonly<Record<string, string>>) => Promise<void>;
  /** Pushes: act runs the workflow. With `keepHome` it is a machine that has run jobs before. */
  readonly push: (options?: { readonly keepHome?: true }) => Promise<Job>;
}

/** Programs on a runner's disk. */
export interface RunnerTools {
  readonly act: string;
  readonly gopls: string;
  readonly go: ProvisionedGo;
  readonly olderGo: ProvisionedGo;
}

/** Unusual properties of a runner. */
export interface RunnerOddity {
  /** The name of the folder that contains all of its files: "wörk". */
  readonly name?: string;
  /** Go versions in its tool cache besides the usual one. */
  readonly gos?: readonly ProvisionedGo[];
}

/** The first call needs a network. */
export async function runnerTools(): Promise<RunnerTools> {
  const newest = matrixVersions().gopls.at(-1);
  if (newest === undefined) throw new Error('docker/versions.json names no gopls');
  const act = await anAct();
  const go = await provisionGo('1.26.11', { env: process.env });
  const olderGo = await provisionGo('1.24.13', { env: process.env });
  const { path: gopls } = await provisionGopls(newest.gopls, { env: process.env, from: 'store' });
  return { act, gopls, go, olderGo };
}

/** The go.sum lines of a version of example.com/dep. */
export function sumsOf(version: string): string {
  const { zipHash, modHash } = serveModule(dep(version));
  return `example.com/dep ${version} ${zipHash}\nexample.com/dep ${version}/go.mod ${modHash}\n`;
}

/** Three packages to compile. They import nothing from the standard library, so that they compile quickly. */
function dep(version: string) {
  // Large, so that compiled code outweighs go's entries about folders, which go creates again for each checkout folder.
  const text = (name: string) =>
    Array.from({ length: 400 }, (_, i) => createHash('sha256').update(`${name} ${version} ${i}`).digest('hex')).join(
      '',
    );
  const constant = (name: string) =>
    `package ${name}\n\nvar V = "${text(name)}"\n\nfunc F(n int) int { return n + 1 }\n`;
  return {
    path: 'example.com/dep',
    version,
    files: [
      { name: 'go.mod', data: 'module example.com/dep\n\ngo 1.21\n' },
      ...['a', 'b', 'c'].map((name) => ({ name: `${name}/${name}.go`, data: constant(name) })),
    ],
  };
}

/** @param user runs all of it as another user: ["setpriv", "--reuid", …]. */
export async function aRunner(
  { act, gopls, go }: RunnerTools,
  user: { readonly uid: number; readonly wrap: readonly string[] } | null,
  { name: placeName = '', gos = [] }: RunnerOddity = {},
): Promise<Runner> {
  const outer = await mkdtemp(join(tmpdir(), 'e2e-runner-'));
  await chmod(outer, 0o755);
  const place = join(outer, placeName);
  await mkdir(place, { recursive: true });
  const at = (...names: string[]) => join(place, ...names);
  const [home, repo] = [at('home'), at('repo')];
  await mkdir(home);
  await mkdir(at('tmp'));
  await mkdir(at('bin'));
  // If this runs as root, the other user may be unable to read root's home.
  await copyFile(act, at('bin/act'));
  await copyFile(process.execPath, at('bin/node'));
  await copyFile(gopls, at('bin/gopls'));
  const toolCache = (version: string) => at('act/act/tool_cache/go', version);
  for (const { version } of [go, ...gos]) {
    await mkdir(toolCache(version), { recursive: true });
    await writeFile(join(toolCache(version), 'x64.complete'), '');
  }
  const goproxy = writeProxy(at('proxy'), [dep('v1.0.0'), dep('v1.1.0')]);
  const from = packageRoot();
  for (const name of ['action.yml', 'package.json', 'dist', 'src/action/problem-matcher.json']) {
    await mkdir(dirname(join(repo, 'action', name)), { recursive: true });
    await cp(join(from, name), join(repo, 'action', name), { recursive: true });
  }
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', '-c', 'safe.directory=*', ...args], {
      cwd: repo,
      env: { ...process.env, HOME: place },
    });
  git('init', '-q', '-b', 'main');
  // act's own event does not name the default branch; GitHub's does.
  await writeFile(at('event.json'), JSON.stringify({ ref: 'refs/heads/main', repository: { default_branch: 'main' } }));
  const own = (...paths: readonly string[]) => {
    if (user !== null) execFileSync('chown', ['-R', `${user.uid}:${user.uid}`, ...paths]);
  };
  own(place);
  // Not before the chown: the store has the same files.
  for (const { version, goroot } of [go, ...gos]) linkTree(goroot, join(toolCache(version), 'x64'));
  return {
    goVersion: go.version,
    home,
    commit: async (files) => {
      for (const [name, text] of Object.entries(files)) {
        await mkdir(dirname(join(repo, name)), { recursive: true });
        await writeFile(join(repo, name), text);
      }
      git('add', '-A');
      git('commit', '-qm', 'a commit');
    },
    push: async (options = {}) => {
      if (options.keepHome !== true) {
        // Go makes the folders of extracted modules read-only, so only root could remove them.
        execFileSync('chmod', ['-R', 'u+w', home]);
        for (const name of await readdir(home)) await rm(join(home, name), { recursive: true });
      }
      own(repo, home);
      // act gives each job a new workspace folder; without -trimpath its path would be in the keys.
      const env = {
        HOME: home,
        // Otherwise it is act's own, which stays from job to job.
        XDG_CACHE_HOME: join(home, '.cache'),
        GOPROXY: goproxy,
        GOSUMDB: 'off',
        GOFLAGS: '-trimpath',
        CGO_ENABLED: '0',
      };
      const [command = '', ...args] = [
        ...(user?.wrap ?? []),
        at('bin/act'),
        'push',
        ...['-P', 'ubuntu-latest=-self-hosted', '--use-gitignore=false', '--eventpath', at('event.json')],
        ...['--cache-server-path', at('cache'), '--cache-server-addr', '127.0.0.1'],
        ...Object.entries(env).flatMap(([name, value]) => ['--env', `${name}=${value}`]),
      ];
      const ended = await new Promise<{ code: number; log: string }>((resolve) => {
        execFile(
          command,
          args,
          {
            cwd: repo,
            env: { PATH: `${at('bin')}:/usr/bin:/bin`, HOME: home, TMPDIR: at('tmp'), XDG_CACHE_HOME: at('act') },
            maxBuffer: 64 << 20,
          },
          (error, stdout, stderr) =>
            resolve({ code: error === null ? 0 : Number(error.code ?? -1), log: `${stdout}${stderr}` }),
        );
      });
      const accounts = [...ended.log.matchAll(/unlatch-accounts (\{.*\})$/gm)].map(([, json]) =>
        JSON.parse(json ?? ''),
      );
      return { ...ended, accounts };
    },
    [Symbol.asyncDispose]: async () => {
      execFileSync('chmod', ['-R', 'u+w', outer]);
      await rm(outer, { recursive: true, force: true });
    },
  };
}
