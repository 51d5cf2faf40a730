/**
 * Jobs under act in its host mode: the runner's protocol, its cache server, a tool cache with the Go that the job asks
 * for, and a HOME that is empty at first. What is in the store of a side stays.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Accounts } from '../../src/action/summary.ts';
import { cacheKinds } from '../../src/cache/kind.ts';
import type { ProvisionedGo } from '../../src/go/provision/provision-go.ts';
import { mustRun } from './must-run.ts';
import type { Places } from './places.ts';
import { type Releases, removeAll } from './releases.ts';
import { setAside } from './set-aside.ts';
import type { Side } from './sides.ts';

export interface Played {
  /** The step that sets Go up and restores, ms; what follows it; the step after the job. */
  readonly setupMs: number;
  readonly workMs: number;
  readonly postMs: number;
  /** All three: without act's own start and its copy of the checkout. */
  readonly totalMs: number;
  readonly cacheHit: string;
  /** Bytes of archives that were received, and of those that were added to the store. */
  readonly received: number;
  readonly added: number;
  /** What `go build -v` named: packages that were compiled. */
  readonly compiled: number;
  readonly testsCached: number;
  readonly testsRun: number;
  /** null: the action is not ours. */
  readonly accounts: Accounts | null;
}

export interface Stage {
  readonly home: string;
  /** @param store the folder of the side's cache server. */
  readonly play: (side: Side, version: string, store: string) => Played;
  /** Removes what the jobs left. */
  readonly clear: () => void;
}

/** @param work lines of shell. */
export function aStage(act: string, go: ProvisionedGo, releases: Releases, work: string, places: Places): Stage {
  const at = (...names: string[]) => places.at('runner', ...names);
  const home = at('home');
  for (const name of ['bin', 'tmp']) mkdirSync(at(name), { recursive: true });
  copyFileSync(process.execPath, at('bin/node'));
  const toolCache = at('act/act/tool_cache/go', go.version);
  if (!existsSync(join(toolCache, 'x64.complete'))) {
    mkdirSync(toolCache, { recursive: true });
    mustRun('cp', ['-R', go.goroot, join(toolCache, 'x64')], toolCache);
    writeFileSync(join(toolCache, 'x64.complete'), '');
  }
  // act's own event does not name the default branch, as GitHub's does.
  writeFileSync(at('event.json'), JSON.stringify({ ref: 'refs/heads/main', repository: { default_branch: 'main' } }));
  const play = (side: Side, version: string, store: string): Played => {
    setAside(home, at('aside'));
    mkdirSync(home);
    writeFileSync(at('w.yml'), workflow(side, go.version, work));
    releases.checkOut(version, at('repo'), { [at('w.yml')]: '.github/workflows/w.yml' });
    const before = bytesIn(store);
    const env = {
      HOME: home,
      // Else that of act itself, which is kept from job to job.
      XDG_CACHE_HOME: join(home, '.cache'),
      GOPROXY: releases.proxy,
      GOTELEMETRY: 'off',
      // act checks each job out to a folder of another name.
      GOFLAGS: '-trimpath',
    };
    const args = [
      ...['push', '--json', '-P', 'ubuntu-latest=-self-hosted', '--use-gitignore=false'],
      ...['--workflows', '.github/workflows/w.yml', '--eventpath', at('event.json')],
      ...['--local-repository', `${side.uses}=${side.folder}`],
      ...['--cache-server-path', store, '--cache-server-addr', '127.0.0.1'],
      ...Object.entries(env).flatMap(([name, value]) => ['--env', `${name}=${value}`]),
    ];
    const { status, stdout, stderr } = spawnSync(act, args, {
      cwd: at('repo'),
      env: { PATH: `${at('bin')}:/usr/bin:/bin`, HOME: home, TMPDIR: at('tmp'), XDG_CACHE_HOME: at('act') },
      encoding: 'utf8',
      maxBuffer: 1 << 30,
    });
    writeFileSync(places.at('last-job.log'), stdout + stderr);
    if (status !== 0) throw new Error(`the job of ${side.name} failed: ${stdout.slice(-4000)}${stderr.slice(-2000)}`);
    return { ...readLog(stdout), added: bytesIn(store) - before };
  };
  return { home, play, clear: () => removeAll(at('aside')) };
}

function workflow({ uses, inputs }: Side, goVersion: string, work: string): string {
  const given = Object.entries({ 'go-version': goVersion, ...inputs });
  return `on: push
jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: ${uses}
        id: go
        with:
${given.map(([name, value]) => `          ${name}: '${value}'`).join('\n')}
      - id: told
        run: echo "cache-hit is \${{ steps.go.outputs.cache-hit }}"
      - id: work
        run: |
${work.replace(/^/gm, '          ')}
`;
}

interface LogLine {
  readonly msg?: string;
  readonly stage?: string;
  readonly stepID?: readonly string[];
  /** Nanoseconds. */
  readonly executionTime?: number;
}

function readLog(stdout: string): Omit<Played, 'added'> {
  const lines = stdout.split('\n').flatMap((line): readonly LogLine[] => {
    return line.startsWith('{') ? [JSON.parse(line)] : [];
  });
  const timeOf = (stage: string, id: string) => {
    const found = lines.find((line) => line.stage === stage && line.stepID?.[0] === id && line.executionTime);
    if (found?.executionTime === undefined) throw new Error(`act tells no time of ${stage} ${id}`);
    return found.executionTime / 1e6;
  };
  const [setupMs, workMs, postMs] = [timeOf('Main', 'go'), timeOf('Main', 'work'), timeOf('Post', 'go')];
  const saidIn = (stage: string, id: string) =>
    lines.filter((line) => line.stage === stage && line.stepID?.[0] === id).map(({ msg = '' }) => msg.trim());
  const matching = (texts: readonly string[], pattern: RegExp) =>
    texts.flatMap((text) => pattern.exec(text)?.[1] ?? []);
  const work = saidIn('Main', 'work');
  const accounts = matching(saidIn('Post', 'go'), /unlatch-accounts (\{.*\})$/)[0];
  const own = accounts === undefined ? null : (JSON.parse(accounts) as Accounts);
  const received =
    own === null
      ? matching(saidIn('Main', 'go'), /^Cache Size: ~\d+ MB \((\d+) B\)/).map(Number)
      : cacheKinds.map((kind) => own.restored[kind].archiveBytes ?? 0);
  return {
    setupMs,
    workMs,
    postMs,
    totalMs: setupMs + workMs + postMs,
    cacheHit: matching(saidIn('Main', 'told'), /^cache-hit is (\S*)$/)[0] ?? '',
    received: received.reduce((sum, bytes) => sum + bytes, 0),
    compiled: matching(work, /^((?!(?:FAIL|PASS)$)[\w.-]+(?:\/\S+)*)$/).length,
    testsCached: work.filter((text) => /^ok\s.*\(cached\)/.test(text)).length,
    testsRun: work.filter((text) => /^ok\s+\S+\s+\d/.test(text)).length,
    accounts: own,
  };
}

export function copyStore(from: string, to: string): void {
  removeAll(to);
  cpSync(from, to, { recursive: true, preserveTimestamps: true });
}

/** Of the archives in a store of act. */
export function bytesIn(store: string): number {
  if (!existsSync(store)) return 0;
  return readdirSync(store, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /^\d+$/.test(entry.name))
    .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
}
