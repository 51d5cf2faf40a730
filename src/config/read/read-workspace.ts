/**
 * Finds and reads the settings files of a workspace. Reports unreadable and malformed files, and
 * reads the others anyway.
 */
import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { errnoOf } from '../../errors.ts';
import { goVersionIn } from '../../go/version-file.ts';
import { type Declarations, joined } from '../declarations.ts';
import { type Positioned, under } from '../position.ts';
import { devcontainer } from '../source/devcontainer.ts';
import { editorSettings } from '../source/editor-settings.ts';
import { golangci } from '../source/golangci.ts';
import { helix } from '../source/helix.ts';
import { mcpServers } from '../source/mcp-servers.ts';
import { moduleFile } from '../source/module-file.ts';
import { neovim } from '../source/neovim.ts';
import { workflow } from '../source/workflow.ts';
import { zed } from '../source/zed.ts';
import { luaTables } from './lua-tables.ts';
import type { Malformed } from './malformed.ts';
import type { ParsedFile } from './parse-json.ts';
import { readSmallFile } from './read-small-file.ts';

export interface Workspace {
  /** The files that were read, relative, in order. */
  readonly files: readonly string[];
  readonly malformed: readonly Malformed[];
  readonly unreadable: readonly Malformed[];
  readonly declarations: Declarations;
  /** Whether there is a vendor/modules.txt, so that go uses vendor/ by default. */
  readonly vendored: boolean;
  /** Whether go.mod requires any module. */
  readonly requires: boolean;
}

/** @param folder absolute; it exists. */
export async function readWorkspace(folder: string): Promise<Workspace> {
  // Loaded on demand, since the parsers are large.
  const [{ parseJson }, { parseYaml }] = await Promise.all([import('./parse-json.ts'), import('./parse-yaml.ts')]);
  const files: string[] = [];
  const malformed: Malformed[] = [];
  const unreadable: Malformed[] = [];
  const parts: Declarations[] = [];
  const refuse = (file: string, why: string) => unreadable.push({ place: { file, line: 1, column: 1 }, why });

  const read = async (file: string): Promise<string | null> => {
    const found = await readSmallFile(join(folder, file));
    if (found === null) return null;
    if ('refused' in found) {
      refuse(file, found.refused);
      return null;
    }
    files.push(file);
    return found.text;
  };
  const readParsed = async (
    file: string,
    parse: (file: string, text: string) => ParsedFile | Promise<ParsedFile>,
    understand: (root: Positioned) => Declarations,
  ) => {
    const text = await read(file);
    if (text === null) return;
    const parsed = await parse(file, text);
    malformed.push(...parsed.malformed);
    if (parsed.root !== null) parts.push(understand(parsed.root));
  };
  const names = async (inside: string, pattern: RegExp): Promise<readonly string[]> => {
    try {
      const all = await readdir(join(folder, inside));
      return all
        .filter((name) => pattern.test(name))
        .sort()
        .map((name) => (inside === '' ? name : `${inside}/${name}`));
    } catch (error) {
      const code = errnoOf(error);
      if (code === undefined) throw error;
      if (code !== 'ENOENT' && code !== 'ENOTDIR') refuse(inside, `cannot be read (${code})`);
      return [];
    }
  };

  const versionFiles = new Map<string, string>();
  for (const file of ['go.mod', 'go.work', '.go-version', '.tool-versions']) {
    const text = await read(file);
    if (text === null) continue;
    versionFiles.set(file, text);
    if (file === 'go.mod' || file === 'go.work') parts.push(moduleFile(file, text));
  }
  await readParsed('.vscode/settings.json', parseJson, (root) => editorSettings(root, true));
  for (const file of await names('', /\.code-workspace$/)) {
    await readParsed(file, parseJson, (root) => editorSettings(under(root, 'settings'), true));
  }
  const containers = [
    '.devcontainer.json',
    '.devcontainer/devcontainer.json',
    ...(await names('.devcontainer', /^[^.]+$/)).map((inside) => `${inside}/devcontainer.json`),
  ];
  for (const file of containers) await readParsed(file, parseJson, devcontainer);
  await readParsed('.zed/settings.json', parseJson, zed);
  const parseToml = async (file: string, text: string) => (await import('./parse-toml.ts')).parseToml(file, text);
  await readParsed('.helix/languages.toml', parseToml, helix);
  for (const file of ['.mcp.json', '.cursor/mcp.json', '.vscode/mcp.json', '.gemini/settings.json']) {
    await readParsed(file, parseJson, mcpServers);
  }
  await readParsed('.codex/config.toml', parseToml, mcpServers);
  for (const file of ['.nvim.lua', '.lazy.lua']) {
    const text = await read(file);
    if (text !== null) parts.push(neovim(luaTables(file, text)));
  }
  for (const file of ['.golangci.yml', '.golangci.yaml', '.golangci.json']) {
    await readParsed(file, parseYaml, golangci);
  }
  const versionIn = (file: string) => {
    const text = versionFiles.get(file.replace(/^\.\//, ''));
    return text === undefined ? null : goVersionIn(basename(file), text);
  };
  for (const file of await names('.github/workflows', /\.ya?ml$/)) {
    await readParsed(file, parseYaml, (root) => workflow(root, versionIn));
  }
  const vendored = (await readSmallFile(join(folder, 'vendor/modules.txt'))) !== null;
  const requires = /^[ \t]*require\b/m.test(versionFiles.get('go.mod') ?? '');
  return { files, malformed, unreadable, declarations: joined(parts), vendored, requires };
}
