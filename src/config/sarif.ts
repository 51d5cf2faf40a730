/**
 * The findings as SARIF 2.1.0, which code scanning takes.
 * https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
import type { ConfigFinding } from './finding.ts';

/** What each rule is about, in a sentence. */
const rules: Readonly<Record<string, string>> = {
  'unreadable-file': 'A settings file cannot be read.',
  'malformed-file': 'A settings file breaks the rules of its format.',
  'gopls-setting': 'gopls refuses a setting.',
  'gopls-name': 'gopls does not have what a setting switches, and ignores it.',
  'gopls-flag': 'gopls does not start with a flag, or does nothing about it.',
  'go-flag': 'go refuses a build flag.',
  'gopls-go': 'gopls and Go do not fit each other.',
  'go-version': 'Different Go versions are used for one module.',
  'gopls-version': 'The editor and CI use different versions of gopls.',
  'version-number': 'A version without quotes is read as a number.',
  'mod-mode': 'The editor and CI take modules from different places.',
  'cache-in-workspace': 'A cache of Go lies in the workspace, or has no absolute path.',
  'shared-socket': 'gopls is the client of a daemon, or is one.',
  'missing-tool': 'A tool that a setting names is not there.',
};

/** @param version of unlatch. */
export function sarif(findings: readonly ConfigFinding[], version: string): object {
  const ids = Object.keys(rules);
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'unlatch config',
            semanticVersion: version,
            rules: ids.map((id) => ({ id, shortDescription: { text: rules[id] } })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: findings.map(({ id, severity, place, summary, evidence, remedy, source }) => ({
          ruleId: id,
          ruleIndex: ids.indexOf(id),
          level: severity,
          message: { text: [`${summary}.`, ...evidence, `Instead: ${remedy}.`, `Source: ${source}`].join('\n') },
          locations: [
            {
              physicalLocation: {
                artifactLocation: {
                  uri: place.file.split('/').map(encodeURIComponent).join('/'),
                  uriBaseId: '%SRCROOT%',
                },
                region: { startLine: place.line, startColumn: place.column },
              },
            },
          ],
        })),
      },
    ],
  };
}
