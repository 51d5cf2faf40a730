/**
 * What settings of VS Code declare about Go and gopls, in .vscode/settings.json, a *.code-workspace
 * or a devcontainer.json.
 *
 * golang/vscode-go, docs/settings.md and extension/src/language/goLanguageServer.ts: everything
 * below "gopls" is passed to gopls unchanged, and so are go.buildFlags and go.buildTags,
 * go.diagnostic.vulncheck and go.inlayHints.
 */

import {
  type Declarations,
  type Flag,
  type FlagList,
  flagsIn,
  type GoplsSetting,
  type ToolPath,
  type Variable,
} from '../declarations.ts';
import { type Entry, type Positioned, textOf, under } from '../position.ts';
import { environmentIn } from './environment.ts';

/** @param onThisMachine whether its paths are on this machine, not in a container. */
export function editorSettings(settings: Positioned | undefined, onThisMachine: boolean): Declarations {
  const gopls = goplsSettings(settings);
  const own = withinGopls(gopls);
  const variables = [
    ...environmentIn(under(settings, 'go.toolsEnvVars'), 'editor', 'vscode'),
    ...own.variables,
    ...['go.gopath', 'go.toolsGopath'].flatMap((setting) => {
      const at = under(settings, setting);
      const value = textOf(at);
      return at === undefined || value === null
        ? []
        : [{ place: at.place, side: 'editor' as const, reader: 'vscode' as const, name: 'GOPATH', value }];
    }),
  ];
  return {
    goplsSettings: own.goplsSettings,
    goplsFlags: listOf('go.languageServerFlags', flagsIn(under(settings, 'go.languageServerFlags'))),
    goFlags: [...listOf('go.buildFlags', flagsIn(under(settings, 'go.buildFlags'))), ...own.goFlags],
    variables,
    versions: [],
    tools: onThisMachine ? [...toolPaths(settings), ...driverPaths(variables)] : [],
  };
}

/** The variables and build flags within settings of gopls, from any client. */
export function withinGopls(
  settings: readonly GoplsSetting[],
): Pick<Declarations, 'goplsSettings' | 'goFlags' | 'variables'> {
  return {
    goplsSettings: settings.length === 0 ? [] : [settings],
    goFlags: settings
      .filter(({ name }) => lastOf(name) === 'buildFlags')
      .flatMap(({ name, names }) =>
        listOf(
          `gopls, ${name}`,
          names.flatMap(({ place, value }) => (typeof value === 'string' ? [{ place, text: value }] : [])),
        ),
      ),
    variables: settings
      .filter(({ name }) => lastOf(name) === 'env')
      .flatMap(({ names }) =>
        names.map(({ place, name, value }) => ({
          place,
          name,
          value: String(value),
          side: 'editor' as const,
          reader: 'nobody' as const,
        })),
      ),
  };
}

/**
 * Programs that gopls runs instead of go list, in the folder of the workspace
 * (go/packages/external.go).
 * @param variables of an environment on this machine.
 */
export function driverPaths(variables: readonly Variable[]): readonly ToolPath[] {
  return variables
    .filter(({ name, value }) => name === 'GOPACKAGESDRIVER' && value.includes('/'))
    .map(({ place, name, value }) => ({ place, setting: name, path: value }));
}

export function listOf(setting: string, flags: readonly Flag[]): readonly FlagList[] {
  return flags.length === 0 ? [] : [{ setting, side: 'editor', flags }];
}

/** gopls uses only the last part of a dotted name (gopls/internal/settings/settings.go, Set). */
export function lastOf(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

function goplsSettings(settings: Positioned | undefined): readonly GoplsSetting[] {
  return (settings?.entries ?? []).flatMap((entry): readonly GoplsSetting[] => {
    if (entry.key === 'gopls') return entry.value.entries.map((own) => settingOf(own.key, own));
    if (entry.key.startsWith('gopls.')) return [nested(entry)];
    if (entry.key === 'go.diagnostic.vulncheck') return [settingOf('ui.vulncheck', entry)];
    if (entry.key.startsWith('go.inlayHints.')) return [wrapped('ui.inlayhint.hints', lastOf(entry.key), entry)];
    return [];
  });
}

/**
 * A top-level "gopls.ui.semanticTokens": true reaches gopls as {"ui": {"semanticTokens": true}}: VS
 * Code makes a tree of the top-level keys of a settings file, but not of nested ones
 * (vs/platform/configuration, toValuesTree).
 */
function nested(entry: Entry): GoplsSetting {
  const [, name = '', ...below] = entry.key.split('.');
  if (below.length === 0) return settingOf(name, entry);
  const value = below.reduceRight<unknown>((inner, key) => ({ [key]: inner }), entry.value.value);
  return { place: entry.place, name, value, names: [] };
}

export function settingOf(name: string, { place, value }: Entry): GoplsSetting {
  const names = [
    ...value.entries.map((own) => ({ place: own.place, name: own.key, value: own.value.value })),
    ...value.items.map((own) => ({ place: own.place, name: own.written, value: own.value })),
  ];
  return { place, name, value: value.value, names };
}

function wrapped(name: string, key: string, { place, value }: Entry): GoplsSetting {
  return { place, name, value: { [key]: value.value }, names: [{ place, name: key, value: value.value }] };
}

function toolPaths(settings: Positioned | undefined): readonly ToolPath[] {
  const goroot = under(settings, 'go.goroot');
  const named = [
    ...(goroot === undefined ? [] : [{ setting: 'go.goroot', value: goroot }]),
    ...(under(settings, 'go.alternateTools')?.entries ?? []).map(({ key, value }) => ({
      setting: `go.alternateTools.${key}`,
      value,
    })),
  ];
  return named.flatMap(({ setting, value }) => {
    const path = textOf(value);
    return path === null || path === '' ? [] : [{ place: value.place, setting, path }];
  });
}
