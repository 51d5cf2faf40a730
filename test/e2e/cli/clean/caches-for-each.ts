/** Fresh caches for each test, which real go commands fill and `unlatch clean` cleans. */
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import { findGoOnPath } from '../../../../src/go/go-on-path.ts';
import { hostPlatform } from '../../../../src/go/platform.ts';
import { writeProxy } from '../../../integration/write-proxy.ts';
import type { Ended, Place } from '../a-cli.ts';
import { cliForAll, placeForEach } from '../cli-of-file.ts';

export const go = (await findGoOnPath(process.env, hostPlatform()))?.path;
export const noGo = go === undefined && process.env['CI'] !== 'true';

/** The names of the modules that the proxy has, all of which the workspace needs. */
export const modules = ['a', 'b', 'c', 'd'];

export interface Caches {
  readonly place: Place;
  readonly modcache: () => string;
  readonly env: () => { readonly GOCACHE: string } & Readonly<Record<string, string | undefined>>;
  /** In the workspace. */
  readonly runGo: (...args: readonly string[]) => Promise<{ readonly code: number; readonly said: string }>;
  readonly clean: (...args: readonly string[]) => Promise<Ended>;
  /** The folder of a module's versions in the download cache. */
  readonly versions: (name: string) => string;
  /** Leaves what unfinished downloads leave. @returns its paths. */
  readonly litter: () => readonly string[];
  /** Fails if go misses a part of a module. */
  readonly expectWhole: () => Promise<void>;
}

export function cachesForEach(): Caches {
  const place = placeForEach(cliForAll());
  let proxyFolder: string;
  let proxy: string;
  beforeAll(() => {
    proxyFolder = mkdtempSync(join(tmpdir(), 'proxy-'));
    proxy = writeProxy(
      proxyFolder,
      modules.map((name) => ({
        path: `example.com/${name}`,
        version: 'v1.0.0',
        files: [
          { name: 'go.mod', data: `module example.com/${name}\n` },
          ...Array.from({ length: 20 }, (_, file) => ({
            name: `f${file}.go`,
            data: `package ${name}\n\nconst F${file} = ${file}\n`,
          })),
          { name: 'lock', data: 'a file of its own\n' },
          // Makes a download last.
          { name: 'data', data: 'x'.repeat(8 << 20) },
        ],
      })),
    );
  });
  afterAll(() => rmSync(proxyFolder, { recursive: true }));

  let modcache: string;
  beforeEach(async () => {
    modcache = join(place.path, 'mod');
    await place.write('build/README', 'This directory holds cached build artifacts from the Go build system.\n');
    await place.write(
      'work/go.mod',
      `module example.com/m\n\ngo 1.16\n\nrequire (\n${modules.map((name) => `\texample.com/${name} v1.0.0`).join('\n')}\n)\n`,
    );
    await place.write(
      'work/m.go',
      `package m\n\nimport (\n${modules.map((name) => `\t_ "example.com/${name}"`).join('\n')}\n)\n`,
    );
  });

  const env = () => ({
    PATH: process.env['PATH'],
    HOME: place.path,
    TMPDIR: place.tmp,
    GOENV: 'off',
    GOFLAGS: '-modcacherw -mod=mod',
    GOTOOLCHAIN: 'local',
    GOPROXY: proxy,
    GONOSUMDB: '*',
    GOSUMDB: 'off',
    GOPATH: join(place.path, 'gopath'),
    GOMODCACHE: modcache,
    GOCACHE: join(place.path, 'build'),
    GOTELEMETRY: 'off',
  });

  function runGo(...args: readonly string[]): Promise<{ readonly code: number; readonly said: string }> {
    return new Promise((resolve) => {
      execFile(go ?? 'go', [...args], { cwd: join(place.path, 'work'), env: env() }, (error, stdout, stderr) => {
        resolve({ code: error === null ? 0 : 1, said: stdout + stderr });
      });
    });
  }

  const clean = (...args: readonly string[]): Promise<Ended> => place.run(['clean', ...args], { env: env() });
  const versions = (name: string) => join(modcache, 'cache/download/example.com', name, '@v');

  function litter(): readonly string[] {
    const paths = modules.flatMap((name) => [
      join(versions(name), 'v1.0.0.zip123.tmp'),
      join(versions(name), 'v1.0.0.zip.tmp456'),
      join(versions(name), 'v0.9.0.partial'),
    ]);
    for (const path of paths) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, '');
    }
    return paths;
  }

  async function expectWhole(): Promise<void> {
    expect(await runGo('mod', 'download')).toEqual({ code: 0, said: '' });
    expect(await runGo('mod', 'verify')).toEqual({ code: 0, said: 'all modules verified\n' });
    for (const name of modules) expect(existsSync(join(modcache, `example.com/${name}@v1.0.0/lock`))).toBe(true);
  }

  return { place, modcache: () => modcache, env, runGo, clean, versions, litter, expectWhole };
}
