/** Each rule on files that break it and on files that do not, and the facts behind the rules, with real go and gopls. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { gatherFacts } from '../../../src/config/gather-facts.ts';
import { judgeConfig } from '../../../src/config/judge.ts';
import { openSession } from '../../../src/lsp/session.ts';
import { type Files, inShort, judged, judgedInShort } from './judged.ts';
import { aFolder, goplsVersions, limits, ownEnv, realGo, realTools } from './real-tools.ts';

const ci = '.github/workflows/ci.yml';
const settings = '.vscode/settings.json';
const container = '.devcontainer/devcontainer.json';

const setupGo = (version: string) => `jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/setup-go@v6
        with:
          go-version: ${version}
`;
const goMod = (version: string) => `module example.com/m\n\ngo ${version}\n`;
const feature = (version: string) =>
  `{ "features": {\n "ghcr.io/devcontainers/features/go:1": { "version": ${version} } } }`;

const cases: readonly (readonly [string, Files, readonly string[]])[] = [
  ['nothing is found where nothing is', {}, []],
  [
    'a workflow, a container and a module on one Go line agree',
    { 'go.mod': goMod('1.26'), [ci]: setupGo("'1.26.x'"), [container]: feature('"1.26"') },
    [],
  ],
  [
    'a workflow on an older line than go.mod',
    { 'go.mod': goMod('1.26'), [ci]: setupGo("'1.22'") },
    [`go-version ${ci}:7`],
  ],
  ['a range is left to who resolves it', { 'go.mod': goMod('1.26'), [ci]: setupGo("'>=1.22'") }, []],
  [
    'a version from go.mod fits go.mod',
    { 'go.mod': goMod('1.26'), [ci]: setupGo("''").replace("go-version: ''", 'go-version-file: go.mod') },
    [],
  ],
  [
    'each version of a matrix is judged at its place',
    {
      'go.mod': goMod('1.24'),
      [ci]: `jobs:
  test:
    strategy:
      matrix:
        go: ['1.22', '1.24']
        include:
          - go: '1.21'
    steps:
      - uses: actions/setup-go@v6
        with: { go-version: "\${{ matrix.go }}" }
`,
    },
    [`go-version ${ci}:5`, `go-version ${ci}:7`],
  ],
  ['a version that is a number', { 'go.mod': goMod('1.2'), [ci]: setupGo('1.20') }, [`version-number ${ci}:7`]],
  ['a number that stays what it is', { [ci]: setupGo('1.21') }, []],
  ['a number in a container', { [container]: feature('1.20') }, [`version-number ${container}:2`]],
  [
    'a container on a line that CI does not use',
    { [ci]: setupGo("'1.26'"), [container]: feature('"1.25"') },
    [`go-version ${container}:2`],
  ],
  [
    'the image of a container names its Go behind its own version',
    {
      'go.mod': goMod('1.26'),
      [container]: '{ "image": "mcr.microsoft.com/devcontainers/go:2.1-1.22-bookworm" }',
    },
    [`go-version ${container}:1`],
  ],
  [
    'the newest image is left alone',
    { 'go.mod': goMod('1.26'), [container]: '{ "image": "mcr.microsoft.com/devcontainers/go:1" }' },
    [],
  ],
  [
    'a linter for another Go',
    { 'go.mod': goMod('1.26'), '.golangci.yml': 'version: "2"\nrun:\n  go: "1.22"\n' },
    ['go-version .golangci.yml:3'],
  ],
  ['a linter that says nothing of Go', { 'go.mod': goMod('1.26'), '.golangci.yml': 'version: "2"\n' }, []],
  [
    'an editor that mends go.mod, and a CI that does not',
    { [settings]: '{\n "go.buildFlags": ["-mod=mod"] }', [ci]: setupGo("'1.26'") },
    [`mod-mode ${settings}:2`],
  ],
  [
    'the same mode in both, in other words',
    {
      [settings]: '{ "gopls": { "build.env": { "GOFLAGS": "-mod=mod" } } }',
      [ci]: `env:\n  GOFLAGS: -mod=mod\n${setupGo("'1.26'")}`,
    },
    [],
  ],
  [
    'a mode in a line of a workflow',
    {
      [settings]: '{\n "go.buildFlags": ["-mod=vendor"] }',
      [ci]: `${setupGo("'1.26'")}      - run: |\n          echo\n          go test -race -mod=mod ./...\n`,
    },
    [`mod-mode ${settings}:2`],
  ],
  [
    'a mode that a workflow hands to its later steps',
    {
      [settings]: '{ "gopls": { "ui.semanticTokens": true } }',
      [ci]: `${setupGo("'1.26'")}      - run: |\n          echo\n          echo "GOFLAGS=-mod=mod" >> "$GITHUB_ENV"\n`,
    },
    [`mod-mode ${ci}:10`],
  ],
  [
    'a mode that is only printed is none',
    {
      [settings]: '{ "gopls": { "ui.semanticTokens": true } }',
      [ci]: `${setupGo("'1.26'")}      - run: echo GOFLAGS=-mod=mod\n`,
    },
    [],
  ],
  [
    'a vendor folder makes -mod=vendor the mode of go itself',
    {
      'go.mod': goMod('1.26'),
      'vendor/modules.txt': '',
      [settings]: '{ "go.buildFlags": ["-mod=vendor"] }',
      [ci]: setupGo("'1.26'"),
    },
    [],
  ],
  [
    'a linter that takes modules from elsewhere',
    { '.golangci.yml': 'run:\n  modules-download-mode: vendor\n', [ci]: setupGo("'1.26'") },
    ['mod-mode .golangci.yml:2'],
  ],
  [
    'caches in the workspace, however it is called',
    {
      [settings]: '{ "go.toolsEnvVars": {\n "GOCACHE": "${workspaceFolder}/.cache",\n "GOMODCACHE": "/elsewhere" } }',
      [container]: '{ "containerEnv": {\n "GOPATH": "${containerWorkspaceFolder}/gopath" } }',
      [ci]: 'env:\n  GOMODCACHE: ${{ github.workspace }}/.gomod\n  GOCACHE: ${{ runner.temp }}/gocache\njobs: {}\n',
    },
    [`cache-in-workspace ${container}:2`, `cache-in-workspace ${ci}:2`, `cache-in-workspace ${settings}:2`],
  ],
  [
    'a cache path that go does not take',
    { [ci]: 'env:\n  GOCACHE: ~/.cache/go\n  GOPATH: go\njobs: {}\n' },
    [`cache-in-workspace ${ci}:2`, `cache-in-workspace ${ci}:3`],
  ],
  [
    'whoever reads a path replaces what he knows in it, and nothing else',
    {
      [settings]: `{ "go.gopath": "~/go", "go.toolsEnvVars": { "GOCACHE": "~/.cache", "GOMODCACHE": "\${env:HOME}/mod" },
 "gopls": { "build.env": {
  "GOCACHE": "\${workspaceFolder}/.cache",
  "GOMODCACHE": "~/mod" } } }`,
      [container]: '{ "remoteEnv": { "GOPATH": "${localEnv:HOME}/go",\n "GOCACHE": "~/c" } }',
      [ci]: `env:\n  GOPATH: ~/go\njobs:\n  a:\n    steps:\n      - run: echo "GOCACHE=$GITHUB_WORKSPACE/.c" >> $GITHUB_ENV\n      - run: echo GOPATH=~/go >> $GITHUB_ENV\n`,
    },
    [
      `cache-in-workspace ${container}:2`,
      `cache-in-workspace ${ci}:2`,
      `cache-in-workspace ${ci}:6`,
      `cache-in-workspace ${settings}:3`,
      `cache-in-workspace ${settings}:4`,
    ],
  ],
  [
    'a job that works in a folder of its own is about another module',
    {
      'go.mod': goMod('1.26'),
      [ci]: setupGo("'1.22'").replace('    steps', '    defaults: { run: { working-directory: tools } }\n    steps'),
    },
    [],
  ],
  [
    'a gopls in the container, and another in CI',
    {
      [container]: '{\n "postCreateCommand": "go install golang.org/x/tools/gopls@v0.15.2" }',
      [ci]: `${setupGo("'1.26'")}      - run: go install golang.org/x/tools/gopls@v0.24.0\n`,
    },
    [`gopls-version ${container}:2`],
  ],
  [
    'the commands of a container in each of their forms',
    {
      [container]: `{
 "onCreateCommand": ["go", "install", "golang.org/x/tools/gopls@v0.15.2"],
 "postCreateCommand": { "tools":
   "go install golang.org/x/tools/gopls@v0.18.1" } }`,
      [ci]: `${setupGo("'1.26'")}          gopls-version: 0.24.0\n`,
    },
    [`gopls-version ${container}:2`, `gopls-version ${container}:4`],
  ],
  [
    'flags of daemons',
    {
      [settings]:
        '{ "go.languageServerFlags": [\n"-remote=auto",\n"-remote=unix;/run/gopls",\n"-remote", "auto;mine",\n"-listen=:37374"] }',
    },
    [2, 3, 5].map((line) => `shared-socket ${settings}:${line}`),
  ],
  [
    'a tool that is not there',
    {
      [settings]:
        '{ "go.goroot": "/nowhere/go",\n "go.alternateTools": {\n "gopls": "${workspaceFolder}/bin/gopls", "dlv": "dlv" } }',
    },
    [`missing-tool ${settings}:1`, `missing-tool ${settings}:3`],
  ],
  [
    'the settings of a container and of a *.code-workspace are the editor’s too',
    {
      'm.code-workspace': '{ "settings": {\n "go.languageServerFlags": ["-listen=:1"] } }',
      [container]: '{ "customizations": { "vscode": { "settings": {\n "go.languageServerFlags": ["-listen=:1"] } } } }',
    },
    [`shared-socket ${container}:2`, 'shared-socket m.code-workspace:2'],
  ],
];

test.each(cases)('%s', async (_, files, expected) => {
  expect(await judgedInShort(files)).toEqual(expected);
});

test('a shared daemon is a note, a listener an error', async () => {
  const findings = await judged({ [settings]: '{ "go.languageServerFlags": ["-remote=auto", "-listen=:1"] }' });
  expect(findings.map(({ severity }) => severity)).toEqual(['note', 'error']);
});

describe('with real go', () => {
  const versions = ['1.22.12', '1.27.4'];

  test.each(versions)(
    'go %s takes a module cache in the workspace for packages of ./..., unless it is hidden',
    async (version) => {
      await using folder = await aFolder();
      const go = await realGo(version);
      await folder.write('w/go.mod', goMod('1.21'));
      await folder.write('w/m.go', 'package m\n');
      const list = () => {
        const env = ownEnv(folder.path, go);
        return spawnSync(go, ['list', './...'], { cwd: join(folder.path, 'w'), env, encoding: 'utf8' });
      };
      await folder.write('w/.gopath/pkg/mod/example.com/dep@v1.0.0/dep.go', 'package dep\n');
      expect(list()).toMatchObject({ status: 0, stdout: 'example.com/m\n' });
      await folder.write('w/gopath/pkg/mod/example.com/dep@v1.0.0/dep.go', 'package dep\n');
      const { stdout, stderr } = list();
      expect(stdout + stderr).toContain('dep');
    },
  );

  test.each(versions)('go %s takes no cache whose path is not absolute', async (version) => {
    await using folder = await aFolder();
    const go = await realGo(version);
    await folder.write('go.mod', goMod('1.21'));
    await folder.write('m.go', 'package m\n');
    for (const [name, value] of [
      ['GOCACHE', '~/.cache/go'],
      ['GOPATH', 'go'],
    ] as const) {
      const env = { ...ownEnv(folder.path, go), [name]: value };
      const { status, stderr } = spawnSync(go, ['build', '.'], { cwd: folder.path, env, encoding: 'utf8' });
      expect(status).not.toBe(0);
      expect(stderr).toContain('absolute path');
    }
  });

  test('a GOFLAGS that go refuses is told, and one that it takes is not', async () => {
    await using folder = await aFolder();
    await folder.write(
      ci,
      'env:\n  GOFLAGS: -mod=mod -tags a\njobs:\n  a:\n    env:\n      GOFLAGS: -mod=mod -tags=a\n',
    );
    const go = await realGo('1.27.4');
    const facts = await gatherFacts(folder.path, { gopls: async () => null, go: async () => go }, {}, limits(30_000));
    expect(judgeConfig(facts).map(inShort)).toEqual([`go-flag ${ci}:2`]);
  });
});

describe('with real gopls', () => {
  // The first run builds it.
  beforeAll(async () => {
    for (const version of goplsVersions) await realTools(version);
  }, 600_000);

  test.each(goplsVersions)(
    'gopls %s with -listen never answers its editor, and with -remote of nobody it ends',
    async (version) => {
      await using folder = await aFolder();
      const { gopls, go } = await realTools(version);
      await folder.write('w/go.mod', goMod('1.21'));
      const session = (flag: string) =>
        openSession({
          folder: join(folder.path, 'w'),
          server: { command: gopls, args: [flag] },
          env: ownEnv(folder.path, go),
          phaseMs: 10_000,
        });
      expect(await session(`-listen=unix;${folder.path}/l`)).toMatchObject({ stuck: 'initialize', exit: null });
      const alone = await session(`-remote=unix;${folder.path}/nobody`);
      expect(alone.exit?.code).not.toBe(0);
      expect(alone.why).toContain('dialing remote');
    },
  );

  const pairs = [
    ['0.15.2', '1.16.15', /Found Go version 1\.16/],
    ['0.24.0', '1.16.15', /Found Go version 1\.16/],
    ['0.24.0', '1.26.11', null],
  ] as const;
  test.each(pairs)('gopls %s says itself whether it supports Go %s', async (goplsVersion, version, said) => {
    await using folder = await aFolder();
    const { gopls } = await realTools(goplsVersion);
    const go = await realGo(version);
    await folder.write('go.mod', goMod(version.replace(/\.\d+$/, '')));
    await folder.write(settings, '{ "gopls": { "ui.semanticTokens": true } }');
    const facts = await gatherFacts(folder.path, { gopls: async () => gopls, go: async () => go }, {}, limits(60_000));
    const findings = judgeConfig(facts);
    expect(findings.map(inShort)).toEqual(said === null ? [] : ['gopls-go go.mod:3']);
    if (said !== null) expect(findings[0]?.evidence[0]).toMatch(said);
  });

  test('a gopls that was built with an older Go than its module is written in shows none of the errors in it', async () => {
    await using folder = await aFolder();
    const { gopls } = await realTools('0.15.2');
    const go = await realGo('1.27.4');
    await folder.write('m.go', 'package m\n\nvar x int = "no"\n');
    const errorsOf = async (line: string) => {
      await folder.write('go.mod', goMod(line));
      const env = ownEnv(folder.path, go);
      return spawnSync(gopls, ['check', 'm.go'], { cwd: folder.path, env, encoding: 'utf8' }).stdout;
    };
    expect(await errorsOf('1.22')).toContain('m.go:3:');
    expect(await errorsOf('1.27')).not.toContain('m.go:3:');
    await folder.write(settings, '{ "gopls": {"gofumpt": true} }');
    const facts = await gatherFacts(folder.path, { gopls: async () => gopls, go: async () => go }, {}, limits(60_000));
    expect(judgeConfig(facts).map(inShort)).toEqual(['gopls-go go.mod:3']);
  });
});
