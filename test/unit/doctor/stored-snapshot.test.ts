import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { diagnose } from '../../../src/doctor/diagnose.ts';
import { drawTree } from '../../../src/doctor/draw-tree.ts';
import { parseSnapshot } from '../../../src/doctor/parse-snapshot.ts';
import { UserError } from '../../../src/errors.ts';

/** Taken in trials of the lab, while the symptom of the scenario of that name showed. */
const folder = join(import.meta.dirname, 'snapshots');
const read = (name: string) => parseSnapshot(name, readFileSync(join(folder, `${name}.json`), 'utf8'));

/** All that each of them must raise, notes left out, and what the one line must say. */
const expected: Readonly<Record<string, readonly [readonly string[], RegExp]>> = {
  'healthy-session': [[], /^Nothing that go or gopls would wait for was found\.$/],
  'module-lock-held': [
    ['lock-waiter'],
    /^gopls \(pid \d+, 1 s\) waits for `go list` \(pid \d+, 1 s\), which waits for the lock of example\.com\/dep@v1\.0\.0, held by `sleep` \(pid \d+, \d s\)\.$/,
  ],
  'lock-deleted': [['clean-under-load'], /was deleted while `go mod download` .* holds it/],
  'daemon-stopped': [['daemon-stopped'], /^gopls .* waits for its daemon `gopls serve` .*, which is stopped\.$/],
  'daemon-duplicate': [['environment-differs', 'daemon-duplicate'], /no go on PATH/],
  // The fault of that trial stops a process of go's.
  'daemon-cold-buildid': [['process-stopped', 'daemon-cold-buildid'], /waits for `go tool buildid`/],
  // These were taken after some seconds: a program that has been idle for so long may still answer.
  'packages-driver': [[], /^Nothing is stuck\. Gopls .* waits for the packages driver/],
  'cacheprog-hang': [[], /^Nothing is stuck\. `go list` .* waits for its GOCACHEPROG/],
  'pipe-inherited': [
    ['pipe-inherited'],
    /^gopls \(pid \d+, \d s\) waits for the end of what a command printed that has ended: `sleep` \(pid \d+, \d s\) has inherited its output\.$/,
  ],
  'stalled-git': [[], /`go get` .* waits for `git ls-remote`|^Nothing/],
  'polluted-go': [['environment-differs'], /does not answer with JSON/],
  'gopls-index-empty': [['gopls-cache-damaged'], /empty exe\.sha256/],
};

describe('what the doctor says of a snapshot that the lab took', () => {
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

  test('every stored snapshot is looked at, and names no path of the machine that took it', () => {
    const names = readdirSync(folder).map((file) => file.replace(/\.json$/, ''));
    expect(names.sort()).toEqual(Object.keys(expected).sort());
    for (const name of names)
      expect(readFileSync(join(folder, `${name}.json`), 'utf8')).not.toMatch(/\/tmp\/\w+\/|\/root|unlatch-kept/);
  });
});

test('the tree shows who waits for whom, down to the holder', () => {
  const lines = drawTree(read('module-lock-held'));
  expect(lines[0]).toMatch(/^gopls \(pid/);
  expect(lines[1]).toMatch(/^└─ `go list` \(pid .*: waits for the lock of example\.com\/dep@v1\.0\.0$/);
  expect(lines[2]).toMatch(/^ {3}└─ `sleep` \(pid .*, holds the lock of example\.com\/dep@v1\.0\.0$/);
});

test('what is no snapshot is refused with the place where it is wrong', () => {
  const text = JSON.stringify({ ...read('healthy-session'), processes: [{ pid: 'one' }] });
  expect(() => parseSnapshot('f.json', text)).toThrow(UserError);
  expect(() => parseSnapshot('f.json', text)).toThrow(/f\.json: no snapshot of schema 1 or 2 \(processes\.0/);
  expect(() => parseSnapshot('f.json', '{')).toThrow(/f\.json: not JSON/);
  expect(() => parseSnapshot('f.json', '{"schema":3}')).toThrow(/no snapshot of schema 1 or 2/);
});
