import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inputNames, readInputs, unknownInputs } from '../../../src/action/inputs.ts';
import { cacheKinds } from '../../../src/cache/kind.ts';
import { hostPlatform } from '../../../src/go/platform.ts';
import { packageRoot } from '../../../src/package-root.ts';

const given = (inputs: Record<string, string>) =>
  readInputs(Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])));

async function actionYml(): Promise<string> {
  return await readFile(join(packageRoot(), 'action.yml'), 'utf8');
}

describe('the inputs', () => {
  test('are those of action.yml, no more and no fewer', async () => {
    const section = /^inputs:\n(.*?)^outputs:/ms.exec(await actionYml())?.[1] ?? '';
    const names = [...section.matchAll(/^ {2}([a-z-]+):$/gm)].map(([, name]) => name);
    expect([...inputNames].sort()).toEqual(names.sort());
  });

  test('turn each cache on or off', async () => {
    for (const kind of cacheKinds) expect(inputNames).toContain(kind === 'modules' ? kind : `${kind}-cache`);
  });

  test('are all optional', async () => {
    expect(await actionYml()).not.toMatch(/required: *true/);
    expect(readInputs({})).toEqual({
      mode: 'setup',
      'go-version': null,
      'go-version-file': null,
      'check-latest': false,
      architecture: hostPlatform(),
      toolchain: 'local',
      'gopls-version': null,
      token: '',
      'go-download-base-url': null,
      verify: 'auto',
      cache: true,
      'cache-dependency-path': [],
      modules: 'zips',
      mount: 'never',
      'build-cache': true,
      'lint-cache': false,
      'gopls-cache': false,
      'cache-drive': 'workspace',
      save: 'auto',
      'refresh-above': 10,
      wait: 30,
      gocache: null,
      gomodcache: null,
      'stable-mtimes': false,
      'cache-key-suffix': '',
      'cache-store': null,
      scenarios: [],
      runtime: 'auto',
      full: false,
      matrix: '',
      'job-status': '',
      'github-token': '',
      mirrorToken: null,
    });
  });

  test('have in action.yml the defaults that they have without it', async () => {
    const section = /^inputs:\n(.*?)^outputs:/ms.exec(await actionYml())?.[1] ?? '';
    const defaults: Record<string, string> = {};
    for (const [, name, block] of section.matchAll(/^ {2}([a-z-]+):\n((?: {4}.*\n)+)/gm)) {
      const value = /^ {4}default: (.*)$/m.exec(block ?? '')?.[1]?.replace(/^(['"])(.*)\1$/, '$2');
      if (name !== undefined && value !== undefined && !value.includes('${{')) defaults[name] = value;
    }
    expect(Object.keys(defaults).length).toBeGreaterThan(5);
    expect(given(defaults)).toEqual(readInputs({}));
  });

  test('are read in the forms that setup-go takes', () => {
    expect(given({ cache: 'TRUE', 'check-latest': 'True' })).toMatchObject({ cache: true, 'check-latest': true });
    expect(given({ architecture: 'x86' }).architecture.arch).toBe('386');
    expect(given({ architecture: 'aarch64' }).architecture.arch).toBe('arm64');
    expect(given({ 'cache-dependency-path': 'go.sum\n  tools/go.sum\n' })['cache-dependency-path']).toEqual([
      'go.sum',
      'tools/go.sum',
    ]);
    expect(given({ 'go-version': ' 1.22 ' })['go-version']).toBe('1.22');
  });

  test('an expression in save comes out as true or false', () => {
    expect(given({ save: 'true' }).save).toBe('always');
    expect(given({ save: 'false' }).save).toBe('never');
  });

  test('refresh-above may have its sign', () => {
    expect(given({ 'refresh-above': '2.5 %' })['refresh-above']).toBe(2.5);
    expect(given({ 'refresh-above': '0' })['refresh-above']).toBe(0);
  });

  test.each([
    ['mode', 'lint', 'setup, clean, or reproduce'],
    ['cache', 'yes', 'true or false'],
    ['modules', 'true', 'zips, trees, extracted, or false'],
    ['save', 'sometimes', 'auto, always or never'],
    ['refresh-above', '101', '0 to 100'],
    ['refresh-above', '-1', '0 to 100'],
    ['refresh-above', '10 MB', '0 to 100'],
    ['wait', '1m', 'a number of seconds'],
    ['toolchain', 'newest', 'GOTOOLCHAIN'],
    ['toolchain', 'local; rm', 'GOTOOLCHAIN'],
    ['architecture', 'vax', 'one of 386, x64'],
    ['go-download-base-url', 'go.dev', 'a URL'],
    ['go-download-base-url', 'localhost:8080', 'a URL'],
    ['verify', 'yes', 'auto or required'],
    ['cache-key-suffix', 'a b', 'letters'],
  ])('%s: %j is an error that names both', (name, value, hint) => {
    const error = () => given({ [name]: value });
    expect(error).toThrow(`input ${name}: ${JSON.stringify(value)}: `);
    expect(error).toThrow(hint);
  });

  test('one that does not exist is passed over, and named with what may have been meant', () => {
    const env = { 'INPUT_GO-VERSOIN': '1.22', INPUT_CONFIG: 'x', 'INPUT_GO-VERSION': '1.23', HOME: '/' };
    expect(readInputs(env)['go-version']).toBe('1.23');
    expect(unknownInputs(env)).toEqual([
      expect.stringMatching(/^ignored unknown input config \(.*INPUT_CONFIG\); the inputs are architecture, .*wait$/),
      expect.stringMatching(/^ignored unknown input go-versoin .*; did you mean go-version\?$/),
    ]);
    expect(unknownInputs({ 'INPUT_GO-VERSION': '1.23' })).toEqual([]);
  });

  test.each([
    ['arm', 'arm'],
    ['armv7l', 'arm'],
    ['ppc64le', 'ppc64le'],
    ['ppc64', 'ppc64'],
    ['S390X', 's390x'],
    ['riscv64', 'riscv64'],
    ['loongarch64', 'loong64'],
    ['mips64el', 'mips64le'],
    ['mipsel', 'mipsle'],
  ])('the architecture %s is %s for Go', (architecture, arch) => {
    expect(given({ architecture }).architecture.arch).toBe(arch);
  });

  test('go-download-base-url may be the variable that setup-go reads, and comes before it', () => {
    const env = { GO_DOWNLOAD_BASE_URL: 'https://a.example/go' };
    expect(readInputs(env)['go-download-base-url']).toBe('https://a.example/go');
    const both = { ...env, 'INPUT_GO-DOWNLOAD-BASE-URL': 'https://b.example/go' };
    expect(readInputs(both)['go-download-base-url']).toBe('https://b.example/go');
  });
});

describe('a token goes to the one host that it is for', () => {
  const mirror = { 'INPUT_GO-DOWNLOAD-BASE-URL': 'https://mirror.example/go' };
  const api = { GITHUB_API_URL: 'https://api.github.example' };
  const job = { 'INPUT_GITHUB-TOKEN': 'f00' };
  const tokens = (env: Record<string, string>) => {
    const { token, mirrorToken } = readInputs({ ...api, ...job, ...env });
    return { github: token, mirror: mirrorToken };
  };

  test('without a mirror to GitHub, whatever it looks like', () => {
    expect(tokens({ INPUT_TOKEN: 'secret' })).toEqual({ github: 'secret', mirror: null });
  });
  test('the secret of a mirror to that mirror, and the job keeps its own for GitHub', () => {
    expect(tokens({ ...mirror, INPUT_TOKEN: 'secret' })).toEqual({ github: 'f00', mirror: 'secret' });
    const variable = { GO_DOWNLOAD_BASE_URL: 'https://mirror.example/go' };
    expect(tokens({ ...variable, INPUT_TOKEN: 'secret' })).toEqual({ github: 'f00', mirror: 'secret' });
  });
  test.each(['f00', 'ghs_abc', 'ghp_abc', 'github_pat_abc'])("GitHub's own, %s, to no mirror", (token) => {
    expect(tokens({ ...mirror, INPUT_TOKEN: token })).toEqual({ github: token, mirror: null });
  });
  test('the variables of the job tell its own token too', () => {
    expect(tokens({ ...mirror, INPUT_TOKEN: 'b4r', GITHUB_TOKEN: 'b4r' })).toEqual({ github: 'b4r', mirror: null });
  });
  test("GitHub's own to a mirror that is on the same host as its API", () => {
    const same = { 'INPUT_GO-DOWNLOAD-BASE-URL': 'https://api.github.example/go' };
    expect(tokens({ ...same, INPUT_TOKEN: 'f00' })).toEqual({ github: 'f00', mirror: 'f00' });
  });
});
