/** What a path in a setting means: VS Code's variables, the shell's, those of GitHub's expressions. */
import { homedir } from 'node:os';
import { isAbsolute, join, normalize, relative, resolve, sep } from 'node:path';
import type { Env } from '../go/context.ts';
import type { Reader } from './declarations.ts';

/** How the workspace is called, by who reads it. */
const workspaceNames: Readonly<Record<Reader, RegExp | null>> = {
  vscode: /^\$\{(?:workspaceFolder|workspaceRoot)\}(?=$|[\\/])/,
  devcontainer: /^\$\{(?:containerWorkspaceFolder|localWorkspaceFolder)\}(?=$|[\\/])/,
  workflow: /^\$\{\{\s*github\.workspace\s*\}\}(?=$|[\\/])/,
  shell: /^(?:\$\{?(?:GITHUB_WORKSPACE|PWD)\}?|\$\{\{\s*github\.workspace\s*\}\})(?=$|[\\/])/,
  nobody: null,
};

/**
 * Where in the workspace a path lies, with slashes: ".cache/go"; null when it lies outside, or cannot be told.
 * @param folder the workspace, absolute.
 */
export function insideWorkspace(path: string, folder: string, reader: Reader): string | null {
  const named = workspaceNames[reader]?.exec(path)?.[0];
  const own = named === undefined ? path : join(folder, path.slice(named.length));
  if (!isAbsolute(own)) return null;
  const inside = relative(folder, normalize(own));
  return inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside) ? null : inside.split(sep).join('/');
}

/** Whether go will get a path that is not absolute: ".cache", or a "~" or a "${…}" that nobody replaces. */
export function isRelative(path: string, reader: Reader): boolean {
  if (path === '' || isAbsolute(path) || /^[A-Za-z]:[\\/]/.test(path)) return false;
  if (reader === 'nobody') return true;
  // What a variable comes to is not known here; a shell may replace a "~" too, and the extension does.
  if (path.includes('$')) return false;
  return !path.startsWith('~') || reader === 'devcontainer' || reader === 'workflow';
}

/** The path that vscode-go takes for a tool (extension/src/utils/pathUtils.ts, util.ts); null where it has variables that are not known here. */
export function toolPath(path: string, folder: string, env: Env): string | null {
  const known = path
    .replace(/^~(?=$|[\\/])/, env['HOME'] ?? homedir())
    .replace(/\$\{(?:workspaceFolder|workspaceRoot)\}/g, () => folder)
    .replace(/\$\{env:([^}]+)\}/g, (_, name: string) => env[name] ?? '');
  return known.includes('${') ? null : isAbsolute(known) ? resolve(known) : known;
}
