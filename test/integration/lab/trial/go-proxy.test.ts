import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { UserError } from '../../../../src/errors.ts';
import { escapePath } from '../../../../src/go/network/module-proxy.ts';
import { checksumDb } from '../../../../src/lab/trial/checksum-db.ts';
import { type Module, proxyFiles, serveModule, splitModules } from '../../../../src/lab/trial/go-proxy.ts';
import { aRealGo } from '../a-real-go.ts';

function aModule(path: string, version = 'v1.0.0'): Module {
  return {
    path,
    version,
    files: [
      { name: 'go.mod', data: `module ${path}\n\ngo 1.21\n` },
      { name: 'z.go', data: 'package p\n' },
      { name: 'inner/Upper.go', data: 'package inner\n' },
    ],
  };
}

describe('the files of a scenario', () => {
  test('are split into the workspace and the modules below proxy/', () => {
    const { workspace, modules } = splitModules([
      { name: 'go.mod', data: 'module m\n' },
      { name: 'proxy/example.com/a@v1.0.0/go.mod', data: 'module example.com/a\n' },
      { name: 'proxy/example.com/a@v1.1.0/a.go', data: 'package a\n' },
      { name: 'proxy/example.com/a@v1.0.0/in/a@v2/a.go', data: 'package a\n' },
    ]);
    expect(workspace).toEqual([{ name: 'go.mod', data: 'module m\n' }]);
    expect(modules.map(({ path, version, files }) => [path, version, files.map(({ name }) => name)])).toEqual([
      ['example.com/a', 'v1.0.0', ['go.mod', 'in/a@v2/a.go']],
      ['example.com/a', 'v1.1.0', ['a.go']],
    ]);
  });

  test.each(['proxy/example.com/a/go.mod', 'proxy/example.com/a@1.0.0/go.mod', 'proxy/a@v1.0.0'])(
    'are refused when one below proxy/ is of no module: %s',
    (name) => expect(() => splitModules([{ name, data: '' }])).toThrow(UserError),
  );
});

test('an upper-case letter is escaped, so that a case-insensitive file system can serve it', () => {
  expect(escapePath('github.com/BurntSushi/toml')).toBe('github.com/!burnt!sushi/toml');
});

test('a module is served with the same bytes at any time', () => {
  expect(serveModule(aModule('example.com/a'))).toEqual(serveModule(aModule('example.com/a')));
});

test('a checksum database that needs a second tile is refused', () => {
  const served = serveModule(aModule('example.com/a'));
  expect(() => checksumDb(Array.from({ length: 256 }, () => served))).toThrow(/at most 255 modules/);
});

/** The real go command checks both: it verifies every hash, signature and proof. */
describe('the real go command', () => {
  let goroot: string;
  beforeAll(async () => {
    goroot = (await aRealGo()).go.goroot;
  }, 300_000);

  async function download(modules: readonly Module[], tamper: (files: Map<string, Uint8Array>) => void = () => {}) {
    const root = await mkdtemp(join(tmpdir(), 'go-proxy-'));
    try {
      const served = modules.map(serveModule);
      const db = checksumDb(served);
      const files = new Map([...proxyFiles(served), ...db.files]);
      tamper(files);
      const require = modules.map(({ path, version }) => `require ${path} ${version}\n`).join('');
      files.set('../work/go.mod', Buffer.from(`module example.com/m\n\ngo 1.21\n\n${require}`));
      // Otherwise go leaves a process behind that writes below HOME after go has ended.
      files.set('../.config/go/telemetry/mode', Buffer.from('off'));
      for (const [name, data] of files) {
        const file = join(root, 'proxy', name);
        await mkdir(dirname(file), { recursive: true });
        await writeFile(file, data);
      }
      const env = {
        PATH: '/usr/bin:/bin',
        HOME: root,
        GOENV: 'off',
        GOFLAGS: '-modcacherw',
        GOTOOLCHAIN: 'local',
        GOPATH: join(root, 'gopath'),
        GOCACHE: join(root, 'gocache'),
        GOPROXY: `file://${root}/proxy`,
        GOSUMDB: db.gosumdb,
      };
      const go = promisify(execFile);
      const { stdout } = await go(join(goroot, 'bin/go'), ['mod', 'download', '-json'], {
        cwd: join(root, 'work'),
        env,
      });
      return { stdout, served };
    } finally {
      await rm(root, { recursive: true, force: true });
    }
  }

  // Sizes at which the tree's shape changes.
  test.each([1, 2, 3, 4, 5, 8, 9])('takes %i modules from the proxy, vouched for by the database', async (count) => {
    const { stdout, served } = await download(
      Array.from({ length: count }, (_, index) => aModule(`example.com/module${index}`)),
    );
    for (const { zipHash, modHash } of served) {
      expect(stdout).toContain(zipHash);
      expect(stdout).toContain(modHash);
    }
  });

  test('takes a module with upper-case letters in its path and version', async () => {
    const { stdout } = await download([aModule('example.com/Upper', 'v1.0.0-RC1')]);
    expect(stdout).toContain('"Version": "v1.0.0-RC1"');
  });

  test('takes a module that has no go.mod', async () => {
    const { stdout, served } = await download([
      { path: 'example.com/old', version: 'v1.0.0', files: [{ name: 'a.go', data: 'package old\n' }] },
    ]);
    expect(stdout).toContain(served[0]?.modHash);
  });

  test('refuses a module that differs from the checksum database', async () => {
    const tampered = download([aModule('example.com/a')], (files) => {
      const other = serveModule({
        ...aModule('example.com/a'),
        files: [{ name: 'go.mod', data: 'module example.com/a\n' }],
      });
      for (const [name, data] of other.files) files.set(name, data);
    });
    await expect(tampered).rejects.toMatchObject({ stderr: expect.stringMatching(/checksum mismatch/) });
  });

  test('refuses a checksum database signed with another key', async () => {
    const forged = download([aModule('example.com/a')], (files) => {
      for (const [name, data] of checksumDb([serveModule(aModule('example.com/a'))]).files) files.set(name, data);
    });
    await expect(forged).rejects.toMatchObject({ stderr: expect.stringMatching(/sum\.unlatch\.test/) });
  });
});
