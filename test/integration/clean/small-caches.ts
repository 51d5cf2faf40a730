/** A small build cache, module cache and temporary folder for each test, and the cleaner on them. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { type CleanReport, type CleanRequest, cleanCaches } from '../../../src/clean/clean.ts';

/** The versions of the one module. */
export const versions = 'mod/cache/download/example.com/a/@v';

export interface SmallCaches {
  readonly at: (...names: readonly string[]) => string;
  readonly put: (name: string, content?: string, old?: boolean) => string;
  readonly clean: (change?: Partial<CleanRequest>) => Promise<CleanReport>;
  /** Starts a command and waits for the line that it prints. */
  readonly running: (command: string, ...args: readonly string[]) => Promise<ChildProcess>;
  readonly holder: (lock: string) => Promise<ChildProcess>;
}

/** Fresh ones for each test of the file. */
export function smallCaches(): SmallCaches {
  let place: string;
  let started: ChildProcess[];
  beforeEach(() => {
    place = mkdtempSync(join(tmpdir(), 'clean-'));
    started = [];
    put('build/README', 'This directory holds cached build artifacts from the Go build system.\n');
    put('mod/cache/download/example.com/a/@v/v1.0.0.lock', '');
    mkdirSync(join(place, 'tmp'));
  });
  afterEach(async () => {
    for (const child of started) {
      child.kill('SIGKILL');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'close');
    }
    rmSync(place, { recursive: true });
  });

  const at = (...names: readonly string[]) => join(place, ...names);

  function put(name: string, content = 'x', old = true): string {
    const path = join(place, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    if (old) utimesSync(path, 1_600_000_000, 1_600_000_000);
    return path;
  }

  async function clean(change: Partial<CleanRequest> = {}) {
    return await cleanCaches({
      gocache: join(place, 'build'),
      gomodcache: join(place, 'mod'),
      temporary: [join(place, 'tmp')],
      goplsCache: null,
      home: '/nonexistent',
      dryRun: false,
      waitMs: 0,
      end: [],
      env: { PATH: process.env['PATH'] },
      ...change,
    });
  }

  async function running(command: string, ...args: readonly string[]): Promise<ChildProcess> {
    const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] });
    started.push(child);
    if (child.stdout !== null) await once(child.stdout, 'data');
    return child;
  }

  const holder = (lock: string) => running('flock', '-x', lock, 'sh', '-c', 'echo; read _');

  return { at, put, clean, running, holder };
}
