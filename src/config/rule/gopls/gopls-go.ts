import { compareGo, isGoVersion, lineOf } from '../../../go/versions.ts';
import type { ConfigFinding, Rule } from '../../finding.ts';

/** A gopls that does not support the Go it is used with, or is too old for the module. */
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
        summary: `gopls ${version} was built with Go ${builtWith}, which is too old for this module's Go ${line}`,
        evidence: [
          'gopls has the type checker of the Go it was built with: it misses errors in such a module, or shows false ones',
        ],
        remedy: `rebuild gopls with Go ${line} or later: go install golang.org/x/tools/gopls@latest`,
        source: 'gopls version -json; test/integration/config/rule.test.ts runs such a pair',
      });
    }
  }
  if (goSupport !== null) {
    findings.push({
      id: 'gopls-go',
      severity: goSupport.includes('will be') ? 'warning' : 'error',
      place: module?.place ?? { file: 'go.mod', line: 1, column: 1 },
      summary: `gopls ${version} does not support the Go it is used with${go?.version ? `, ${go.version}` : ''}`,
      evidence: [`gopls: ${goSupport}`],
      remedy: 'use a newer Go, or the gopls version that this message names',
      source: 'gopls itself, with this Go on its PATH; gopls/internal/goversion',
    });
  }
  return findings;
};
