/** Reads the settings of a workspace, and asks the real gopls and go about them. */

import { HarnessError } from '../errors.ts';
import type { Env } from '../go/context.ts';
import { isGoVersion } from '../go/versions.ts';
import { type Patience, runBriefly, type Surroundings } from '../process/run-command.ts';
import type { Flag, Stated } from './declarations.ts';
import type { Facts, GoFacts, GoplsFacts } from './facts.ts';
import { missingAmong } from './probe/find-tool.ts';
import { goSupport } from './probe/go-support.ts';
import { readGoplsApi } from './probe/gopls-api.ts';
import { isolated } from './probe/isolated.ts';
import { judgeBuildFlags, judgeGoflags, judgeGoplsFlags } from './probe/judge-flags.ts';
import { judgeSettings } from './probe/judge-settings.ts';
import { readWorkspace, type Workspace } from './read/read-workspace.ts';

/** How the binaries are found, once it is known that there is something to ask them. null: there is none. */
export interface Binaries {
  readonly gopls: (stated: Stated) => Promise<string | null>;
  readonly go: (stated: Stated) => Promise<string | null>;
}

/**
 * @param folder absolute; it exists.
 * @throws HarnessError when a binary that is there does not answer.
 * @throws the reason of the signal.
 */
export async function gatherFacts(folder: string, binaries: Binaries, env: Env, patience: Patience): Promise<Facts> {
  const workspace = await readWorkspace(folder);
  const { stated } = workspace;
  const asksGopls = stated.goplsSettings.length + stated.goplsFlags.length > 0;
  const goflags = stated.variables.filter(({ name, value }) => name === 'GOFLAGS' && isPlain(value));
  const asksGo = asksGopls || stated.goFlags.length + goflags.length > 0;
  const go = asksGo ? await binaries.go(stated) : null;
  const gopls = asksGopls ? await binaries.gopls(stated) : null;
  return {
    ...workspace,
    folder,
    go: go === null ? null : await factsOfGo(go, workspace, patience),
    gopls: gopls === null ? null : await factsOfGopls(gopls, go, workspace, patience),
    missingTools: await missingAmong(stated.tools, folder, env),
  };
}

/** What an expression comes to is not known here. */
function isPlain(value: string): boolean {
  return value !== '' && !value.includes('$');
}

async function factsOfGo(go: string, { stated }: Workspace, patience: Patience): Promise<GoFacts> {
  await using where = await isolated(go, patience);
  const { code, stdout, stderr } = await runBriefly(go, ['version'], where);
  const version = /^go version go(\S+)/.exec(stdout)?.[1] ?? null;
  if (code !== 0) throw new HarnessError(`${go} version failed (exit ${code}) ${stderr.trim().slice(0, 200)}`);
  const refusedFlags = [];
  for (const list of stated.goFlags) {
    for (const refused of await judgeBuildFlags(go, list.flags, where)) refusedFlags.push({ ...refused, list });
  }
  const refusedGoflags = [];
  for (const variable of stated.variables) {
    if (variable.name !== 'GOFLAGS' || !isPlain(variable.value)) continue;
    const message = await judgeGoflags(go, variable.value, where);
    if (message !== null) refusedGoflags.push({ variable, message });
  }
  return { path: go, version, refusedFlags, refusedGoflags };
}

async function factsOfGopls(
  gopls: string,
  go: string | null,
  { stated }: Workspace,
  patience: Patience,
): Promise<GoplsFacts> {
  const module = stated.versions.find(({ side, version }) => side === 'module' && isGoVersion(version));
  await using where = await isolated(go, patience);
  const api = await readGoplsApi(gopls, where);
  const refusedSettings = [];
  if (stated.goplsSettings.length > 0) {
    const { openSettingsSession } = await import('../lsp/settings-session.ts');
    await using session = await openSettingsSession({ command: gopls, ...where });
    for (const file of stated.goplsSettings) refusedSettings.push(...(await judgeSettings(file, session)));
  }
  const refusedFlags = [];
  for (const list of stated.goplsFlags) {
    for (const refused of await judgeGoplsFlags(gopls, list.flags, where)) {
      const isOfGo = go !== null && (await isFlagOfGo(go, refused.flag, where));
      refusedFlags.push({ ...refused, list, isOfGo });
    }
  }
  // Without a module there is no Go that it would have to fit.
  const support = go === null || module === undefined ? null : await goSupport(gopls, where);
  return { path: gopls, ...api, refusedSettings, refusedFlags, goSupport: support };
}

async function isFlagOfGo(go: string, flag: Flag, where: Surroundings): Promise<boolean> {
  return flag.text.startsWith('-') && (await judgeBuildFlags(go, [flag], where)).length === 0;
}
