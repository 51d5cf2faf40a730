/** What go itself refuses: its messages, GOFLAGS and GOROOT, from real go commands. */
import { spawn, spawnSync } from 'node:child_process';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { AskedEnvironment } from '../../../src/doctor/facts/go/asked-environment.ts';
import { diagnose } from '../../../src/doctor/judge/diagnose.ts';
import { refusalIn } from '../../../src/doctor/judge/go-refusal.ts';
import { aPlace, foundIn, type Place } from './a-snapshot.ts';
import { mended } from './mended.ts';

describe('messages of go', () => {
  const kindOf = (output: string) => {
    const load = { command: 'go list -m', code: 1, timedOut: false, ms: 9, output };
    return refusalIn({ load, local: { ...load, code: 0 } } as unknown as AskedEnvironment)?.kind ?? null;
  };

  // Recorded from Go 1.16 to 1.27.
  test.each([
    ['go: -modfile cannot be used in workspace mode', 'workspace'],
    ['go: module example.com/b appears multiple times in workspace', 'workspace'],
    ['go: invalid GOWORK: not an absolute path', 'workspace'],
    ['go: reading go.work: /w/go.work:2: unknown directive: <<<<<<<', 'workspace'],
    ['go: errors parsing /w/go.mod:\n/w/go.mod:4: unknown directive: <<<<<<<', 'workspace'],
    ['now using the shim\ngo: parsing $GOFLAGS: unknown flag -foo', 'goflags'],
    ['go: flag needs an argument: -tags (from $GOFLAGS)\nusage: go list', 'goflags'],
    ["-mod=bogus not supported (can be '', 'mod', 'readonly', or 'vendor')", 'goflags'],
    ['go: cannot find GOROOT directory: /gone', 'goroot'],
    ['go: GOPATH entry is relative; must be absolute path: "x".', 'path'],
    ['go: example.com/dep@v1.1.0: module lookup disabled by GOPROXY=off', null],
    ['go: example.com/dep@v1.1.0: missing go.sum entry; to add it:\n\tgo mod download example.com/dep', null],
    ['go: go.mod requires go >= 1.99 (running go 1.26.8; GOTOOLCHAIN=local)', null],
    ['go: go.work requires go >= 1.99 (running go 1.22.12; GOTOOLCHAIN=local)', null],
    ['go: download go1.99 for linux/amd64: toolchain not available', null],
    ["go: errors parsing go.mod:\n/w/go.mod:3: invalid go version '1.21.3': must match format 1.23", null],
    ['go: errors parsing go.mod:\n/w/go.mod:5: unknown directive: toolchain', null],
    ["go: go.mod file not found in current directory or any parent directory; see 'go help modules'", null],
    ['go: list -m cannot be used with GO111MODULE=off', null],
    ['command-line-arguments', null],
  ])('%s', (words, kind) => {
    expect(kindOf(words)).toBe(kind);
  });

  test('neither an answer nor a timeout is a refusal', () => {
    const load = { command: 'go list -m', ms: 9, output: 'go: parsing $GOFLAGS: unknown flag -foo' };
    for (const end of [
      { code: 0, timedOut: false },
      { code: null, timedOut: true },
    ]) {
      const fact = { ...load, ...end };
      expect(refusalIn({ load: fact, local: fact } as unknown as AskedEnvironment)).toBeNull();
    }
  });
});

describe.concurrent('GOFLAGS that go refuses', { timeout: 180_000 }, () => {
  test.each([
    ['-mod vendor', 'parsing $GOFLAGS: non-flag "vendor"'],
    ['-nosuchflag', 'unknown flag -nosuchflag'],
    ['-p=many', '(from $GOFLAGS)'],
    ['-mod=bogus', '-mod=bogus not supported'],
  ])('%s', async (goflags, words) => {
    await using place = await aPlace();
    const snapshot = await place.look({ GOFLAGS: goflags });
    expect(foundIn(snapshot, place.root)).toEqual(['goflags-refused']);
    const finding = diagnose(snapshot).findings.find(({ id }) => id === 'goflags-refused');
    expect(finding?.evidence.join('\n')).toContain(words);
    const env = mended(place, snapshot, 'goflags-refused', { GOFLAGS: goflags });
    expect(foundIn(await place.look(env), place.root)).toEqual([]);
  });

  test('in the file of go env -w, which unsetting the variable does not change', async () => {
    await using place = await aPlace();
    const goenv = await place.write('goenv', 'GOFLAGS=-mod vendor\n');
    const snapshot = await place.look({ GOENV: goenv });
    expect(foundIn(snapshot, place.root)).toEqual(['goflags-refused']);
    mended(place, snapshot, 'goflags-refused', { GOENV: goenv });
    expect(foundIn(await place.look({ GOENV: goenv }), place.root)).toEqual([]);
    expect(await readFile(goenv, 'utf8')).not.toContain('GOFLAGS');
  });

  test.each(['-mod=mod', '-mod=readonly -trimpath', '-tags=a,b', '-buildvcs=false'])('%s is none', async (goflags) => {
    await using place = await aPlace();
    const goMod = await readFile(join(place.root, 'work/go.mod'));
    expect(foundIn(await place.look({ GOFLAGS: goflags }), place.root)).toEqual([]);
    expect(await readFile(join(place.root, 'work/go.mod'))).toEqual(goMod);
  });
});

describe.concurrent('GOROOT', { timeout: 180_000 }, () => {
  test('that does not exist, that has no compiler, and that is the go binary', async () => {
    await using place = await aPlace();
    const gone = { GOROOT: join(place.root, 'gone') };
    const snapshot = await place.look(gone);
    expect(foundIn(snapshot, place.root)).toEqual(['goroot-other']);
    expect(foundIn(await place.look(mended(place, snapshot, 'goroot-other', gone)), place.root)).toEqual([]);
    expect(foundIn(await place.look({ GOROOT: join(place.root, 'work') }), place.root)).toEqual(['goroot-other']);
    expect(foundIn(await place.look({ GOROOT: gorootOf(place) }), place.root)).toEqual([]);
  });

  test('of another Go version, reported by its compiler', async () => {
    await using place = await aPlace();
    const goroot = await anotherGo(place, 'go1.2.3');
    const snapshot = await place.look({ GOROOT: goroot });
    expect(foundIn(snapshot, place.root)).toEqual(['goroot-other']);
    expect(diagnose(snapshot).findings.find(({ id }) => id === 'goroot-other')?.summary).toMatch(
      /GOROOT belongs to go1\.2\.3, but the go on PATH is go1\.\d+/,
    );
  });

  test('in the file of go env -w, which go cannot repair without a GOROOT', async () => {
    await using place = await aPlace();
    const goenv = await place.write('goenv', `GOROOT=${join(place.root, 'gone')}\n`);
    const snapshot = await place.look({ GOENV: goenv });
    expect(foundIn(snapshot, place.root)).toEqual(['goroot-other']);
    mended(place, snapshot, 'goroot-other', { GOENV: goenv });
    expect(foundIn(await place.look({ GOENV: goenv }), place.root)).toEqual([]);
  });

  /** A stand-in for a second Go: its VERSION and its compiler say another version. */
  async function anotherGo(place: Place, version: string): Promise<string> {
    const goroot = join(place.root, 'other');
    const tools = (await readTools(place)).trim();
    await mkdir(join(goroot, tools.slice(gorootOf(place).length + 1)), { recursive: true });
    await writeFile(join(goroot, 'VERSION'), `${version}\n`);
    const compile = join(goroot, tools.slice(gorootOf(place).length + 1), 'compile');
    await writeFile(compile, `#!/bin/sh\necho "compile version ${version}"\n`);
    await chmod(compile, 0o755);
    return goroot;
  }

  function readTools(place: Place): Promise<string> {
    return Promise.resolve(spawnSync('go', ['env', 'GOTOOLDIR'], { env: place.env, encoding: 'utf8' }).stdout);
  }
});

function gorootOf(place: Place): string {
  return spawnSync('go', ['env', 'GOROOT'], { env: place.env, encoding: 'utf8' }).stdout.trim();
}

test('a variable that only the gopls of this workspace has is reported as its own, asked in its folder', async () => {
  await using place = await aPlace();
  const work = join(place.root, 'work');
  // Like a version manager: the nearest .tool-versions selects the go.
  const shim = await place.write(
    'shims/go',
    `#!/bin/bash\nat=$PWD; until [[ -e $at/.tool-versions ]]; do [[ -n $at ]] || { echo "no version is set"; exit 126; }; at=\${at%/*}; done\nexec "${gorootOf(place)}/bin/go" "$@"\n`,
  );
  await chmod(shim, 0o755);
  await place.write('work/.tool-versions', 'golang 1.21\n');
  const gopls = await place.write('gopls', '#!/bin/bash\necho up; read -r line\n');
  await chmod(gopls, 0o755);
  const running = async (env: Readonly<Record<string, string>>, cwd: string) => {
    const child = spawn(gopls, [], { env: { ...place.env, PATH: `${place.root}/shims:/usr/bin:/bin`, ...env }, cwd });
    const gone = new Promise((resolve) => child.once('close', resolve));
    await new Promise((resolve) => child.stdout.once('data', resolve));
    return {
      pid: child.pid,
      [Symbol.asyncDispose]: async () => {
        child.stdin.end();
        await gone;
      },
    };
  };
  {
    // Another user's folder is no evidence about this one.
    await using _other = await running({ GOFLAGS: '-mod vendor' }, join(place.root, 'home'));
    await using own = await running({}, work);
    const snapshot = await place.look();
    expect(snapshot.go.editor).toMatchObject({ pid: own.pid, code: 0 });
    expect(foundIn(snapshot, place.root)).toEqual([]);
  }
  {
    await using own = await running({ GOFLAGS: '-mod vendor', GOTMPDIR: join(place.root, 'gone') }, work);
    const snapshot = await place.look();
    expect(foundIn(snapshot, place.root).toSorted()).toEqual(['goflags-refused', 'tmpdir-unusable']);
    const finding = diagnose(snapshot).findings.find(({ id }) => id === 'goflags-refused');
    expect(finding?.pids).toEqual([own.pid]);
  }
});
