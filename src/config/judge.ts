import { groupBy } from '../group-by.ts';
import type { Facts } from './facts.ts';
import type { ConfigFinding, Rule } from './finding.ts';
import { orderOfPositions } from './position.ts';
import { malformedFile } from './rule/file/malformed-file.ts';
import { unreadableFile } from './rule/file/unreadable-file.ts';
import { cacheInWorkspace } from './rule/go/cache-in-workspace.ts';
import { goFlag } from './rule/go/go-flag.ts';
import { goVersion } from './rule/go/go-version.ts';
import { missingTool } from './rule/go/missing-tool.ts';
import { modMode } from './rule/go/mod-mode.ts';
import { versionNumber } from './rule/go/version-number.ts';
import { workMode } from './rule/go/work-mode.ts';
import { goplsFlag } from './rule/gopls/gopls-flag.ts';
import { goplsGo } from './rule/gopls/gopls-go.ts';
import { goplsName } from './rule/gopls/gopls-name.ts';
import { goplsSetting } from './rule/gopls/gopls-setting.ts';
import { goplsVersion } from './rule/gopls/gopls-version.ts';
import { mcpRemote } from './rule/gopls/mcp-remote.ts';
import { ownServer } from './rule/gopls/own-server.ts';
import { sharedSocket } from './rule/gopls/shared-socket.ts';

const rules: readonly Rule[] = [
  unreadableFile,
  malformedFile,
  goplsSetting,
  goplsName,
  goplsFlag,
  goFlag,
  goplsGo,
  goVersion,
  goplsVersion,
  versionNumber,
  modMode,
  workMode,
  cacheInWorkspace,
  sharedSocket,
  mcpRemote,
  ownServer,
  missingTool,
];

/**
 * Applies all rules. Sorts findings by position, and merges those that a rule reports twice at one
 * position.
 */
export function judgeConfig(facts: Facts): readonly ConfigFinding[] {
  const found = rules.flatMap((rule) => rule(facts)).sort((a, b) => orderOfPositions(a.place, b.place));
  const same = ({ id, place, summary }: ConfigFinding) => JSON.stringify([id, place, summary]);
  return [...groupBy(found, same).values()].flatMap(([first, ...others]) =>
    first === undefined
      ? []
      : [{ ...first, evidence: [...new Set([first, ...others].flatMap(({ evidence }) => evidence))] }],
  );
}
