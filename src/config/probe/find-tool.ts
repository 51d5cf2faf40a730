/** The gopls and the go that an editor would start here. */
import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, delimiter, isAbsolute, join, resolve } from 'node:path';
import { errnoOf } from '../../errors.ts';
import type { Env } from '../../go/context.ts';
import { exeName, hostPlatform } from '../../go/platform.ts';
import type { ToolPath } from '../declarations.ts';
import { insideWorkspace, toolPath } from '../resolve-path.ts';

export interface FoundTool {
  readonly path: string | null;
  /** Why none is run though one is named: it comes with the workspace, or is no gopls by its name. */
  readonly refused: string | null;
}

/**
 * go.alternateTools.gopls, else GOBIN, GOPATH/bin, PATH, in the order of vscode-go (extension/src/utils/pathUtils.ts,
 * getBinPathWithPreferredGopathGorootWithExplanation). A program that comes with the workspace is not run: whoever judges a checkout has
 * not said that it may run what is in it.
 */
export async function findGopls(tools: readonly ToolPath[], folder: string, env: Env): Promise<FoundTool> {
  const home = env['HOME'] || homedir();
  const gopaths = (env['GOPATH'] || join(home, 'go')).split(delimiter);
  const folders = [env['GOBIN'] ?? '', ...gopaths.map((path) => join(path, 'bin')), ...pathOf(env)];
  return await find('gopls', tools, 'go.alternateTools.gopls', folders, folder, env);
}

/** go.alternateTools.go, else go.goroot, PATH. */
export async function findGo(tools: readonly ToolPath[], folder: string, env: Env): Promise<FoundTool> {
  const goroot = tools.find(({ setting }) => setting === 'go.goroot');
  const named = goroot === undefined ? null : toolPath(goroot.path, folder, env);
  const own = named === null || insideWorkspace(named, folder, 'nobody') !== null ? [] : [join(named, 'bin')];
  return await find('go', tools, 'go.alternateTools.go', [...own, ...pathOf(env)], folder, env);
}

async function find(
  name: string,
  tools: readonly ToolPath[],
  setting: string,
  folders: readonly string[],
  folder: string,
  env: Env,
): Promise<FoundTool> {
  const exe = exeName(name, hostPlatform());
  const tool = tools.find((own) => own.setting === setting);
  const named = tool === undefined ? null : toolPath(tool.path, folder, env);
  if (named !== null && isAbsolute(named) && (await isExecutable(named))) {
    if (insideWorkspace(named, folder, 'nobody') !== null) {
      return {
        path: null,
        refused: `${setting} names ${named}, which comes with the workspace and is not run unasked`,
      };
    }
    if (!basename(named).startsWith(name)) {
      return {
        path: null,
        refused: `${setting} names ${named}, which is no ${name} by its name and is not run unasked`,
      };
    }
    return { path: named, refused: null };
  }
  for (const place of folders) {
    const path = join(place, exe);
    if (isAbsolute(place) && insideWorkspace(path, folder, 'nobody') === null && (await isExecutable(path)))
      return { path, refused: null };
  }
  return { path: null, refused: null };
}

/**
 * Those paths of settings that are not there; of paths with unknown variables, and of bare names, nothing is said. A relative path of a
 * packages driver is one from the workspace; how another is meant is not known here.
 */
export async function missingAmong(tools: readonly ToolPath[], folder: string, env: Env): Promise<readonly ToolPath[]> {
  const missing: ToolPath[] = [];
  for (const tool of tools) {
    const path = toolPath(tool.path, folder, env);
    if (path === null || !(isAbsolute(path) || tool.setting === 'GOPACKAGESDRIVER')) continue;
    if (!(await exists(resolve(folder, path)))) missing.push(tool);
  }
  return missing;
}

function pathOf(env: Env): readonly string[] {
  return (env['PATH'] ?? '').split(delimiter);
}

async function isExecutable(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return (await stat(path)).isFile();
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return false;
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    const code = errnoOf(error);
    if (code === undefined) throw error;
    // What may not be looked at is there.
    return code !== 'ENOENT' && code !== 'ENOTDIR';
  }
}
