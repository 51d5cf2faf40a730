import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildEntryPaths, readBuildEntries } from '../../../../src/cache/entries/build-entries.ts';
import { markBuildEntries } from '../../../../src/cache/entries/mark-build-entries.ts';
import { removeUnused, sweepBuildEntries } from '../../../../src/cache/entries/sweep-build-entries.ts';
import { type AModule, aModule } from '../a-module.ts';

let module: AModule;

beforeAll(async () => {
  module = await aModule({
    'go.mod': 'module example.com/m\n\ngo 1.24\n\ntool example.com/m/cmd/hello\n',
    'm.go': 'package m\n\nconst X = 1\n',
    'm_test.go':
      'package m\n\nimport ("os"; "testing")\n\nfunc TestX(t *testing.T) {\n\tif _, err := os.ReadFile("testdata/x"); err != nil { t.Fatal(err) }\n}\n',
    'testdata/x': 'x',
    'a/a.go': 'package a\n\nimport "example.com/m"\n\nconst Y = m.X\n',
    'other/other.go': 'package other\n\nconst Z = 1\n',
    'cmd/hello/main.go': 'package main\n\nfunc main() { println("hello") }\n',
  });
  // Go does not cache a test's result if the test reads files younger than two seconds.
  await module.shell('find . -exec touch -d 2020-01-01 {} +');
  await module.go('build ./...');
  await module.go('test .');
  await module.go('tool hello');
}, 600_000);
afterAll(async () => {
  await module?.[Symbol.asyncDispose]();
});

function sweep(markMs: number) {
  return sweepBuildEntries(readBuildEntries(module.gocache), markMs, markMs);
}

it('keeps what a job used, and finds the rest unused, so that nothing is compiled again', async () => {
  const markMs = markBuildEntries(module.gocache, Date.now(), null);
  await module.go('build . ./a ./cmd/...');
  expect(await module.go('test .')).toMatch(/\(cached\)/);
  await module.go('tool hello');
  const before = buildEntryPaths(module.gocache);
  const plan = sweep(markMs);
  expect(plan.unused.length).toBeGreaterThan(0);
  expect(buildEntryPaths(module.gocache), 'a plan touches nothing').toEqual(before);
  removeUnused(module.gocache, plan);
  expect(await module.go('build -v . ./a ./cmd/...')).toBe('');
  expect(await module.go('test .')).toMatch(/\(cached\)/);
  // The only package that this job did not use.
  expect(await module.go('build -v ./other')).toBe('example.com/m/other\n');
}, 600_000);

it('keeps the executable of a tool by the mtime of its folder: the file in it stays as old as the mark', async () => {
  const executable = () => {
    for (const folder of buildEntryPaths(module.gocache).filter((path) => path.endsWith('-d'))) {
      const path = join(module.gocache, folder);
      if (lstatSync(path).isDirectory()) return { path, names: readdirSync(path) };
    }
    return null;
  };
  const before = executable();
  expect(before?.names, 'go 1.24 and later keep the executables of tools').toEqual(['hello']);
  const markMs = markBuildEntries(module.gocache, Date.now(), null);
  await module.go('tool hello');
  expect(lstatSync(before?.path ?? '').mtimeMs).toBeGreaterThan(markMs);
  removeUnused(module.gocache, sweep(markMs));
  expect(executable()).toEqual(before);
}, 120_000);

it('sweeps nothing but what go wrote into its 256 folders', async () => {
  const strangers = [
    'README',
    'trim.txt',
    'testexpire.txt',
    '00/notes',
    `00/${'0'.repeat(63)}-a`,
    'fuzz/example.com/m/FuzzX/seed',
  ];
  mkdirSync(join(module.gocache, 'fuzz/example.com/m/FuzzX'), { recursive: true });
  for (const path of strangers.slice(2)) writeFileSync(join(module.gocache, path), 'x');
  const markMs = markBuildEntries(module.gocache, Date.now(), null);
  removeUnused(module.gocache, sweep(markMs));
  expect(buildEntryPaths(module.gocache)).toEqual([]);
  expect(strangers.filter((path) => !existsSync(join(module.gocache, path)))).toEqual([]);
}, 120_000);

it('keeps the output of an action that was used, though go did not touch the output itself', async () => {
  const markMs = markBuildEntries(module.gocache, Date.now(), null);
  await module.go('build ./a');
  const entries = readBuildEntries(module.gocache);
  const kept = new Set(sweep(markMs).kept.map(({ path }) => path));
  for (const action of entries.actions) {
    if (kept.has(action.path)) expect(kept.has(entries.outputs.get(action.output)?.path ?? '')).toBe(true);
  }
  expect(kept.size).toBeGreaterThan(0);
}, 120_000);

it('sets trim.txt to now, so that go neither wipes what is days old nor trims in the middle of the job', async () => {
  const now = Date.now();
  markBuildEntries(module.gocache, now, null);
  expect(readFileSync(join(module.gocache, 'trim.txt'), 'utf8')).toBe(String(Math.floor(now / 1000)));
  const entries = buildEntryPaths(module.gocache).length;
  await module.go('list ./...');
  expect(buildEntryPaths(module.gocache).length).toBeGreaterThanOrEqual(entries);
});

it('leaves what was used since an earlier mark of the same job as it is, when marking again', async () => {
  const first = markBuildEntries(module.gocache, Date.now(), null);
  await module.go('build ./other');
  const used = sweep(first).kept;
  expect(used.length).toBeGreaterThan(0);
  expect(markBuildEntries(module.gocache, Date.now(), first)).toBe(first);
  expect(sweep(first).kept).toEqual(used);
});
