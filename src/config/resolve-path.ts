/** Resolves paths in settings, with variables of VS Code, the shell and GitHub expressions. */
import { homedir } from 'node:os';
import { isAbsolute, join, normalize, relative, resolve, sep } from 'node:path';
import type { Env } from '../go/context.ts';
import type { Reader } from './declarations.ts';

/** The names of the workspace, by reader. */
const workspaceNames: Readonly<Record<Reader, RegExp | null>> = {
  vscode: /^\$\{(?:workspaceFolder|workspaceRoot)\}(?=$|[\\/])/,
  devcontainer: /^\$\{(?:containerWorkspaceFolder|localWorkspaceFolder)\}(?=$|[\\/])/,
  workflow: /^\$\{\{\s*github\.workspace\s*\}\}(?=$|[\\/])/,
  shell: /^(?:\$\{?(?:GITHUB_WORKSPACE|PWD)\}?|\$\{\{\s*github\.workspace\s*\}\})(?=$|[\\/])/,
  nobody: null,
};

/**
 * A path relative to the workspace, with slashes: ".cache/go"; null: it is outside, or unknown.
 * @param folder the workspace, absolute.
 */
export function insideWorkspace(path: string, folder: string, reader: Reader): string | null {
  const named = workspaceNames[reader]?.exec(path)?.[0];
  const own = named === undefined ? path : join(folder, path.slice(named.length));
  if (!isAbsolute(own)) return null;
  const inside = relative(folder, normalize(own));
  return inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside) ? null : inside.split(sep).join('/');
}

/**
 * Whether go will get a path that is not absolute: ".cache", or a "~" or "${…}" that nobody
 * expands.
 */
export function isRelative(path: string, reader: Reader): boolean {
  if (path === '' || isAbsolute(path) || /^[A-Za-z]:[\\/]/.test(path)) return false;
  if (reader === 'nobody') return true;
  // Values of variables are unknown here. A shell may expand "~" too, and the extension does.
  if (path.includes('$')) return false;
  return !path.startsWith('~') || reader === 'devcontainer' || reader === 'workflow';
}

/**
 * The path that vscode-go uses for a tool (extension/src/utils/pathUtils.ts, util.ts); null: it has
 * unknown variables.
 */
export function toolPath(path: string, folder: string, env: Env): string | null {
  const known = path
    .replace(/^~(?=$|[\\/])/, env['HOME'] ?? homedir())
    .replace(/\$\{(?:workspaceFolder|workspaceRoot)\}/g, () => folder)
    .replace(/\$\{env:([^}]+)\}/g, (_, name: string) => env[name] ?? '');
  return known.includes('${') ? null : isAbsolute(known) ? resolve(known) : known;
}
