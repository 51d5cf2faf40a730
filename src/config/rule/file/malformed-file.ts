import type { Rule } from '../../finding.ts';

/** A settings file with a syntax error: its reader silently ignores it, or a part of it. */
export const malformedFile: Rule = ({ malformed }) =>
  malformed.map(({ place, why }) => {
    const { name, source, meanwhile } = formatOf(place.file);
    return {
      id: 'malformed-file',
      severity: 'error',
      place,
      summary: `invalid ${name}: ${why}`,
      evidence: [],
      remedy: `fix it here; until then ${meanwhile}`,
      source,
    };
  });

function formatOf(file: string) {
  const whole = 'its reader rejects the whole file';
  if (file.endsWith('.toml')) return { name: 'TOML', source: 'https://toml.io/en/v1.0.0', meanwhile: whole };
  if (!/\.(?:json|code-workspace)$/.test(file) || file.includes('.golangci')) {
    return { name: 'YAML', source: 'https://yaml.org/spec/1.2.2/', meanwhile: whole };
  }
  const meanwhile = 'VS Code uses what comes before, and guesses the rest';
  return {
    name: 'JSON with comments',
    source: 'jsonc-parser, the parser of VS Code',
    meanwhile: /^\.vscode\/|\.code-workspace$|devcontainer/.test(file)
      ? meanwhile
      : 'its reader may reject the whole file',
  };
}
