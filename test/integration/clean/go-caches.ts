/** A folder for each test with a workspace, and with caches that real go commands fill and a clean bounds. */
import { type ChildProcess, execFile, spawnSync } from 'node:child_process';
import {
  existsSync,
  lstatSync,
  lutimesSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import type { Bound, BoundReport } from '../../../src/clean/bound/bound.ts';
import { cleanCaches } from '../../../src/clean/clean.ts';
import { findGoOnPath } from '../../../src/go/go-on-path.ts';
import { hostPlatform } from '../../../src/go/platform.ts';

const go = (await findGoOnPath(process.env, hostPlatform()))?.path ?? 'go';
export const noGo = go === 'go' && process.env['CI'] !== 'true';

interface Ended {
  readonly code: ChildProcess['exitCode'];
  readonly said: string;
}

export interface GoCaches {
  readonly at: (name: string) => string;
  readonly put: (name: string, content: string) => void;
  /** Runs go in the workspace. */
  readonly run: (...args: readonly string[]) => Promise<Ended>;
  readonly bound: (change: Partial<Bound>, dryRun?: boolean, signal?: AbortSignal) => Promise<BoundReport>;
  /** All of a cache was last used that long ago. Of a folder in GOCACHE the time counts too: it is an executable. */
  readonly age: (name: string, days: number) => void;
}

/** Fresh ones for each test of the file. */
export function goCaches(): GoCaches {
  let place: string;
  beforeEach(() => {
    place = mkdtempSync(join(tmpdir(), 'bound-'));
    mkdirSync(join(place, 'tmp'));
  });
  afterEach(() => {
    spawnSync('chmod', ['-R', 'u+w', place]);
    rmSync(place, { recursive: true });
  });

  const at = (name: string) => join(place, name);

  function put(name: string, content: string): void {
    mkdirSync(dirname(at(name)), { recursive: true });
    writeFileSync(at(name), content);
  }

  function env(): NodeJS.ProcessEnv {
    return {
      PATH: process.env['PATH'],
      HOME: place,
      TMPDIR: at('tmp'),
      GOCACHE: at('build'),
      GOMODCACHE: at('mod'),
      GOPROXY: `file://${at('proxy')}`,
      GOENV: 'off',
      GOTOOLCHAIN: 'local',
      GOSUMDB: 'off',
      GOTELEMETRY: 'off',
      GOFLAGS: '-mod=mod',
    };
  }

  function run(...args: readonly string[]): Promise<Ended> {
    return new Promise((resolve) => {
      const child = execFile(go, [...args], { cwd: at('work'), env: env() }, (_, stdout, stderr) =>
        resolve({ code: child.exitCode, said: `${stdout}${stderr}` }),
      );
    });
  }

  async function bound(change: Partial<Bound>, dryRun = false, signal?: AbortSignal) {
    const report = await cleanCaches({
      gocache: at('build'),
      gomodcache: existsSync(at('mod')) ? at('mod') : null,
      temporary: [],
      goplsCache: null,
      home: '/nonexistent',
      bound: { maxBytes: null, maxAgeMs: null, ...change },
      dryRun,
      waitMs: 0,
      end: [],
      env: { PATH: process.env['PATH'] },
      ...(signal === undefined ? {} : { signal }),
    });
    if (report.bound === null) throw new Error('no bound in the report');
    return report.bound;
  }

  function age(name: string, days: number): void {
    const seconds = Date.now() / 1000 - days * 86_400;
    const walk = (path: string) => {
      if (lstatSync(path).isDirectory()) for (const entry of readdirSync(path)) walk(join(path, entry));
      lutimesSync(path, seconds, seconds);
    };
    walk(at(name));
  }

  return { at, put, run, bound, age };
}
