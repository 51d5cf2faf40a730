import leven from 'leven';
import * as v from 'valibot';
import { UserError } from '../errors.ts';
import type { Env } from '../go/context.ts';
import type { Platform } from '../go/platform.ts';
import { hostPlatform } from '../go/platform.ts';
import { tokensFor } from './install/tokens.ts';

/** GOARCH for the architecture names of Node and uname, which users of actions/setup-go write. */
const goArchs = {
  x64: 'amd64',
  amd64: 'amd64',
  x86_64: 'amd64',
  x86: '386',
  x32: '386',
  ia32: '386',
  i386: '386',
  i686: '386',
  '386': '386',
  arm: 'arm',
  armv7l: 'arm',
  armv7: 'arm',
  armv6l: 'arm',
  armv6: 'arm',
  armhf: 'arm',
  arm64: 'arm64',
  aarch64: 'arm64',
  loong64: 'loong64',
  loongarch64: 'loong64',
  mips: 'mips',
  mipsel: 'mipsle',
  mipsle: 'mipsle',
  mips64: 'mips64',
  mips64el: 'mips64le',
  mips64le: 'mips64le',
  ppc64: 'ppc64',
  ppc64el: 'ppc64le',
  ppc64le: 'ppc64le',
  riscv64: 'riscv64',
  s390x: 's390x',
} as const;

/** The runner passes an input that is not set as an empty string. */
const text = v.pipe(v.optional(v.string(), ''), v.trim());

/** null: not set. */
const maybeText = v.pipe(
  text,
  v.transform((value) => (value === '' ? null : value)),
);

/** Booleans as in YAML 1.2's core schema, like getBooleanInput of @actions/core. */
const flag = (byDefault: boolean) =>
  v.pipe(
    text,
    v.transform((value) => (value === '' ? String(byDefault) : value.toLowerCase())),
    v.picklist(['true', 'false'], 'must be true or false'),
    v.transform((value) => value === 'true'),
  );

const oneOf = <const Words extends readonly [string, ...string[]]>(words: Words) =>
  v.pipe(
    text,
    v.transform((value) => (value === '' ? words[0] : value)),
    v.picklist(words, `must be ${new Intl.ListFormat('en', { type: 'disjunction' }).format(words)}`),
  );

const lines = v.pipe(
  text,
  v.transform((value) =>
    value
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  ),
);

const schema = v.object({
  mode: oneOf(['setup', 'clean', 'reproduce']),
  'go-version': maybeText,
  'go-version-file': maybeText,
  'check-latest': flag(false),
  architecture: v.pipe(
    text,
    v.transform((value): Platform => ({ ...hostPlatform(), ...archOf(value) })),
  ),
  toolchain: v.pipe(
    text,
    v.transform((value) => (value === '' ? 'local' : value)),
    v.regex(
      /^(?:keep|(?:local|auto|path|go1\.[0-9a-z.-]+)(?:\+(?:auto|path))?)$/,
      'must be keep or a value of GOTOOLCHAIN: local, auto, path, go1.26.4+auto',
    ),
  ),
  'gopls-version': maybeText,
  token: text,
  'go-download-base-url': v.pipe(
    maybeText,
    v.check((value) => value === null || isUrl(value), 'must be a URL (http, https or file)'),
  ),
  verify: oneOf(['auto', 'required']),
  cache: flag(true),
  'cache-dependency-path': lines,
  modules: oneOf(['zips', 'trees', 'extracted', 'false']),
  'build-cache': flag(true),
  'lint-cache': flag(false),
  'gopls-cache': flag(false),
  'cache-drive': oneOf(['workspace', 'keep']),
  mount: oneOf(['never', 'auto']),
  save: v.pipe(
    text,
    v.transform((value) => ({ '': 'auto', true: 'always', false: 'never' })[value.toLowerCase()] ?? value),
    v.picklist(
      ['auto', 'always', 'never'],
      'must be auto, always or never, or an expression that evaluates to true or false',
    ),
  ),
  'refresh-above': v.pipe(
    text,
    v.transform((value) => (value === '' ? '10' : value.replace(/\s*%$/, ''))),
    v.regex(/^\d+(?:\.\d+)?$/, 'must be a percentage, 0 to 100'),
    v.transform(Number),
    v.maxValue(100, 'must be a percentage, 0 to 100'),
  ),
  wait: v.pipe(
    text,
    v.transform((value) => (value === '' ? '30' : value)),
    v.regex(/^\d{1,4}$/, 'must be a number of seconds, 0 to 9999'),
    v.transform(Number),
  ),
  gocache: maybeText,
  gomodcache: maybeText,
  'stable-mtimes': flag(false),
  'cache-store': maybeText,
  'cache-key-suffix': v.pipe(
    text,
    v.regex(/^[\w.-]{0,64}$/, 'must be at most 64 letters, digits, dots, dashes and underscores'),
  ),
  scenarios: v.pipe(
    text,
    v.transform((value) => value.split(/\s+/).filter((word) => word !== '')),
  ),
  runtime: oneOf(['auto', 'docker', 'host']),
  full: flag(false),
  matrix: text,
  'job-status': text,
  'github-token': text,
});

function isUrl(value: string): boolean {
  return URL.canParse(value) && ['http:', 'https:', 'file:'].includes(new URL(value).protocol);
}

function archOf(value: string): Pick<Platform, 'arch'> | null {
  if (value === '') return null;
  const arch = Object.entries(goArchs).find(([name]) => name === value.toLowerCase())?.[1];
  if (arch !== undefined) return { arch };
  throw new UserError(
    `input architecture: ${JSON.stringify(value)}: must be one of ${Object.keys(goArchs).join(', ')}`,
  );
}

/** The parsed inputs, under their names in action.yml. */
export type Inputs = Readonly<
  v.InferOutput<typeof schema> & {
    /** The secret in `token` if it belongs to the mirror; `token` then holds the job's own. */
    readonly mirrorToken: string | null;
  }
>;

export const inputNames: readonly string[] = Object.keys(schema.entries);

/**
 * Reads the inputs from the environment, where the runner puts `go-version` as INPUT_GO-VERSION.
 * Ignores unknown names: a variable of the job may look like an input.
 *
 * @throws UserError that names the input with an invalid value.
 */
export function readInputs(env: Env): Inputs {
  const given = Object.fromEntries([...givenInputs(env)].filter(([name]) => inputNames.includes(name)));
  // As in actions/setup-go.
  given['go-download-base-url'] ||= env['GO_DOWNLOAD_BASE_URL'] ?? '';
  const result = v.safeParse(schema, given);
  if (!result.success) {
    const [issue] = result.issues;
    const name = v.getDotPath(issue) ?? '';
    throw new UserError(`input ${name}: ${JSON.stringify(given[name] ?? '')}: ${issue.message}`);
  }
  const inputs = result.output;
  const tokens = tokensFor(inputs.token, inputs['github-token'], inputs['go-download-base-url'], env);
  return { ...inputs, token: tokens.github, mirrorToken: tokens.mirror };
}

/** One warning for each input that is set but does not exist. */
export function unknownInputs(env: Env): readonly string[] {
  return [...givenInputs(env).keys()]
    .filter((name) => !inputNames.includes(name))
    .sort()
    .map((name) => {
      const [nearest] = inputNames.filter((one) => leven(one, name) <= 2);
      const hint =
        nearest === undefined ? `the inputs are ${[...inputNames].sort().join(', ')}` : `did you mean ${nearest}?`;
      return `ignored unknown input ${name} (from the step's \`with\`, or a variable INPUT_${name.toUpperCase()}); ${hint}`;
    });
}

function givenInputs(env: Env): ReadonlyMap<string, string> {
  const given = new Map<string, string>();
  for (const [name, value] of Object.entries(env)) {
    const input = /^INPUT_(.+)$/.exec(name)?.[1]?.toLowerCase();
    if (input !== undefined && value !== undefined) given.set(input, value);
  }
  return given;
}
