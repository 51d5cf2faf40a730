import type { ToolPath } from '../declarations.ts';
import type { ConfigFinding, Rule } from '../finding.ts';

/** A program or a GOROOT that a setting names, and that is not on this machine. */
export const missingTool: Rule = ({ missingTools }) =>
  missingTools.map((tool) => (tool.setting === 'GOPACKAGESDRIVER' ? missingDriver(tool) : missingProgram(tool)));

function missingProgram({ place, setting, path }: ToolPath): ConfigFinding {
  return {
    id: 'missing-tool',
    severity: 'warning',
    place,
    summary: `${setting} names ${path}, which is not on this machine`,
    evidence: [],
    remedy:
      'write the path of one that is here, or remove it from what others share: such paths belong in the settings of a user',
    source: 'golang/vscode-go, docs/settings.md; extension/src/utils/pathUtils.ts',
  };
}

function missingDriver({ place, path }: ToolPath): ConfigFinding {
  return {
    id: 'missing-tool',
    severity: 'error',
    place,
    summary: `GOPACKAGESDRIVER names ${path}, which is not on this machine: gopls starts it in place of go list, and loads nothing`,
    evidence: [],
    remedy:
      'make that file, write the path of one that is here, or write GOPACKAGESDRIVER=off, with which gopls asks go list',
    source: 'golang.org/x/tools/go/packages/external.go; scenario gopls-packages-driver',
  };
}
