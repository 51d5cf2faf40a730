import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CacheKey } from '../../../../src/cache/keys/cache-key.ts';
import { readKeyFacts } from '../../../../src/cache/keys/key-facts.ts';
import { computeKeys, isExactHit, keyToSave } from '../../../../src/cache/keys/keys.ts';
import { type AModule, aModule } from '../a-module.ts';

let module: AModule;
beforeAll(async () => {
  module = await aModule({
    'go.mod': 'module example.com/m\n\ngo 1.24\n',
    'sub/go.mod': 'module example.com/m/sub\n\ngo 1.24\n',
    'go.sum': 'example.com/a v1.0.0 h1:x=\nexample.com/b v1.0.0 h1:y=\n',
    'vendor/x/go.mod': 'module x\n',
    'testdata/go.mod': 'module y\n',
    '.gitignore': 'ignored/\n',
    'ignored/go.mod': 'module z\n',
  });
});
afterAll(async () => {
  await module?.[Symbol.asyncDispose]();
});

async function keys(change: Partial<AModule['request']> = {}) {
  const request = { ...module.request, ...change };
  return await computeKeys(request, await readKeyFacts(request));
}
const part = (key: CacheKey, name: string) => key.parts.find((one) => one.name === name)?.value;

it('begins with what lasts longest, so that each shorter prefix is one to fall back to', async () => {
  const { build, modules } = await keys();
  expect(build.parts.map(({ name }) => name)).toEqual(['kind', 'system', 'go', 'settings', 'job', 'deps', 'tree']);
  expect(build.prefixes).toHaveLength(4);
  for (const [index, prefix] of build.prefixes.entries()) {
    expect(build.key.startsWith(prefix)).toBe(true);
    expect(prefix.length).toBeLessThan((build.prefixes[index - 1] ?? `${build.key}x`).length);
  }
  // Never the entries of another Go or of other flags: go would look up none of them.
  expect(build.prefixes.at(-1)).toContain(part(build, 'settings'));
  // All jobs restore one module archive, but not those that a suffix separates.
  expect(modules.prefixes).toEqual([modules.key]);
  const apart = (await keys({ keySuffix: 'x' })).modules.key;
  expect(apart.startsWith(modules.key) || modules.key.startsWith(apart)).toBe(false);
  expect(build.key.length).toBeLessThan(400);
});

it.each([
  ['GOFLAGS', { GOFLAGS: '-trimpath' }],
  ['CGO_ENABLED', { CGO_ENABLED: '0' }],
  ['CGO_CFLAGS', { CGO_CFLAGS: '-O1' }],
  ['GOEXPERIMENT', { GOEXPERIMENT: 'boringcrypto' }],
  ['GOAMD64', { GOAMD64: 'v3' }],
  ['the target', { GOOS: 'windows' }],
])('keeps build archives apart by %s, and shares the modules', async (_, env) => {
  const [before, after] = [await keys(), await keys({ env: { ...module.env, ...env } })];
  expect(part(after.build, 'settings')).not.toBe(part(before.build, 'settings'));
  expect(after.modules).toEqual(before.modules);
});

it('keeps jobs, the legs of a matrix and workflows apart, and shares the modules', async () => {
  const all = await Promise.all([
    keys(),
    keys({ job: 'lint' }),
    keys({ matrix: '{"race":true}' }),
    keys({ matrix: '{"race":false}' }),
    keys({ workflow: 'nightly' }),
  ]);
  expect(new Set(all.map(({ build }) => build.key)).size).toBe(5);
  expect(new Set(all.map(({ modules }) => JSON.stringify(modules))).size).toBe(1);
});

it('has no character that the service refuses, whatever the job is called', async () => {
  const { build } = await keys({ job: 'a,b c/ü'.repeat(100), keySuffix: 'x,y' });
  expect(build.key).toMatch(/^[A-Za-z0-9._-]{1,400}$/);
});

it('changes with a dependency, and not with comments, order, line ends, or the module’s own name', async () => {
  const before = part((await keys()).build, 'deps');
  await module.write({
    'go.mod': 'module example.com/renamed\r\n\r\n// a comment\r\ngo 1.24 // another\r\n',
    'go.sum': 'example.com/b v1.0.0 h1:y=\nexample.com/a v1.0.0 h1:x=\n',
    'ignored/go.mod': 'module z\n\nrequire example.com/q v1.0.0\n',
    'vendor/x/go.mod': 'module x\n\nrequire example.com/q v1.0.0\n',
  });
  expect(part((await keys()).build, 'deps')).toBe(before);
  await module.write({ 'sub/go.mod': 'module example.com/m/sub\n\ngo 1.24\n\nrequire example.com/q v1.0.0\n' });
  expect(part((await keys()).build, 'deps')).not.toBe(before);
});

it('changes with the tree that is checked out', async () => {
  const before = await keys();
  await module.write({ 'm.go': 'package m\n' });
  await module.commit();
  const after = await keys();
  expect(part(after.build, 'tree')).not.toBe(part(before.build, 'tree'));
  expect(isExactHit(after.build, `${before.build.key}0123`)).toBe(false);
});

it('takes a key for the same in another case, as act answers it, and saves under what the archive holds', async () => {
  const { build } = await keys();
  const entries = [
    { path: 'a', crc32: '00000001' },
    { path: 'b', crc32: '00000002' },
  ];
  const saved = keyToSave(build, entries);
  expect(isExactHit(build, saved.toUpperCase())).toBe(true);
  expect(keyToSave(build, entries.toReversed())).toBe(saved);
  expect(keyToSave(build, entries.slice(1))).not.toBe(saved);
});

it('takes the files of cache-dependency-path into the part of the dependencies, byte for byte', async () => {
  await module.write({
    'tools/a/versions.txt': '// lint 1\n',
    'tools/b/versions.txt': 'x\n',
    'ignored/gen.txt': 'x\n',
  });
  const dependencyPaths = [
    'tools/**/versions.txt',
    'go.sum',
    'ignored/*.txt',
    '!tools/b/**',
    '/etc/hostname',
    'none/*',
  ];
  const [none, before] = await Promise.all([keys(), keys({ dependencyPaths })]);
  expect(part(before.modules, 'deps')).not.toBe(part(none.modules, 'deps'));
  expect(part(before.build, 'deps')).toBe(part(before.modules, 'deps'));
  expect(before.modules.parts.find(({ name }) => name === 'deps')?.from).toBe(
    'go.mod, go.sum and go.work of 2 modules, and 2 other files of cache-dependency-path',
  );
  expect(
    await keys({ dependencyPaths: ['go.sum', '**/go.mod', '!vendor/**', '!testdata/**', '!ignored/**'] }),
  ).toMatchObject({
    modules: { need: none.modules.need },
  });
  await module.write({ 'tools/b/versions.txt': 'y\n' });
  expect((await keys({ dependencyPaths })).modules.need, 'one that is left out').toEqual(before.modules.need);
  for (const [path, text] of [
    ['tools/a/versions.txt', '// lint 2\n'],
    ['ignored/gen.txt', 'y\n'],
  ] as const) {
    const last = (await keys({ dependencyPaths })).modules.need;
    await module.write({ [path]: text });
    const now = (await keys({ dependencyPaths })).modules.need;
    expect(now?.key, path).not.toBe(last?.key);
    // Not a dependency update: the repository's own needs are the same.
    expect([now?.family, now?.deps], path).toEqual([last?.family, last?.deps]);
  }
});

it('keeps the cache of golangci-lint apart by its settings, to which it falls back, and knows no version of one that is not there', async () => {
  const here = { lint: 'on', env: { ...module.env, PATH: '/nonexistent' } } as const;
  const before = (await keys(here)).lint;
  expect(before.parts.map(({ name }) => name)).toEqual([
    ...['kind', 'system', 'go', 'settings', 'linter', 'config', 'job', 'deps', 'tree'],
  ]);
  expect(part(before, 'linter')).toBe('any');
  expect(before.prefixes).toHaveLength(4);
  await module.write({ 'sub/.golangci.yml': 'version: "2"\n' });
  const after = (await keys(here)).lint;
  expect(after.parts.find(({ name }) => name === 'config')?.from).toBe('sub/.golangci.yml');
  expect(part(after, 'config')).not.toBe(part(before, 'config'));
  expect(after.prefixes.at(-1)).toMatch(/-any-$/);
  expect(before.key.startsWith(after.prefixes.at(-1) ?? '-')).toBe(true);
});

it('has the caches of the tools by the folders of Go and the modules, and not by that of the workspace', async () => {
  const before = await keys();
  expect(before.gopls.parts.find(({ name }) => name === 'settings')?.from).toMatch(/ GOMODCACHE=\S+ .*GOROOT=\//);
  expect(before.gopls.parts.find(({ name }) => name === 'settings')?.from).not.toContain('workspace=');
  const moved = await keys({ env: { ...module.env, GOMODCACHE: '/elsewhere', GOFLAGS: '-trimpath' } });
  const still = await keys({ env: { ...module.env, GOFLAGS: '-trimpath' } });
  expect(part(moved.gopls, 'settings')).not.toBe(part(still.gopls, 'settings'));
  expect(part(moved.build, 'settings')).toBe(part(still.build, 'settings'));
});

it('takes no go.mod of a cache, of vendor, node_modules or testdata, nor one that git does not track, for the repository’s', async () => {
  const inside = {
    ...module.env,
    GOMODCACHE: `${module.workspace}/go/pkg/mod`,
    GOCACHE: `${module.workspace}/.gocache`,
  };
  const request = { env: inside, dependencyPaths: ['**/go.sum', '**/*.lock'] };
  const before = await keys(request);
  const text = 'module example.com/x\n\nrequire example.com/q v1.0.0\n';
  const sum = 'example.com/q v1.0.0 h1:x=\n';
  for (const folder of [
    'go/pkg/mod/example.com/x@v1.0.0',
    '.gocache/x',
    'node_modules/x',
    'sub/testdata/x',
    'vendor/y',
  ]) {
    await module.write({ [`${folder}/go.mod`]: text, [`${folder}/go.sum`]: sum, [`${folder}/deps.lock`]: 'x' });
  }
  await module.write({ 'made-by-a-step/go.mod': text });
  const after = await keys(request);
  expect(after.modules).toEqual(before.modules);
  expect(part(after.build, 'deps')).toBe(part(before.build, 'deps'));
  // An explicit path is used.
  const spelled = { env: inside, dependencyPaths: ['vendor/**/deps.lock'] };
  expect(part((await keys(spelled)).build, 'deps')).not.toBe(part((await keys({ env: inside })).build, 'deps'));
});

it('knows the repository’s files where the workspace is none and holds one, and without git by walking past the caches', async () => {
  const outer = await aModule({ README: 'x' });
  try {
    await outer.shell('rm -rf .git && mkdir -p app plain && cd app && git init -q .');
    await outer.write({ 'app/go.mod': 'module a\n\ngo 1.24\n', 'plain/go.mod': 'module b\n\ngo 1.24\n' });
    await outer.shell('cd app && git add go.mod');
    const env = { ...outer.env, GOMODCACHE: `${outer.workspace}/mod` };
    const request = { ...outer.request, env };
    const facts = await readKeyFacts(request);
    const before = (await computeKeys(request, facts)).modules.need;
    await outer.write({ 'app/made/go.mod': 'module c\n', 'mod/x@v1/go.mod': 'module d\n' });
    expect((await computeKeys(request, facts)).modules.need).toEqual(before);
    await outer.write({ 'plain/go.mod': 'module b\n\ngo 1.24\n\nrequire example.com/q v1.0.0\n' });
    expect((await computeKeys(request, facts)).modules.need).not.toEqual(before);
    const walked = (await computeKeys(request, facts)).modules.need;
    await outer.shell('cd app && git add made && sed -i "s/1.24/1.25/" go.mod');
    expect((await computeKeys(request, facts)).modules.need?.family).not.toBe(walked?.family);
  } finally {
    await outer[Symbol.asyncDispose]();
  }
});
