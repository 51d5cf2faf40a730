import { spawn, spawnSync } from 'node:child_process';
import { chmod, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { mountFactsIn } from '../../../src/doctor/facts/disk/mount-facts.ts';
import type { AskedEnvironment } from '../../../src/doctor/facts/go/asked-environment.ts';
import { diagnose } from '../../../src/doctor/judge/diagnose.ts';
import { refusalIn } from '../../../src/doctor/judge/go-refusal.ts';
import type { Step } from '../../../src/doctor/remedy/remedy.ts';
import type { Snapshot } from '../../../src/doctor/snapshot.ts';
import { aPlace, foundIn, type Place } from './a-snapshot.ts';

const asRoot = process.getuid?.() === 0;

/** Carries out this finding's remedy. @returns the variables that it sets. */
function mended(place: Place, snapshot: Snapshot, id: string, change: Readonly<Record<string, string>> = {}) {
  const finding = diagnose(snapshot).findings.find((one) => one.id === id);
  const env: Record<string, string> = { ...change };
  const doStep = (step: Step) => {
    if (step.kind === 'environment') for (const [name, value] of Object.entries(step.env)) env[name] = value ?? '';
    if (step.kind !== 'run') return;
    const [file = '', ...args] = step.argv;
    const cwd = step.cwd ?? join(place.root, 'work');
    const { status, stderr } = spawnSync(file, args, { cwd, env: { ...place.env, ...env }, encoding: 'utf8' });
    expect(status === 0 ? '' : `${step.argv.join(' ')}: ${stderr}`).toBe('');
  };
  finding?.remedy.forEach(doStep);
  return env;
}

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

describe.concurrent('a workspace that contradicts itself', { timeout: 180_000 }, () => {
  const modules = { 'work/a/go.mod': 'module example.com/a\n\ngo 1.22\n', 'work/a/a.go': 'package a\n' };
  const vendored = {
    'work/go.mod': 'module example.com/m\n\ngo 1.21\n\nrequire example.com/dep v1.1.0\n',
    'work/vendor/modules.txt': '# example.com/dep v1.0.0\n## explicit\nexample.com/dep\n',
  };

  test.each<[string, Readonly<Record<string, string>>, Readonly<Record<string, string>>, RegExp]>([
    ['a go.work without a line "go"', { ...modules, 'work/go.work': 'use ./a\n' }, {}, /requires go >= 1\.22/],
    [
      'a go.work older than its module',
      { ...modules, 'work/go.work': 'go 1.21\n\nuse ./a\n' },
      {},
      /go\.work lists go/,
    ],
    [
      'a go.work that uses a missing folder',
      { ...modules, 'work/go.work': 'go 1.22\n\nuse ./a\nuse ./gone\n' },
      {},
      /cannot load module .*gone/,
    ],
    [
      '-mod=mod with a go.work',
      { ...modules, 'work/go.work': 'go 1.22\n\nuse ./a\n' },
      { GOFLAGS: '-mod=mod' },
      /workspace mode/,
    ],
    ['GOWORK names a missing file', {}, { GOWORK: '/gone/go.work' }, /open \/gone\/go\.work/],
  ])('%s, and not after its remedy', async (_, files, change, words) => {
    await using place = await aPlace();
    for (const [name, text] of Object.entries(files)) await place.write(name, text);
    const snapshot = await place.look(change);
    expect(foundIn(snapshot, place.root)).toEqual(['workspace-contradicts']);
    const finding = diagnose(snapshot).findings.find(({ id }) => id === 'workspace-contradicts');
    expect(finding?.evidence.join('\n')).toMatch(words);
    const env = mended(place, snapshot, 'workspace-contradicts', change);
    expect(foundIn(await place.look(env), place.root)).toEqual([]);
  });

  test('a vendor folder that contradicts go.mod, unless go ignores the folder', async () => {
    await using place = await aPlace();
    for (const [name, text] of Object.entries(vendored)) await place.write(name, text);
    const snapshot = await place.look();
    expect(foundIn(snapshot, place.root)).toEqual(['workspace-contradicts']);
    expect(foundIn(await place.look({ GOFLAGS: '-mod=mod' }), place.root)).toEqual([]);
    await place.write('work/vendor/modules.txt', '# example.com/dep v1.1.0\n## explicit\nexample.com/dep\n');
    expect(foundIn(await place.look(), place.root)).toEqual([]);
  });

  test('merge conflict markers in go.mod, go.sum and go.work', async () => {
    await using place = await aPlace();
    const marks = (a: string, b: string) => `<<<<<<< HEAD\n${a}\n=======\n${b}\n>>>>>>> theirs\n`;
    const sum = await place.write('work/go.sum', marks('example.com/a v1.0.0 h1:a=', 'example.com/a v1.1.0 h1:b='));
    const snapshot = await place.look();
    expect(foundIn(snapshot, place.root)).toEqual(['workspace-contradicts']);
    mended(place, snapshot, 'workspace-contradicts');
    expect(await readFile(sum, 'utf8')).toBe('example.com/a v1.0.0 h1:a=\nexample.com/a v1.1.0 h1:b=\n');
    expect(foundIn(await place.look(), place.root)).toEqual([]);
    await place.write('work/go.mod', `module example.com/m\n\ngo 1.21\n${marks('// a', '// b')}`);
    expect(foundIn(await place.look(), place.root)).toEqual(['workspace-contradicts']);
    await place.write('work/go.mod', 'module example.com/m\n\ngo 1.21\n');
    await place.write('work/go.work', `go 1.21\n\n${marks('use .', 'use ./')}`);
    expect(foundIn(await place.look(), place.root)).toEqual(['workspace-contradicts']);
  });

  test.each<[string, string]>([
    ['lacks a downloaded module', 'module example.com/m\n\ngo 1.21\n\nrequire example.com/dep v1.1.0\n'],
    ['asks for a newer Go', 'module example.com/m\n\ngo 1.99.0\n'],
    ['names a toolchain', 'module example.com/m\n\ngo 1.21.0\n\ntoolchain go1.99.0\n'],
  ])('no finding for one that %s', async (_, goMod) => {
    await using place = await aPlace();
    await place.write('work/go.mod', goMod);
    expect(foundIn(await place.look(), place.root)).toEqual([]);
    expect(foundIn(await place.look({ GOTOOLCHAIN: 'auto' }), place.root)).not.toContain('workspace-contradicts');
  });

  test('no finding for a folder without a module', async () => {
    await using place = await aPlace();
    await rm(join(place.root, 'work/go.mod'));
    expect(foundIn(await place.look(), place.root)).toEqual([]);
  });
});

describe.concurrent('the folder of a cache', { timeout: 180_000 }, () => {
  test('GOCACHE=off, and a relative path', async () => {
    await using place = await aPlace();
    const snapshot = await place.look({ GOCACHE: 'off' });
    expect(foundIn(snapshot, place.root)).toEqual(['cache-path']);
    expect(foundIn(await place.look(mended(place, snapshot, 'cache-path')), place.root)).toEqual([]);
    expect(foundIn(await place.look({ GOMODCACHE: 'mod' }), place.root)).toContain('cache-path');
    expect(foundIn(await place.look({ GOPATH: 'gopath' }), place.root)).toEqual(['cache-path']);
  });

  test('a dangling symlink, a symlink to a folder, and a file', async () => {
    await using place = await aPlace();
    const path = join(place.root, 'link');
    await symlink('disk/gone', path);
    const snapshot = await place.look({ GOCACHE: path });
    expect(foundIn(snapshot, place.root)).toEqual(['cache-path']);
    mended(place, snapshot, 'cache-path');
    expect(foundIn(await place.look({ GOCACHE: path }), place.root)).toEqual([]);
    const file = await place.write('file', '');
    const second = await place.look({ GOMODCACHE: file });
    expect(foundIn(second, place.root)).toContain('cache-path');
    mended(place, second, 'cache-path');
    expect(foundIn(await place.look({ GOMODCACHE: file }), place.root)).toEqual([]);
  });

  test('no finding if it does not exist yet', async () => {
    await using place = await aPlace();
    expect(foundIn(await place.look({ GOCACHE: join(place.root, 'a/new/one') }), place.root)).toEqual([]);
  });
});

describe.concurrent('the temporary folder', { timeout: 180_000 }, () => {
  test('is missing or a file; GOTMPDIR replaces it', async () => {
    await using place = await aPlace();
    const gone = { TMPDIR: join(place.root, 'gone') };
    // go does not need it, but a daemon's socket may: a note as long as no gopls wants one.
    expect(foundIn(await place.look({ ...gone, GOTMPDIR: join(place.root, 'tmp') }), place.root)).toEqual([]);
    const snapshot = await place.look(gone);
    expect(foundIn(snapshot, place.root)).toEqual(['tmpdir-unusable']);
    mended(place, snapshot, 'tmpdir-unusable');
    expect(foundIn(await place.look(gone), place.root)).toEqual([]);
    const file = { GOTMPDIR: await place.write('file', '') };
    const second = await place.look(file);
    expect(foundIn(second, place.root)).toEqual(['tmpdir-unusable']);
    expect(foundIn(await place.look(mended(place, second, 'tmpdir-unusable', file)), place.root)).toEqual([]);
  });

  test.runIf(asRoot)('is mounted noexec, unless GOTMPDIR is elsewhere (needs: root)', async () => {
    await using place = await aPlace();
    const look = (extra: string) => {
      const script = `mount -t tmpfs -o noexec tmpfs "$TMPDIR" && ${extra} exec "${process.execPath}" "${join(import.meta.dirname, 'look.ts')}" "${place.root}/work"`;
      const { stdout, stderr } = spawnSync('unshare', ['--mount', 'sh', '-c', script], {
        env: place.env,
        encoding: 'utf8',
        maxBuffer: 2 ** 26,
      });
      expect(stderr).toBe('');
      return JSON.parse(stdout) as Snapshot;
    };
    const snapshot = look('');
    expect(foundIn(snapshot, place.root)).toEqual(['tmpdir-unusable']);
    const { GOTMPDIR } = mended(place, snapshot, 'tmpdir-unusable');
    expect(foundIn(look(`GOTMPDIR="${GOTMPDIR}"`), place.root)).toEqual([]);
    expect(foundIn(look(`GOTMPDIR="${place.root}"`), place.root)).toEqual([]);
  });

  test('a path belongs to the mount with the longest prefix, the last one of equals', () => {
    const mounts = [
      '21 1 0:1 / / rw,relatime - ext4 /dev/a rw',
      '22 21 0:2 / /tmp rw,noexec - tmpfs tmpfs rw',
      '23 22 0:3 / /tmp/with\\040space rw - tmpfs tmpfs rw',
      '24 21 0:4 / /var/tmp rw - tmpfs tmpfs rw',
      '25 24 0:5 / /var/tmp rw,noexec - tmpfs tmpfs rw',
    ].join('\n');
    const noexec = (path: string) => mountFactsIn(mounts, path).noexec;
    expect(['/', '/tmpx', '/tmp/with space/a'].map(noexec)).toEqual([false, false, false]);
    expect(['/tmp', '/tmp/a', '/var/tmp/a'].map(noexec)).toEqual([true, true, true]);
  });
});

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
