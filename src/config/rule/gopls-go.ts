import { compareGo, isGoVersion, lineOf } from '../../go/versions.ts';
import type { ConfigFinding, Rule } from '../finding.ts';

/** A gopls and a Go, or a gopls and a module, that do not fit each other. */
export const goplsGo: Rule = ({ gopls, go, declarations }) => {
  if (gopls === null) return [];
  const findings: ConfigFinding[] = [];
  const [module] = declarations.versions.filter(({ side, version }) => side === 'module' && isGoVersion(version));
  const { builtWith, version, goSupport } = gopls;
  if (module !== undefined && builtWith !== null && isGoVersion(builtWith)) {
    const line = lineOf(module.version);
    if (compareGo(lineOf(builtWith), line) < 0) {
      findings.push({
        id: 'gopls-go',
        severity: 'warning',
        place: module.place,
        summary: `gopls ${version} was built with Go ${builtWith}, and this module is written in Go ${line}: gopls does not understand it`,
        evidence: [
          'its type checker is that of the Go it was built with: errors in such a module are not shown, or are shown where there are none',
        ],
        remedy: `build gopls anew with Go ${line} or later: go install golang.org/x/tools/gopls@latest`,
        source: 'gopls version -json; test/integration/config/rule.test.ts runs such a pair',
      });
    }
  }
  if (goSupport !== null) {
    findings.push({
      id: 'gopls-go',
      severity: goSupport.includes('will be') ? 'warning' : 'error',
      place: module?.place ?? { file: 'go.mod', line: 1, column: 1 },
      summary: `gopls ${version} does not support the Go that it is used with${go?.version ? `, ${go.version}` : ''}`,
      evidence: [`gopls: ${goSupport}`],
      remedy: 'take a newer Go, or the gopls that this message names',
      source: 'gopls itself, with this Go on its PATH; gopls/internal/goversion',
    });
  }
  return findings;
};
