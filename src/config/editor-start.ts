/** How an editor would start gopls in a workspace, according to its settings files. */
import { dirname, join } from 'node:path';
import type { Env } from '../go/context.ts';
import { type Declarations, type Flag, flagsIn, noDeclarations, type ToolPath } from './declarations.ts';
import { type Positioned, textOf, under } from './position.ts';
import { findGo, findGopls } from './probe/find-tool.ts';
import { luaTables } from './read/lua-tables.ts';
import { readSmallFile } from './read/read-small-file.ts';
import { toolPath } from './resolve-path.ts';
import { editorSettings } from './source/editor-settings.ts';
import { helix } from './source/helix.ts';
import { neovim } from './source/neovim.ts';
import { zed } from './source/zed.ts';

export interface EditorStart {
  /** Relative to the workspace: ".vscode/settings.json". */
  readonly file: string;
  /** "VS Code" */
  readonly editor: string;
  /** Variables that it adds to its own environment. */
  readonly env: Readonly<Record<string, string>>;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly args: readonly string[];
  /** null: the first on PATH. */
  readonly gopls: string | null;
  /** Programs that were not used, and why: they come with the workspace. */
  readonly refused: readonly string[];
}

type Start = Omit<EditorStart, 'file' | 'editor'>;

interface Source {
  readonly file: string;
  readonly editor: string;
  /** The setting that names gopls. */
  readonly command: string;
  readonly read: (file: string, text: string) => Promise<Read>;
}

interface Read {
  readonly declarations: Declarations;
  /** Flags for go outside the settings of gopls. */
  readonly goFlags: readonly string[];
}

const plain = (declarations: Declarations): Read => ({ declarations, goFlags: [] });

const sources: readonly Source[] = [
  {
    file: '.vscode/settings.json',
    editor: 'VS Code',
    command: 'go.alternateTools.gopls',
    read: async (file, text) => ofVscode((await import('./read/parse-json.ts')).parseJson(file, text).root),
  },
  {
    file: '.zed/settings.json',
    editor: 'Zed',
    command: 'lsp.gopls.binary.path',
    read: async (file, text) => {
      const { root } = (await import('./read/parse-json.ts')).parseJson(file, text);
      return plain(root === null ? noDeclarations : zed(root));
    },
  },
  {
    file: '.helix/languages.toml',
    editor: 'Helix',
    command: 'language-server.gopls.command',
    read: async (file, text) => {
      const { root } = (await import('./read/parse-toml.ts')).parseToml(file, text);
      return plain(root === null ? noDeclarations : helix(root));
    },
  },
  {
    file: '.nvim.lua',
    editor: 'Neovim',
    command: 'cmd',
    read: async (file, text) => plain(neovim(luaTables(file, text))),
  },
];

/**
 * @param editor the editor that runs gopls; null: unknown, use the first one whose file has
 * settings of gopls or go.
 * @returns null when no file has any.
 */
export async function editorStart(folder: string, env: Env, editor: string | null): Promise<EditorStart | null> {
  for (const { file, editor: who, command, read } of sources) {
    if (editor !== null && who !== familyOf(editor)) continue;
    const found = await readSmallFile(join(folder, file));
    if (found === null || 'refused' in found) continue;
    const start = await startOf(await read(file, found.text), command, folder, env);
    if (saysSomething(start)) return { file, editor: who, ...start };
  }
  return null;
}

function familyOf(editor: string): string {
  return ['VSCodium', 'Cursor', 'Windsurf'].includes(editor) ? 'VS Code' : editor;
}

function saysSomething({ env, settings, args, gopls, refused }: Start): boolean {
  return [env, settings, args, refused].some((all) => Object.keys(all).length > 0) || gopls !== null;
}

/**
 * Source: golang/vscode-go, extension/src/goEnv.ts (toolExecutionEnvironment) and
 * language/goLanguageServer.ts (passGoConfigToGoplsConfigValues).
 */
function ofVscode(root: Positioned | null): Read {
  if (root === null) return plain(noDeclarations);
  const tags = textOf(under(root, 'go.buildTags'));
  return {
    declarations: editorSettings(root, true),
    goFlags: [
      ...texts(flagsIn(under(root, 'go.buildFlags'))),
      ...(tags === null || tags === '' ? [] : [`-tags=${tags}`]),
    ],
  };
}

async function startOf({ declarations, goFlags }: Read, command: string, folder: string, env: Env): Promise<Start> {
  const settings: Record<string, unknown> = {};
  for (const { name, value } of declarations.goplsSettings.flat()) settings[name] = merged(settings[name], value);
  if (goFlags.length > 0 && !Object.keys(settings).some((name) => /(^|\.)buildFlags$/.test(name)))
    settings['build.buildFlags'] = goFlags;
  // Variables within the settings of gopls go to gopls, not into the environment.
  const within = declarations.goplsSettings.flat().flatMap(({ names }) => names.map(({ place }) => place));
  const own = Object.fromEntries(
    declarations.variables
      .filter(({ place }) => !within.includes(place))
      .map(({ name, value, reader }) => [name, reader === 'vscode' ? (toolPath(value, folder, env) ?? value) : value]),
  );
  const tools = await toolsOf(declarations.tools, command, folder, { ...env, ...own });
  return {
    env: { ...own, ...tools.env },
    settings,
    args: declarations.goplsFlags.flatMap((list) => texts(list.flags)),
    gopls: tools.gopls,
    refused: tools.refused,
  };
}

interface Tools {
  readonly gopls: string | null;
  readonly env: Readonly<Record<string, string>>;
  readonly refused: readonly string[];
}

/** @param command the setting that names gopls; find-tool.ts expects VS Code's name for it. */
async function toolsOf(all: readonly ToolPath[], command: string, folder: string, env: Env): Promise<Tools> {
  const vscode = 'go.alternateTools.gopls';
  const tools = all.map((tool) => (tool.setting === command ? { ...tool, setting: vscode } : tool));
  const names = (setting: string) => tools.some((tool) => tool.setting === setting);
  const gopls = names(vscode) ? await findGopls(tools, folder, env) : null;
  const go = names('go.alternateTools.go') || names('go.goroot') ? await findGo(tools, folder, env) : null;
  const goroot = tools.find(({ setting }) => setting === 'go.goroot');
  const path = go?.path ?? null;
  return {
    gopls: gopls?.path ?? null,
    env: {
      ...(path === null ? {} : { PATH: `${dirname(path)}:${env['PATH'] ?? ''}` }),
      ...(goroot === undefined ? {} : { GOROOT: toolPath(goroot.path, folder, env) ?? goroot.path }),
    },
    refused: [gopls?.refused, go?.refused].flatMap((why) => (why == null ? [] : [why.replace(vscode, command)])),
  };
}

function texts(flags: readonly Flag[]): readonly string[] {
  return flags.map(({ text }) => text);
}

function merged(before: unknown, value: unknown): unknown {
  return isObject(before) && isObject(value) ? { ...before, ...value } : value;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
