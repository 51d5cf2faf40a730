import type { Rule } from '../finding.ts';

/** A settings file that breaks the rules of JSON or YAML: its reader ignores it, or a part of it, mostly without a word. */
export const malformedFile: Rule = ({ malformed }) =>
  malformed.map(({ place, why }) => {
    const isJson = /\.(?:json|code-workspace)$/.test(place.file) && !place.file.includes('.golangci');
    return {
      id: 'malformed-file',
      severity: 'error',
      place,
      summary: `this is no ${isJson ? 'JSON with comments' : 'YAML'}: ${why}`,
      evidence: [],
      remedy: isJson
        ? 'mend it here; until then VS Code goes by what stands before, and by guesses at the rest'
        : 'mend it here; until then the whole file is refused',
      source: isJson ? 'jsonc-parser, the parser of VS Code' : 'https://yaml.org/spec/1.2.2/',
    };
  });
