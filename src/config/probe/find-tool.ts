/** Finds the gopls and the go that an editor would start here. */
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
  /** Why the named program is not run: it comes with the workspace, or has another name. */
  readonly refused: string | null;
}

/**
 * go.alternateTools.gopls, else GOBIN, GOPATH/bin, PATH, in the order of vscode-go
 * (extension/src/utils/pathUtils.ts, getBinPathWithPreferredGopathGorootWithExplanation). Never a
 * program from the workspace: checking a checkout is no permission to run its programs.
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
        refused: `${setting} names ${named}, which comes with the workspace, so it is not run`,
      };
    }
    if (!basename(named).startsWith(name)) {
      return {
        path: null,
        refused: `${setting} names ${named}, which is not called ${name}, so it is not run`,
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
 * The settings whose path does not exist. Skips paths with unknown variables, and bare names. A
 * relative path of a packages driver is relative to the workspace; other relative paths are
 * skipped.
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
    // A path that we may not access exists.
    return code !== 'ENOENT' && code !== 'ENOTDIR';
  }
}
