import type { ToolPath } from '../../declarations.ts';
import type { ConfigFinding, Rule } from '../../finding.ts';

/** A setting that names a program or a GOROOT that is not on this machine. */
export const missingTool: Rule = ({ missingTools }) =>
  missingTools.map((tool) => (tool.setting === 'GOPACKAGESDRIVER' ? missingDriver(tool) : missingProgram(tool)));

function missingProgram({ place, setting, path }: ToolPath): ConfigFinding {
  return {
    id: 'missing-tool',
    severity: 'warning',
    place,
    summary: `${setting} names ${path}, which is not on this machine`,
    evidence: [],
    remedy: 'write an existing path, or remove it from these shared settings: such paths belong in user settings',
    source: 'golang/vscode-go, docs/settings.md; extension/src/utils/pathUtils.ts',
  };
}

function missingDriver({ place, path }: ToolPath): ConfigFinding {
  return {
    id: 'missing-tool',
    severity: 'error',
    place,
    summary: `GOPACKAGESDRIVER names ${path}, which is not on this machine: gopls runs it instead of go list, and loads nothing`,
    evidence: [],
    remedy: 'create that file, write an existing path, or set GOPACKAGESDRIVER=off, with which gopls runs go list',
    source: 'golang.org/x/tools/go/packages/external.go; scenario gopls-packages-driver',
  };
}
