import type { Rule } from '../finding.ts';

/** A program or a GOROOT that a setting names, and that is not on this machine. */
export const missingTool: Rule = ({ missingTools }) =>
  missingTools.map(({ place, setting, path }) => ({
    id: 'missing-tool',
    severity: 'warning',
    place,
    summary: `${setting} names ${path}, which is not on this machine`,
    evidence: [],
    remedy:
      'write the path of one that is here, or remove it from what others share: such paths belong in the settings of a user',
    source: 'golang/vscode-go, docs/settings.md; extension/src/utils/pathUtils.ts',
  }));
