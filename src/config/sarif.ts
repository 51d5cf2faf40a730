/**
 * The findings as SARIF 2.1.0, which code scanning takes.
 * https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
import type { ConfigFinding } from './finding.ts';

/** A one-sentence description of each rule. */
const rules: Readonly<Record<string, string>> = {
  'unreadable-file': 'A settings file cannot be read.',
  'malformed-file': 'A settings file has a syntax error.',
  'gopls-setting': 'gopls rejects a setting.',
  'gopls-name': 'gopls silently ignores an unknown name in a setting.',
  'gopls-flag': 'gopls rejects or ignores a flag.',
  'go-flag': 'go rejects a build flag.',
  'gopls-go': 'gopls does not support this Go.',
  'go-version': 'Different Go versions are used for one module.',
  'gopls-version': 'The editor and CI use different versions of gopls.',
  'version-number': 'An unquoted version is read as a number.',
  'mod-mode': 'The editor and CI take modules from different places.',
  'cache-in-workspace': 'A cache of Go is in the workspace, or its path is not absolute.',
  'mcp-remote': 'gopls mcp is started as the client of a daemon, which it cannot be.',
  'own-server': 'Several agents each start a gopls of their own.',
  'shared-socket': 'gopls is a client of a daemon, or a daemon itself.',
  'missing-tool': 'A setting names a tool that does not exist.',
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
