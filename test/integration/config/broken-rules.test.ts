/** Each rule on files that break it and on files that do not, without go and gopls. */
import { expect, test } from 'vitest';
import { type Files, judged, judgedInShort } from './judged.ts';

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
