import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newestHere } from '../../../../src/go/provision/newest-here.ts';
import { provisionGo } from '../../../../src/go/provision/provision-go.ts';
import { linux, nowhere } from '../../../unit/go/tiny-go.ts';

let dir: string;
const context = (env: Record<string, string> = {}) => ({
  env: { RUNNER_TOOL_CACHE: join(dir, 'tools'), UNLATCH_HOME: join(dir, 'store'), GOPROXY: 'off', ...env },
  platform: linux,
  goDevUrl: nowhere,
});

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'newest-here-'));
  for (const [semver, arch, version] of [
    ['1.22.2', 'x64', '1.22.2'],
    ['1.22.10', 'x64', '1.22.10'],
    ['1.22.12', 'x86', '1.22.12'],
    ['1.27.0-rc.1', 'x64', '1.27rc1'],
  ] as const) {
    const goroot = join(dir, 'tools/go', semver, arch);
    await mkdir(goroot, { recursive: true });
    await writeFile(join(goroot, 'VERSION'), `go${version}\n`);
    await writeFile(`${goroot}.complete`, '');
  }
  const broken = join(dir, 'tools/go/1.22.11/x64');
  await mkdir(broken, { recursive: true });
  await writeFile(join(broken, 'VERSION'), 'go1.22.11\n');
  await mkdir(join(dir, 'store/go/1.21.3-linux-amd64'), { recursive: true });
  await mkdir(join(dir, 'store/go/1.21.9-linux-arm64'), { recursive: true });
});
afterAll(() => rm(dir, { recursive: true }));

test.each([
  ['1.22', '1.22.10'],
  ['^1.21', '1.22.10'],
  ['~1.21.0', '1.21.3'],
  ['1.27.0-rc.1', '1.27rc1'],
])('%s is %s: what is unfinished, or of another architecture, does not count', async (text, version) => {
  expect(await newestHere(text, context())).toBe(version);
});

test.each(['1.23', 'stable', 'oldstable'])('for %s there is nothing here', async (text) => {
  expect(await newestHere(text, context())).toBeNull();
});

test('a Go of another architecture on PATH is none', async () => {
  const bin = join(dir, 'bin');
  await mkdir(join(dir, 'goroot'), { recursive: true });
  await mkdir(bin, { recursive: true });
  await writeFile(join(dir, 'goroot/VERSION'), 'go1.23.4\n');
  const answer = (arch: string) =>
    writeFile(
      join(bin, 'go'),
      `#!/bin/sh\necho '{"GOROOT":"${join(dir, 'goroot')}","GOVERSION":"go1.23.4","GOHOSTARCH":"${arch}"}'\n`,
      { mode: 0o755 },
    );
  await answer('arm64');
  expect(await newestHere('1.23', context({ PATH: bin }))).toBeNull();
  await expect(provisionGo('1.23.4', context({ PATH: bin }))).rejects.toThrow(/GOPROXY=off/);
  await answer('amd64');
  expect(await newestHere('1.23', context({ PATH: bin }))).toBe('1.23.4');
  expect(await provisionGo('1.23.4', context({ PATH: bin }))).toMatchObject({ source: 'path' });
});
