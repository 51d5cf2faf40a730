import { groupBy } from '../group-by.ts';
import type { Facts } from './facts.ts';
import type { ConfigFinding, Rule } from './finding.ts';
import { orderOfPositions } from './position.ts';
import { cacheInWorkspace } from './rule/cache-in-workspace.ts';
import { goFlag } from './rule/go-flag.ts';
import { goVersion } from './rule/go-version.ts';
import { goplsFlag } from './rule/gopls-flag.ts';
import { goplsGo } from './rule/gopls-go.ts';
import { goplsName } from './rule/gopls-name.ts';
import { goplsSetting } from './rule/gopls-setting.ts';
import { goplsVersion } from './rule/gopls-version.ts';
import { malformedFile } from './rule/malformed-file.ts';
import { mcpRemote } from './rule/mcp-remote.ts';
import { missingTool } from './rule/missing-tool.ts';
import { modMode } from './rule/mod-mode.ts';
import { ownServer } from './rule/own-server.ts';
import { sharedSocket } from './rule/shared-socket.ts';
import { unreadableFile } from './rule/unreadable-file.ts';
import { versionNumber } from './rule/version-number.ts';
import { workMode } from './rule/work-mode.ts';

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
