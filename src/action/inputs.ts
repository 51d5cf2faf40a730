import leven from 'leven';
import * as v from 'valibot';
import { UserError } from '../errors.ts';
import type { Env } from '../go/context.ts';
import type { Platform } from '../go/platform.ts';
import { hostPlatform } from '../go/platform.ts';
import { tokensFor } from './install/tokens.ts';

/** Node's names for processors, and uname's, which actions/setup-go's users write, in Go's words. */
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

/** An input that is not given is empty: the runner passes it all the same. */
const text = v.pipe(v.optional(v.string(), ''), v.trim());

/** Empty: not given. */
const maybeText = v.pipe(
  text,
  v.transform((value) => (value === '' ? null : value)),
);

/** The spellings of YAML 1.2's core schema, as @actions/core's getBooleanInput has them. */
const flag = (byDefault: boolean) =>
  v.pipe(
    text,
    v.transform((value) => (value === '' ? String(byDefault) : value.toLowerCase())),
    v.picklist(['true', 'false'], 'it is to be true or false'),
    v.transform((value) => value === 'true'),
  );

const oneOf = <const Words extends readonly [string, ...string[]]>(words: Words) =>
  v.pipe(
    text,
    v.transform((value) => (value === '' ? words[0] : value)),
    v.picklist(words, `it is to be ${new Intl.ListFormat('en', { type: 'disjunction' }).format(words)}`),
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
      'it is to be keep, or a value that Go takes for GOTOOLCHAIN: local, auto, path, go1.26.4+auto',
    ),
  ),
  'gopls-version': maybeText,
  token: text,
  'go-download-base-url': v.pipe(
    maybeText,
    v.check((value) => value === null || isUrl(value), 'it is to be a URL'),
  ),
  verify: oneOf(['auto', 'required']),
  cache: flag(true),
  'cache-dependency-path': lines,
  modules: oneOf(['zips', 'extracted', 'false']),
  'build-cache': flag(true),
  'lint-cache': flag(false),
  'gopls-cache': flag(false),
  'cache-drive': oneOf(['workspace', 'keep']),
  save: v.pipe(
    text,
    v.transform((value) => ({ '': 'auto', true: 'always', false: 'never' })[value.toLowerCase()] ?? value),
    v.picklist(
      ['auto', 'always', 'never'],
      'it is to be auto, always or never, or an expression that comes out as true or false',
    ),
  ),
  'refresh-above': v.pipe(
    text,
    v.transform((value) => (value === '' ? '10' : value.replace(/\s*%$/, ''))),
    v.regex(/^\d+(?:\.\d+)?$/, 'it is to be a share in percent, 0 to 100'),
    v.transform(Number),
    v.maxValue(100, 'it is to be a share in percent, 0 to 100'),
  ),
  wait: v.pipe(
    text,
    v.transform((value) => (value === '' ? '30' : value)),
    v.regex(/^\d{1,4}$/, 'it is to be a number of seconds, 0 to 9999'),
    v.transform(Number),
  ),
  gocache: maybeText,
  gomodcache: maybeText,
  'stable-mtimes': flag(false),
  'cache-key-suffix': v.pipe(
    text,
    v.regex(/^[\w.-]{0,64}$/, 'it is to be at most 64 letters, digits, dots, dashes and underscores'),
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
    `input architecture: ${JSON.stringify(value)}: it is to be one of ${Object.keys(goArchs).join(', ')}`,
  );
}

/** All that a workflow may say, each input under its name in action.yml. */
export type Inputs = Readonly<
  v.InferOutput<typeof schema> & {
    /** The secret in `token`, where it is the mirror's; `token` then holds the job's own. */
    readonly mirrorToken: string | null;
  }
>;

export const inputNames: readonly string[] = Object.keys(schema.entries);

/**
 * Reads the inputs from the environment, where the runner puts `go-version` as INPUT_GO-VERSION. One that does not exist is passed over: a
 * variable of the job may look like one.
 *
 * @throws UserError that names the input whose value is none that it takes.
 */
export function readInputs(env: Env): Inputs {
  const given = Object.fromEntries([...givenInputs(env)].filter(([name]) => inputNames.includes(name)));
  // As actions/setup-go has it.
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

/** A sentence for each input that is given and does not exist. */
export function unknownInputs(env: Env): readonly string[] {
  return [...givenInputs(env).keys()]
    .filter((name) => !inputNames.includes(name))
    .sort()
    .map((name) => {
      const [nearest] = inputNames.filter((one) => leven(one, name) <= 2);
      const hint =
        nearest === undefined ? `there are ${[...inputNames].sort().join(', ')}` : `did you mean ${nearest}?`;
      return `there is no input ${name} (a step's \`with\`, or a variable INPUT_${name.toUpperCase()}), and it is ignored; ${hint}`;
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
