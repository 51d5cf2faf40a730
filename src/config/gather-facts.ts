/** Reads the settings of a workspace, and asks the real gopls and go about them. */

import { EnvironmentError } from '../errors.ts';
import type { Env } from '../go/context.ts';
import { isGoVersion } from '../go/versions.ts';
import { type CommandContext, type CommandLimits, runCommand } from '../process/run-command.ts';
import type { Declarations, Flag } from './declarations.ts';
import type { Facts, GoProbes, GoplsFacts } from './facts.ts';
import { missingAmong } from './probe/find-tool.ts';
import { goSupport } from './probe/go-support.ts';
import { readGoplsApi } from './probe/gopls-api.ts';
import { isolated } from './probe/isolated.ts';
import { judgeBuildFlags, judgeGoflags, judgeGoplsFlags } from './probe/judge-flags.ts';
import { judgeSettings } from './probe/judge-settings.ts';
import { withOwnGoplsCache } from './probe/run-gopls.ts';
import { readWorkspace, type Workspace } from './read/read-workspace.ts';

/** How to find the binaries, if there is something to ask them. null: not found. */
export interface Binaries {
  readonly gopls: (declarations: Declarations) => Promise<string | null>;
  readonly go: (declarations: Declarations) => Promise<string | null>;
}

/**
 * @param folder absolute; it exists.
 * @throws EnvironmentError when an existing binary does not answer.
 * @throws the reason of the signal.
 */
export async function gatherFacts(folder: string, binaries: Binaries, env: Env, limits: CommandLimits): Promise<Facts> {
  const workspace = await readWorkspace(folder);
  const { declarations } = workspace;
  const asksGopls = declarations.goplsSettings.length + declarations.goplsFlags.length > 0;
  const goflags = declarations.variables.filter(({ name, value }) => name === 'GOFLAGS' && isPlain(value));
  const asksGo = asksGopls || declarations.goFlags.length + goflags.length > 0;
  const go = asksGo ? await binaries.go(declarations) : null;
  const gopls = asksGopls ? await binaries.gopls(declarations) : null;
  return {
    ...workspace,
    folder,
    go: go === null ? null : await factsOfGo(go, workspace, limits),
    gopls: gopls === null ? null : await factsOfGopls(gopls, go, workspace, limits),
    missingTools: await missingAmong(declarations.tools, folder, env),
  };
}

/** Whether it has no expression or variable, whose value is unknown here. */
function isPlain(value: string): boolean {
  return value !== '' && !value.includes('$');
}

async function factsOfGo(go: string, { declarations }: Workspace, limits: CommandLimits): Promise<GoProbes> {
  await using where = await isolated(go, limits);
  const { code, stdout, stderr } = await runCommand(go, ['version'], where);
  const version = /^go version go(\S+)/.exec(stdout)?.[1] ?? null;
  if (code !== 0) throw new EnvironmentError(`${go} version failed (exit ${code}) ${stderr.trim().slice(0, 200)}`);
  const refusedFlags = [];
  for (const list of declarations.goFlags) {
    for (const refused of await judgeBuildFlags(go, list.flags, where)) refusedFlags.push({ ...refused, list });
  }
  const refusedGoflags = [];
  for (const variable of declarations.variables) {
    if (variable.name !== 'GOFLAGS' || !isPlain(variable.value)) continue;
    const message = await judgeGoflags(go, variable.value, where);
    if (message !== null) refusedGoflags.push({ variable, message });
  }
  return { path: go, version, refusedFlags, refusedGoflags };
}

async function factsOfGopls(
  gopls: string,
  go: string | null,
  { declarations }: Workspace,
  limits: CommandLimits,
): Promise<GoplsFacts> {
  const module = declarations.versions.find(({ side, version }) => side === 'module' && isGoVersion(version));
  await using where = await isolated(go, limits);
  const api = await readGoplsApi(gopls, where);
  const refusedSettings = [];
  if (declarations.goplsSettings.length > 0) {
    const { openSettingsSession } = await import('../lsp/settings-session.ts');
    await using session = await openSettingsSession({ command: gopls, ...withOwnGoplsCache(where) });
    for (const file of declarations.goplsSettings) refusedSettings.push(...(await judgeSettings(file, session)));
  }
  const refusedFlags = [];
  for (const list of declarations.goplsFlags) {
    for (const refused of await judgeGoplsFlags(gopls, list.flags, where)) {
      const isOfGo = go !== null && (await isFlagOfGo(go, refused.flag, where));
      refusedFlags.push({ ...refused, list, isOfGo });
    }
  }
  // Without a module it need not support any particular Go.
  const support = go === null || module === undefined ? null : await goSupport(gopls, where);
  return { path: gopls, ...api, refusedSettings, refusedFlags, goSupport: support };
}

async function isFlagOfGo(go: string, flag: Flag, where: CommandContext): Promise<boolean> {
  return flag.text.startsWith('-') && (await judgeBuildFlags(go, [flag], where)).length === 0;
}
