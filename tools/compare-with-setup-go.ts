import { UserError } from '../src/errors.ts';
import { goVersionIn } from '../src/go/version-file.ts';
import { parseGoRequest, resolveAmong } from '../src/go/versions.ts';
import { type SetupGoAnswer, setupGoFile, setupGoVersion } from './setup-go.ts';

/** The releases on a day in 2026, newest first. */
const known = [
  ...[
    '1.28rc1',
    '1.27.4',
    '1.27.3',
    '1.27.0',
    '1.27rc2',
    '1.27rc1',
    '1.26.11',
    '1.26.8',
    '1.26.0',
    '1.26rc1',
    '1.25.14',
  ],
  ...['1.25.3', '1.25.0', '1.24.13', '1.22.12', '1.22.0', '1.21.13', '1.21.0', '1.21rc2', '1.20.14', '1.20', '1.20rc2'],
  ...[
    '1.19.13',
    '1.17',
    '1.17rc1',
    '1.13.15',
    '1.11.12',
    '1.10beta1',
    '1.9.2rc2',
    '1.9',
    '1.8.7',
    '1.4.3',
    '1.2.2',
    '1.2',
  ],
];

/** Why a difference is intended. The test fails for a difference without a reason. */
const reasons = {
  prerelease: "unlatch accepts Go's spelling of a pre-release and near misses of semver's: the meaning is clear.",
  prefix: 'Go writes its versions with the prefix `go`.',
  alias: 'Both words for the newest release are in use.',
  remark: 'unlatch skips comments.',
  comment: 'unlatch accepts what go accepts in a go.mod: leading spaces, trailing comments, pre-releases.',
  tools: 'asdf and mise accept several versions in a line and use the first; mise also writes `go`.',
  names: 'unlatch reads any file that ends in .mod or .work as such.',
} as const;

type Reason = keyof typeof reasons;

/** Specs, with the reason if our answer differs. */
export const specs: readonly (readonly [string, Reason?])[] = [
  ...[
    '',
    '1',
    '1.x',
    '1.26',
    '1.26.8',
    '1.26.x',
    '~1.26',
    '~1.26.2',
    '^1.26',
    '^1.22.3',
    '>=1.24',
    '>=1.22 <1.26',
    '<1.22',
  ].map(plain),
  ...[
    '1.20',
    '1.20.14',
    '1.21',
    '1.21.0',
    '1.21.x',
    '1.22.0 - 1.25.3',
    '1.22 || 1.24',
    '*',
    'x',
    '=1.26.8',
    'v1.26.8',
  ].map(plain),
  ...[
    'stable',
    'oldstable',
    '1.99',
    '1.99.1',
    '2',
    '^2.0',
    'Stable',
    'one',
    '1.26.8.1',
    '../1',
    '1.2',
    '1.2.2',
    '1.4',
  ].map(plain),
  ...['1.27.0-rc.1', '>=1.28.0-rc.1', '1.8', '1.9', '1.11.12', '1.13', '1.17', '1.20.0', ' 1.26 ', '1.27.0-rc.9'].map(
    plain,
  ),
  ...['tip', 'gotip', 'master', '1.26.X', '1.26.*', '<=1.25', '>1.25', '>1.26.8', '1.10.0-beta.1', '1.9.2-rc.2'].map(
    plain,
  ),
  ['latest', 'alias'],
  ['go1.26.8', 'prefix'],
  ['go1.26', 'prefix'],
  ['1.27rc1', 'prerelease'],
  ['1.28rc1', 'prerelease'],
  ['1.17-rc1', 'prerelease'],
  ['1.20-rc.2', 'prerelease'],
  ['1.9.2rc2', 'prerelease'],
  ['1.10beta1', 'prerelease'],
];

function plain(spec: string): readonly [string] {
  return [spec];
}

interface FileCase {
  readonly name: string;
  readonly text: string;
  readonly gotoolchain?: string;
  readonly reason?: Reason;
}

const mod = (text: string, more: Omit<Partial<FileCase>, 'text'> = {}): FileCase => ({ name: 'go.mod', text, ...more });
const file = (name: string, text: string, reason?: Reason): FileCase => ({ name, text, ...(reason ? { reason } : {}) });

export const files: readonly FileCase[] = [
  mod('module m\n\ngo 1.26\n'),
  mod('module m\n\ngo 1.26.8\n'),
  mod('module m\n\ngo 1.20\n'),
  mod('module m\n\ngo 1.25.0\n\ntoolchain go1.26.8\n'),
  mod('module m\n\ngo 1.25.0\n\ntoolchain go1.26.8\n', { gotoolchain: 'local' }),
  mod('module m\n\ngo 1.25.0\n\ntoolchain default\n'),
  mod('module m\n\ngo 1.26\n\ntoolchain go1.27rc1\n', { reason: 'prerelease' }),
  mod('module m\n\ngo 1.27rc1\n', { reason: 'comment' }),
  mod('module m\n\ngo 1.25.0\n\ntoolchain go1.26.8-ours\n'),
  mod('module m\n\ngo 1.26.8 // why\n'),
  mod('module m\n\n  go 1.26.8\n', { reason: 'comment' }),
  mod('module m\n\ngo  1.26.8\n', { reason: 'comment' }),
  mod('module m\r\n\r\ngo 1.26.8\r\n'),
  mod('module m\n'),
  mod(''),
  mod('module m\n\n// go 1.26\n'),
  mod('module example.com/go\n\nrequire example.com/x v1.2.3\n'),
  file('go.work', 'go 1.26\n\nuse ./a\n'),
  file('go.work', 'go 1.25.0\n\ntoolchain go1.26.8\n\nuse ./a\n'),
  file('go.work', 'use ./a\n'),
  file('tools.mod', 'module m\n\ngo 1.26\n', 'names'),
  file('.go-version', '1.26.8\n'),
  file('.go-version', '1.26'),
  file('.go-version', '  1.26.8  \n\n'),
  file('.go-version', '^1.26\n'),
  file('.go-version', 'stable\n'),
  file('.go-version', ''),
  file('.go-version', '\n'),
  file('.go-version', 'go1.26.8\n', 'prefix'),
  file('.go-version', '1.27rc1\n', 'prerelease'),
  file('.go-version', '# ours\n1.26.8\n', 'remark'),
  file('.go-version', '1.25.3\n1.26.8\n'),
  file('.tool-versions', 'golang 1.26.8\n'),
  file('.tool-versions', 'nodejs 24.1.0\ngolang 1.26.8 # why\n'),
  file('.tool-versions', 'golang 1.26\n'),
  file('.tool-versions', 'golang 1.26.8 1.25.3\n', 'tools'),
  file('.tool-versions', 'go 1.26.8\n', 'tools'),
  file('.tool-versions', 'golang-ci 1.2\n'),
  file('.tool-versions', 'nodejs 24.1.0\n'),
  file('.tool-versions', ''),
  file('VERSION', '1.26.8\n'),
];

export function ourVersion(spec: string): SetupGoAnswer {
  const bare = spec.trim();
  if (bare === '') return 'PATH';
  try {
    const version = resolveAmong(parseGoRequest(bare), known);
    return version === null ? 'error' : { version };
  } catch (error) {
    if (error instanceof UserError) return 'error';
    throw error;
  }
}

function ourFile({ name, text, gotoolchain }: FileCase): SetupGoAnswer {
  const asked = goVersionIn(name, text, { toolchainLine: gotoolchain !== 'local' });
  if (asked !== null) return ourVersion(asked);
  // As in readGoVersionFile: several versions in a single-version file are a mistake; an empty file has none.
  return /\S/.test(text) && !/\.(?:mod|work)$|^\.tool-versions$/.test(name) ? 'error' : 'PATH';
}

export interface Comparison {
  readonly what: string;
  readonly theirs: string;
  readonly ours: string;
  readonly reason: string | null;
}

const said = (outcome: SetupGoAnswer) => (typeof outcome === 'string' ? outcome : outcome.version);

export function compareSpecs(): readonly Comparison[] {
  return specs.map(([spec, reason]) => ({
    what: `\`${spec.replaceAll('|', '\\|')}\``,
    theirs: said(setupGoVersion(spec.trim(), known)),
    ours: said(ourVersion(spec)),
    reason: reason === undefined ? null : reasons[reason],
  }));
}

export function compareFiles(): readonly Comparison[] {
  return files.map((one) => ({
    what: `${one.name} ${JSON.stringify(one.text)}${one.gotoolchain === undefined ? '' : ` with GOTOOLCHAIN=${one.gotoolchain}`}`,
    theirs: said(setupGoVersion(setupGoFile(one.name, one.text, one.gotoolchain ?? ''), known)),
    ours: said(ourFile(one)),
    reason: one.reason === undefined ? null : reasons[one.reason],
  }));
}

export function differs({ theirs, ours }: Comparison): boolean {
  return theirs !== ours;
}

/** Differences beyond version parsing. A test of its own covers each of ours. */
const otherwise: readonly (readonly [string, string, string])[] = [
  [
    'no go-version, no go-version-file',
    'the go on PATH',
    'the version in the go.work or go.mod at the root of the workspace; else the go on PATH; else stable',
  ],
  ['`go-version: 1.2`', 'Go 1.2', 'the same, with a warning: in YAML `1.20` without quotes is `1.2`'],
  ['a go-version-file without a version', 'the go on PATH', 'the same, with a warning; without a go on PATH, stable'],
  [
    'a Go that the module proxy has',
    "actions/go-versions' build, else go.dev's, unverified",
    'a mirror, the tool cache, the store, the module proxy, go.dev: verified (provisioning.md)',
  ],
  [
    'a mirror, and the default `token`',
    "sends the job's GitHub token to the mirror",
    'sends no GitHub token to a mirror',
  ],
  [
    'a mirror with `stable`, `oldstable` or a range, and no index',
    'an error',
    'the newest version that a module proxy or go.dev lists',
  ],
  ['a mirror that lacks the version', 'an error', 'tries the other sources, with a warning'],
  ['an input that does not exist', 'nothing', 'a warning that names it'],
  [
    '`cache-dependency-path` that matches nothing',
    'a warning, and no cache',
    'a warning for each pattern; the keys use the go.mod and go.sum files that exist',
  ],
];

export function differencesText(): string {
  const [specRows, fileRows] = [compareSpecs(), compareFiles()];
  const table = (rows: readonly Comparison[]) =>
    rows
      .filter(differs)
      .map(({ what, theirs, ours, reason }) => `| ${what} | ${theirs} | ${ours} | ${reason ?? ''} |\n`)
      .join('');
  const head = '| setup-go | unlatch | why |\n| --- | --- | --- | --- |\n';
  return `# Where the action differs from actions/setup-go

Generated by \`node tools/differences.ts\`; a test compares it with the code. It runs the same inputs through setup-go's algorithm (from its documentation and v7) and ours, with
${known.length} Go versions. PATH: no version is requested, so the job's go stays.

## Versions
Of ${specRows.length} version specs, ${specRows.filter((row) => !differs(row)).length} give the same result. These do not:

| \`go-version\` ${head}${table(specRows)}
## Version files
Of ${fileRows.length} version files, ${fileRows.filter((row) => !differs(row)).length} give the same result. These do not:

| file ${head}${table(fileRows)}
## Other intended differences
| case | setup-go | unlatch |
| --- | --- | --- |
${otherwise.map((row) => `| ${row.join(' | ')} |\n`).join('')}`;
}
