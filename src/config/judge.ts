import type { Facts } from './facts.ts';
import type { Finding, Rule } from './finding.ts';
import { orderOfPlaces } from './place.ts';
import { cacheInWorkspace } from './rule/cache-in-workspace.ts';
import { goFlag } from './rule/go-flag.ts';
import { goVersion } from './rule/go-version.ts';
import { goplsFlag } from './rule/gopls-flag.ts';
import { goplsGo } from './rule/gopls-go.ts';
import { goplsName } from './rule/gopls-name.ts';
import { goplsSetting } from './rule/gopls-setting.ts';
import { goplsVersion } from './rule/gopls-version.ts';
import { malformedFile } from './rule/malformed-file.ts';
import { missingTool } from './rule/missing-tool.ts';
import { modMode } from './rule/mod-mode.ts';
import { sharedSocket } from './rule/shared-socket.ts';
import { unreadableFile } from './rule/unreadable-file.ts';
import { versionNumber } from './rule/version-number.ts';

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
  cacheInWorkspace,
  sharedSocket,
  missingTool,
];

/** In the order of the files. */
export function judge(facts: Facts): readonly Finding[] {
  return rules.flatMap((rule) => rule(facts)).sort((a, b) => orderOfPlaces(a.place, b.place));
}
