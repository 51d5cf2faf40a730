import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { diagnose } from '../../../src/doctor/judge/diagnose.ts';
import { parseSnapshot } from '../../../src/doctor/parse-snapshot.ts';
import { drawTree } from '../../../src/doctor/text/draw-tree.ts';
import { UserError } from '../../../src/errors.ts';

/** Taken in trials of the lab, while the symptom of the scenario of that name showed; some on a machine made for it, with a server of its own. */
const folder = join(import.meta.dirname, 'snapshots');
const read = (name: string) => parseSnapshot(name, readFileSync(join(folder, `${name}.json`), 'utf8'));

/** All that each of them must raise, notes left out, and what the one line must say. */
const expected: Readonly<Record<string, readonly [readonly string[], RegExp]>> = {
  'healthy-session': [[], /^Nothing blocks go or gopls\.$/],
  'module-lock-held': [
    ['lock-waiter'],
    /^gopls \(pid \d+, 1 s\) waits for `go list` \(pid \d+, 1 s\), which waits for the lock of example\.com\/dep@v1\.0\.0, held by `sleep` \(pid \d+, \d s\)\.$/,
  ],
  'lock-deleted': [['clean-under-load'], /was deleted while `go mod download` .* holds it/],
  'daemon-stopped': [['daemon-stopped'], /^gopls .* waits for its daemon `gopls serve` .*, which is stopped\.$/],
  'daemon-duplicate': [['environment-differs', 'daemon-duplicate'], /no go on PATH/],
  // The fault of that trial stops a process of go's.
  'daemon-cold-buildid': [['process-stopped', 'daemon-cold-buildid'], /waits for `go tool buildid`/],
  'packages-driver': [
    ['packages-driver'],
    /^gopls .* waits for the packages driver \(pid \d+\), which has done nothing for/,
  ],
  // gopls runs two go list at once, each with a helper of its own.
  'cacheprog-hang': [['cacheprog-hang'], /^gopls .* waits for `go list` .*, which waits for its GOCACHEPROG/],
  'pipe-inherited': [
    ['pipe-inherited'],
    /^gopls \(pid \d+, \d s\) waits for the output of a command that has ended: `sleep` \(pid \d+, \d s\) inherited its pipe\.$/,
  ],
  'stalled-git': [['stalled-git'], /^gopls .* waits for `go list` .*, which waits for git \(pid \d+\)\.$/],
  'git-askpass': [['stalled-git'], /^`go mod download` .* waits for `git ls-remote` .*, which waits for `sleep`/],
  'stalled-proxy': [
    ['stalled-proxy'],
    /waits for `go list` .*, which waits for the module proxy 127\.0\.0\.1:8080, which has been/,
  ],
  // Connections that had served other requests before.
  'stalled-proxy-kept-alive': [
    ['stalled-proxy'],
    /^`go mod tidy` .* waits for the module proxy at 127\.0\.0\.1:\d+, which/,
  ],
  'stalled-proxy-http2': [['stalled-proxy'], /^`go mod tidy` .* waits for the module proxy at 127\.0\.0\.1:\d+, which/],
  'stalled-http-proxy': [['stalled-http-proxy'], /the proxy of HTTPS_PROXY or HTTP_PROXY at 127\.0\.0\.1:\d+/],
  // The database is asked through the module proxy, at its address.
  'stalled-sumdb': [
    ['stalled-sumdb'],
    /which waits for the checksum database 127\.0\.0\.1:8080, which has been silent/,
  ],
  'toolchain-download': [
    ['toolchain-download'],
    /waits for `go env` .*, which waits for a download of Go from 127\.0\.0\.1:8080/,
  ],
  'orphan-go-list': [
    ['orphan-holder'],
    /held by an orphaned `go list` \(pid \d+, \d+ s\), which waits for the module proxy/,
  ],
  'stopped-go-list': [['process-stopped'], /^gopls .* waits for `go list` .*, which is stopped\.$/],
  // Between two compilations, with a connection open that nobody uses any more.
  'healthy-build-http1': [[], /^Nothing blocks go or gopls\.$/],
  'healthy-build-http2': [[], /^Nothing blocks go or gopls\.$/],
  // An answer may still come: a note, and no accusation.
  'healthy-slow-answers': [
    [],
    /^Nothing is stuck\. `go mod download` .* has been silent for 7 s: it may still answer\.$/,
  ],
  'healthy-toolchain-moves': [[], /^Nothing blocks go or gopls\.$/],
  'healthy-ci-job': [[], /^No problem found; neither go nor gopls is running\.$/],
  'auth-command': [['helper-waits'], /^gopls .* waits for `go list` .*, which waits for its GOAUTH command/],
  'goflags-refused': [['goflags-refused'], /parsing \$GOFLAGS: unknown flag -nosuchflag\.$/],
  'goroot-gone': [['goroot-other'], /^GOROOT names a folder that does not exist: \/nonexistent\.$/],
  'owners-differ': [['owners-differ'], /^1 file or folder in GOCACHE of user 1000 is not writable/],
  'tmpdir-locked': [['tmpdir-unusable'], /^GOTMPDIR is not writable: .* "creating work dir"\.$/],
  'go-work-too-old': [['workspace-contradicts'], /module a listed in go\.work file requires go >= 1\.21/],
  'vendor-inconsistent': [['workspace-contradicts'], /inconsistent vendoring in \/lab\/work\/vendored/],
  // gopls shows the same as go says: one cause, one error.
  'conflict-marks': [['workspace-contradicts'], /^unresolved merge: go\.mod has conflict markers/],
  'gocache-is-a-file': [['cache-path'], /^GOCACHE is a file, not a folder: \/lab\/file\.$/],
  'lint-lock': [['lint-lock-held'], /^golangci-lint's lock is held by an orphaned `sleep`/],
  'gopls-says': [['gopls-says'], /^gopls could not load the workspace: -mod=nosuch not supported/],
  // A note.
  'nfs-lookup-cache': [[], /^No problem found; neither go nor gopls is running\.$/],
  'polluted-go': [['environment-differs'], /does not print JSON/],
  'build-cache-damaged': [
    ['build-cache-damaged'],
    /^3 outputs in GOCACHE do not have the content of their name, and go takes them for whole: builds that need them fail\.$/,
  ],
  'gopls-index-empty': [['gopls-cache-damaged'], /empty exe\.sha256/],
};

describe('the verdict on a snapshot that the lab took', () => {
  test.each(Object.entries(expected))('%s', (name, [ids, verdict]) => {
    const diagnosis = diagnose(read(name));
    const counted = diagnosis.findings.filter(({ severity }) => severity !== 'note').map(({ id }) => id);
    expect([...new Set(counted)]).toEqual(ids);
    expect(diagnosis.verdict).toMatch(verdict);
    for (const { severity, evidence, remedy, source } of diagnosis.findings) {
      expect([evidence.length > 0, severity === 'note' || remedy.length > 0, source.length > 0]).toEqual([
        true,
        true,
        true,
      ]);
    }
  });

  test('every stored snapshot is tested, and none contains a path of the machine that took it', () => {
    const names = readdirSync(folder).map((file) => file.replace(/\.json$/, ''));
    expect(names.sort()).toEqual(Object.keys(expected).sort());
    for (const name of names)
      expect(readFileSync(join(folder, `${name}.json`), 'utf8')).not.toMatch(/\/tmp\/\w+\/|\/root|unlatch-kept/);
  });
});

test('the tree shows each waiter down to the holder', () => {
  const lines = drawTree(read('module-lock-held'));
  expect(lines[0]).toMatch(/^gopls \(pid/);
  expect(lines[1]).toMatch(/^└─ `go list` \(pid .*: waits for the lock of example\.com\/dep@v1\.0\.0$/);
  expect(lines[2]).toMatch(/^ {3}└─ `sleep` \(pid .*, holds the lock of example\.com\/dep@v1\.0\.0$/);
});

test('an invalid snapshot is refused with the path of the invalid value', () => {
  const text = JSON.stringify({ ...read('healthy-session'), processes: [{ pid: 'one' }] });
  expect(() => parseSnapshot('f.json', text)).toThrow(UserError);
  expect(() => parseSnapshot('f.json', text)).toThrow(/f\.json: not a snapshot of schema 1 or 2 \(processes\.0/);
  expect(() => parseSnapshot('f.json', '{')).toThrow(/f\.json: not JSON/);
  expect(() => parseSnapshot('f.json', '{"schema":3}')).toThrow(/not a snapshot of schema 1 or 2/);
});

describe('the processes to end', () => {
  const steps = (name: string) => diagnose(read(name)).findings.flatMap(({ remedy }) => remedy);
  const ended = (name: string) =>
    steps(name).flatMap((step) => (step.kind === 'signal' ? step.processes.map(({ pid }) => pid) : []));
  const pidOf = (name: string, program: string) =>
    read(name).processes.find((process) => process.name === program)?.pid;

  test('are the whole tree, with the program that git asks for a password', () => {
    expect(ended('git-askpass')).toContain(pidOf('git-askpass', 'sleep'));
    expect(ended('stalled-git')).toContain(pidOf('stalled-git', 'git-remote-http'));
  });

  test('are identified by start time as well, if the snapshot has it', () => {
    for (const name of ['git-askpass', 'stalled-proxy', 'orphan-go-list', 'packages-driver', 'stopped-go-list']) {
      const targets = steps(name).flatMap((step) => (step.kind === 'signal' ? step.processes : []));
      expect(targets.length, name).toBeGreaterThan(0);
      for (const { startTicks } of targets) expect(startTicks, name).toBeGreaterThan(0);
    }
  });

  test('include the stuck go before any download, which would wait for its lock', () => {
    expect(steps('stalled-proxy')[0]).toMatchObject({ kind: 'signal', signal: 'KILL' });
    expect(ended('stalled-proxy')).toEqual([pidOf('stalled-proxy', 'go')]);
  });

  test('are none if a stopped process can continue', () => {
    for (const name of ['daemon-stopped', 'stopped-go-list']) {
      expect(steps(name).map((step) => (step.kind === 'signal' ? step.signal : step.kind))).toEqual(['CONT']);
    }
  });
});
