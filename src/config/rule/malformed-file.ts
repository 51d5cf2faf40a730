import type { Rule } from '../finding.ts';

/** A settings file that breaks the rules of JSON or YAML: its reader ignores it, or a part of it, mostly without a word. */
export const malformedFile: Rule = ({ malformed }) =>
  malformed.map(({ place, why }) => {
    const { name, source, meanwhile } = formatOf(place.file);
    return {
      id: 'malformed-file',
      severity: 'error',
      place,
      summary: `this is no ${name}: ${why}`,
      evidence: [],
      remedy: `mend it here; until then ${meanwhile}`,
      source,
    };
  });

function formatOf(file: string) {
  const whole = 'the whole file is refused';
  if (file.endsWith('.toml')) return { name: 'TOML', source: 'https://toml.io/en/v1.0.0', meanwhile: whole };
  if (!/\.(?:json|code-workspace)$/.test(file) || file.includes('.golangci')) {
    return { name: 'YAML', source: 'https://yaml.org/spec/1.2.2/', meanwhile: whole };
  }
  const meanwhile = 'VS Code goes by what stands before, and by guesses at the rest';
  return {
    name: 'JSON with comments',
    source: 'jsonc-parser, the parser of VS Code',
    meanwhile: /^\.vscode\/|\.code-workspace$|devcontainer/.test(file)
      ? meanwhile
      : 'its reader may refuse the whole file',
  };
}
