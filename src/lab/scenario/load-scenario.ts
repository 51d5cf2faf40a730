/**
 * Loads a scenario file of the user's own. Node 20 strips no types, so sucrase does; the file is then evaluated with a
 * `require` that knows the lab's vocabulary and nothing else. Types are not checked, since there is no tsc in the bundle:
 * scenario-schema.ts holds the value to the same shape.
 */
import { readFile } from 'node:fs/promises';
import { compileFunction } from 'node:vm';
import leven from 'leven';
import { errnoOf, messageOf, UserError } from '../../errors.ts';
import * as vocabulary from '../vocabulary.ts';
import { withNewKeys } from './renamed-keys.ts';
import type { Scenario } from './scenario.ts';
import { scenarioFlaws } from './scenario-schema.ts';

/**
 * A file of this repository that is part of the vocabulary, as scenarios/ imports it: a copy of one of those files runs
 * wherever it lies.
 */
const ownFile = /^\.{1,2}\/(?:.*\/)?lab\/(?:vocabulary|scenario(?:\/scenario)?|(?:check|fault)\/[a-z-]+)\.ts$/;

/**
 * @param file TypeScript or JavaScript with `export default defineScenario({ … })`.
 * @param tell is told what the file should say otherwise, a line each.
 * @throws UserError that names the file, and the line where it is known: it cannot be read, has a syntax error, throws
 * while it loads, imports something else than 'unlatch', or exports no scenario.
 */
export async function loadScenario(file: string, tell: (line: string) => void): Promise<Scenario> {
  const exported = evaluate(file, await transform(file, await read(file)));
  if (!('default' in exported)) {
    throw new UserError(`${file}: no default export; write \`export default defineScenario({ … })\``);
  }
  const { scenario, renamed } = withNewKeys(exported.default);
  const flaws = scenarioFlaws(scenario);
  if (flaws.length > 0) throw new UserError(`${file}: ${flaws.join('; ')}`);
  for (const { path, name } of renamed)
    tell(`${file}: ${path} is now called ${name}; the old name is taken for one more release`);
  return scenario as Scenario;
}

async function read(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    switch (errnoOf(error)) {
      case 'ENOENT':
      case 'ENOTDIR':
        throw new UserError(`${file}: no such file`, { cause: error });
      case 'EISDIR':
        throw new UserError(`${file}: a directory, not a scenario file`, { cause: error });
      case 'EACCES':
        throw new UserError(`${file}: may not be read`, { cause: error });
      default:
        throw error;
    }
  }
}

async function transform(file: string, source: string): Promise<string> {
  const sucrase = await import('sucrase');
  try {
    // Lines stay where they are, so that V8's line numbers are those of the file.
    return sucrase.transform(source, {
      transforms: /\.[cm]?js$/.test(file) ? ['imports'] : ['typescript', 'imports'],
      disableESTransforms: true,
    }).code;
  } catch (error) {
    // sucrase has no class for its errors; what it throws over a source is a syntax error with the place at its end.
    const [, message = messageOf(error), line] = /^(.*) \((\d+):\d+\)$/s.exec(messageOf(error)) ?? [];
    throw new UserError(`${at(file, line)}: syntax error: ${message.replace(/^Error transforming .*?: /, '')}`, {
      cause: error,
    });
  }
}

function evaluate(file: string, code: string): { readonly default?: unknown } {
  const exports: { default?: unknown } = {};
  let body: ReturnType<typeof compileFunction>;
  try {
    body = compileFunction(code, ['exports', 'require'], { filename: file });
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new UserError(`${at(file, lineIn(file, error))}: syntax error: ${error.message}`, { cause: error });
  }
  try {
    body(exports, requireVocabulary);
  } catch (error) {
    const said = error instanceof UserError ? error.message : `it throws while it loads: ${String(error)}`;
    throw new UserError(`${at(file, lineIn(file, error))}: ${said}`, { cause: error });
  }
  return exports;
}

function requireVocabulary(specifier: string): unknown {
  if (specifier !== 'unlatch' && !ownFile.test(specifier)) {
    throw new UserError(`a scenario imports only 'unlatch', not '${specifier}'`);
  }
  return strictVocabulary;
}

/** A word that does not exist is refused by name; a plain namespace would answer undefined, which fails later and obscurely. */
const strictVocabulary: unknown = new Proxy(
  { ...vocabulary, __esModule: true },
  {
    get: (words, word, receiver) => {
      if (word in words || typeof word === 'symbol') return Reflect.get(words, word, receiver);
      const [nearest] = Object.keys(vocabulary).sort((a, b) => leven(a, word) - leven(b, word));
      throw new UserError(`'unlatch' has no ${word}; did you mean ${nearest}?`);
    },
  },
);

/** The first line of the file that a stack names. */
function lineIn(file: string, error: unknown): string | undefined {
  if (!(error instanceof Error) || error.stack === undefined) return undefined;
  const start = error.stack.indexOf(`${file}:`);
  return start === -1 ? undefined : /^\d+/.exec(error.stack.slice(start + file.length + 1))?.[0];
}

function at(file: string, line: string | undefined): string {
  return line === undefined ? file : `${file}:${line}`;
}
