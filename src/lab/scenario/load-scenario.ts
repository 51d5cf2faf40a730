/**
 * Loads a user's scenario file. Node 20 does not strip types, so sucrase does; the file is then evaluated
 * with a `require` that provides only the lab's vocabulary. The bundle has no tsc, so scenario-schema.ts
 * checks the value against the same shape.
 */
import { readFile } from 'node:fs/promises';
import { compileFunction } from 'node:vm';
import leven from 'leven';
import { errnoOf, messageOf, UserError } from '../../errors.ts';
import * as vocabulary from '../vocabulary.ts';
import { renamedWords, withNewKeys } from './renamed-keys.ts';
import type { Scenario } from './scenario.ts';
import { scenarioFlaws } from './scenario-schema.ts';

/** The vocabulary's files as scenarios/ imports them: a copy of a scenario of this repository runs anywhere. */
const ownFile = /^\.{1,2}\/(?:.*\/)?lab\/(?:vocabulary|scenario(?:\/scenario)?|(?:check|fault)\/[a-z-]+)\.ts$/;

/**
 * @param file TypeScript or JavaScript with `export default defineScenario({ … })`.
 * @param tell receives a line for each renamed key and word.
 * @throws UserError with the file and, if known, the line: the file cannot be read, has a syntax error,
 * throws while loading, imports anything but 'unlatch', or exports no scenario.
 */
export async function loadScenario(file: string, tell: (line: string) => void): Promise<Scenario> {
  const renamedTo = (old: string, name: string) =>
    tell(`${file}: ${old} is now called ${name}; the old name works for one more release`);
  const exported = evaluate(file, await transform(file, await read(file)), strictVocabulary(renamedTo));
  if (!('default' in exported)) {
    throw new UserError(`${file}: no default export; write \`export default defineScenario({ … })\``);
  }
  const { scenario, renamed } = withNewKeys(exported.default);
  const flaws = scenarioFlaws(scenario);
  if (flaws.length > 0) throw new UserError(`${file}: ${flaws.join('; ')}`);
  for (const { path, name } of renamed) renamedTo(path, name);
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
        throw new UserError(`${file}: cannot be read (EACCES)`, { cause: error });
      default:
        throw error;
    }
  }
}

async function transform(file: string, source: string): Promise<string> {
  const sucrase = await import('sucrase');
  try {
    // sucrase keeps the lines, so V8's line numbers are those of the file.
    return sucrase.transform(source, {
      transforms: /\.[cm]?js$/.test(file) ? ['imports'] : ['typescript', 'imports'],
      disableESTransforms: true,
    }).code;
  } catch (error) {
    // sucrase has no error class; its message is a syntax error with the position at the end.
    const [, message = messageOf(error), line] = /^(.*) \((\d+):\d+\)$/s.exec(messageOf(error)) ?? [];
    throw new UserError(`${at(file, line)}: syntax error: ${message.replace(/^Error transforming .*?: /, '')}`, {
      cause: error,
    });
  }
}

function evaluate(file: string, code: string, words: unknown): { readonly default?: unknown } {
  const exports: { default?: unknown } = {};
  let body: ReturnType<typeof compileFunction>;
  try {
    body = compileFunction(code, ['exports', 'require'], { filename: file });
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new UserError(`${at(file, lineIn(file, error))}: syntax error: ${error.message}`, { cause: error });
  }
  try {
    body(exports, (specifier: string) => requireVocabulary(specifier, words));
  } catch (error) {
    const said = error instanceof UserError ? error.message : `it throws while loading: ${String(error)}`;
    throw new UserError(`${at(file, lineIn(file, error))}: ${said}`, { cause: error });
  }
  return exports;
}

function requireVocabulary(specifier: string, words: unknown): unknown {
  if (specifier !== 'unlatch' && !ownFile.test(specifier)) {
    throw new UserError(`a scenario imports only 'unlatch', not '${specifier}'`);
  }
  return words;
}

/** Refuses unknown words by name; a plain namespace would yield undefined, which fails later and obscurely. */
function strictVocabulary(renamedTo: (old: string, name: string) => void): unknown {
  const reported = new Set<string>();
  return new Proxy(
    { ...vocabulary, __esModule: true },
    {
      get: (words, word, receiver) => {
        if (word in words || typeof word === 'symbol') return Reflect.get(words, word, receiver);
        const name = Object.hasOwn(renamedWords, word) ? renamedWords[word] : undefined;
        if (name !== undefined) {
          if (!reported.has(word)) renamedTo(word, name);
          reported.add(word);
          return Reflect.get(words, name, receiver);
        }
        const [nearest] = Object.keys(vocabulary).sort((a, b) => leven(a, word) - leven(b, word));
        throw new UserError(`'unlatch' has no ${word}; did you mean ${nearest}?`);
      },
    },
  );
}

/** The first line of the file that a stack names. */
function lineIn(file: string, error: unknown): string | undefined {
  if (!(error instanceof Error) || error.stack === undefined) return undefined;
  const start = error.stack.indexOf(`${file}:`);
  return start === -1 ? undefined : /^\d+/.exec(error.stack.slice(start + file.length + 1))?.[0];
}

function at(file: string, line: string | undefined): string {
  return line === undefined ? file : `${file}:${line}`;
}
