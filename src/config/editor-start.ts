/** How an editor would start gopls in a workspace, by its settings files. */
import { join } from 'node:path';
import type { Env } from '../go/context.ts';
import { findGo, findGopls } from './ask/find-tool.ts';
import { type Located, textOf, under } from './place.ts';
import { readSmallFile } from './read/read-small-file.ts';
import { toolPath } from './resolve-path.ts';
import { editorSettings } from './source/editor-settings.ts';
import { environmentIn } from './source/environment.ts';
import { type Flag, flagsIn, type ToolPath } from './stated.ts';

export interface EditorStart {
  /** Relative to the workspace: ".vscode/settings.json". */
  readonly file: string;
  /** "VS Code" */
  readonly editor: string;
  /** What it adds to its own environment. */
  readonly env: Readonly<Record<string, string>>;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly args: readonly string[];
  /** Null: the first on PATH. */
  readonly gopls: string | null;
  /** What was not taken, and why: a program that comes with the workspace. */
  readonly refused: readonly string[];
}

type Reading = (root: Located, folder: string, env: Env) => Promise<Omit<EditorStart, 'file' | 'editor'>>;

const sources: readonly { readonly file: string; readonly editor: string; readonly read: Reading }[] = [
  { file: '.vscode/settings.json', editor: 'VS Code', read: ofVscode },
  { file: '.zed/settings.json', editor: 'Zed', read: ofZed },
];

/**
 * @param editor who runs gopls there; null: not known, and the first whose file says something of gopls or go will do.
 * @returns null when no file says anything.
 */
export async function editorStart(folder: string, env: Env, editor: string | null): Promise<EditorStart | null> {
  const { parseJson } = await import('./read/parse-json.ts');
  for (const source of sources) {
    if (editor !== null && source.editor !== familyOf(editor)) continue;
    const found = await readSmallFile(join(folder, source.file));
    if (found === null || 'refused' in found) continue;
    const { root } = parseJson(source.file, found.text);
    if (root === null) continue;
    const read = await source.read(root, folder, env);
    if (saysSomething(read)) return { file: source.file, editor: source.editor, ...read };
  }
  return null;
}

function familyOf(editor: string): string {
  return ['VSCodium', 'Cursor', 'Windsurf'].includes(editor) ? 'VS Code' : editor;
}

function saysSomething({ env, settings, args, gopls, refused }: Omit<EditorStart, 'file' | 'editor'>): boolean {
  return [env, settings, args, refused].some((all) => Object.keys(all).length > 0) || gopls !== null;
}

/** Source: golang/vscode-go, extension/src/goEnv.ts (toolExecutionEnvironment) and language/goLanguageServer.ts (passGoConfigToGoplsConfigValues). */
async function ofVscode(root: Located, folder: string, env: Env): ReturnType<Reading> {
  const stated = editorSettings(root, true);
  const own = Object.fromEntries(
    stated.variables
      .filter(({ reader }) => reader === 'vscode')
      .map(({ name, value }) => [name, toolPath(value, folder, env) ?? value]),
  );
  const settings: Record<string, unknown> = {};
  for (const { name, value } of stated.goplsSettings.flat()) settings[name] = merged(settings[name], value);
  const tags = textOf(under(root, 'go.buildTags'));
  const flags = [
    ...texts(flagsIn(under(root, 'go.buildFlags'))),
    ...(tags === null || tags === '' ? [] : [`-tags=${tags}`]),
  ];
  const has = Object.keys(settings).some((name) => /(^|\.)buildFlags$/.test(name));
  if (flags.length > 0 && !has) settings['build.buildFlags'] = flags;
  const tools = await toolsOf(stated.tools, folder, { ...env, ...own });
  return {
    env: { ...own, ...tools.env },
    settings,
    args: stated.goplsFlags.flatMap((list) => texts(list.flags)),
    gopls: tools.gopls,
    refused: tools.refused,
  };
}

/** Source: zed.dev/docs/configuring-languages, "lsp"; crates/languages/src/go.rs. */
async function ofZed(root: Located, folder: string, env: Env): ReturnType<Reading> {
  const gopls = under(root, 'lsp', 'gopls');
  const binary = under(gopls, 'binary');
  const path = under(binary, 'path');
  const named = textOf(path);
  const tools: readonly ToolPath[] =
    path === undefined || named === null
      ? []
      : [{ place: path.place, setting: 'go.alternateTools.gopls', path: named }];
  const variables = environmentIn(under(binary, 'env'), 'editor', 'nobody');
  const own = Object.fromEntries(variables.map(({ name, value }) => [name, value]));
  const found = await toolsOf(tools, folder, { ...env, ...own });
  return {
    env: own,
    settings: { ...asObject(under(gopls, 'initialization_options')), ...asObject(under(gopls, 'settings')) },
    args: texts(flagsIn(under(binary, 'arguments'))),
    gopls: found.gopls,
    refused: found.refused.map((why) => why.replace('go.alternateTools.gopls', 'lsp.gopls.binary.path')),
  };
}

interface Tools {
  readonly gopls: string | null;
  readonly env: Readonly<Record<string, string>>;
  readonly refused: readonly string[];
}

async function toolsOf(tools: readonly ToolPath[], folder: string, env: Env): Promise<Tools> {
  const names = (setting: string) => tools.some((tool) => tool.setting === setting);
  const gopls = names('go.alternateTools.gopls') ? await findGopls(tools, folder, env) : null;
  const go = names('go.alternateTools.go') || names('go.goroot') ? await findGo(tools, folder, env) : null;
  const goroot = tools.find(({ setting }) => setting === 'go.goroot');
  const path = go?.path ?? null;
  return {
    gopls: gopls?.path ?? null,
    env: {
      ...(path === null ? {} : { PATH: `${path.replace(/\/[^/]*$/, '')}:${env['PATH'] ?? ''}` }),
      ...(goroot === undefined ? {} : { GOROOT: toolPath(goroot.path, folder, env) ?? goroot.path }),
    },
    refused: [gopls?.refused, go?.refused].filter((why) => why !== null && why !== undefined),
  };
}

function texts(flags: readonly Flag[]): readonly string[] {
  return flags.map(({ text }) => text);
}

function merged(before: unknown, value: unknown): unknown {
  return isObject(before) && isObject(value) ? { ...before, ...value } : value;
}

function asObject(value: Located | undefined): Readonly<Record<string, unknown>> {
  return isObject(value?.value) ? value.value : {};
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
