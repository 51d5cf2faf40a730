/** What a devcontainer.json declares: https://containers.dev/implementors/json_reference/ */

import { type Declarations, joined, noDeclarations, type VersionWish } from '../declarations.ts';
import { type Positioned, textOf, under } from '../position.ts';
import { editorSettings } from './editor-settings.ts';
import { environmentIn } from './environment.ts';
import { shellLines } from './shell-lines.ts';

const commands = [
  'initializeCommand',
  'onCreateCommand',
  'updateContentCommand',
  'postCreateCommand',
  'postStartCommand',
  'postAttachCommand',
];

export function devcontainer(root: Positioned): Declarations {
  return joined([
    editorSettings(under(root, 'customizations', 'vscode', 'settings') ?? under(root, 'settings'), false),
    {
      ...noDeclarations,
      variables: ['containerEnv', 'remoteEnv'].flatMap((key) =>
        environmentIn(under(root, key), 'editor', 'devcontainer'),
      ),
      versions: [...featureVersions(root), ...imageVersion(under(root, 'image'))],
    },
    ...commands.flatMap((key) => scriptsIn(under(root, key))),
  ]);
}

/** ghcr.io/devcontainers/features/go */
function featureVersions(root: Positioned): readonly VersionWish[] {
  return (under(root, 'features')?.entries ?? []).flatMap(({ key, value }) => {
    if (!/\/features\/go(?::|$)/.test(key)) return [];
    const version = under(value, 'version');
    return version === undefined || version.value === null
      ? []
      : [wish('the feature go of the container', version, String(version.value), bare(version.written))];
  });
}

/**
 * mcr.microsoft.com/devcontainers/go:1-1.22-bookworm (image version, then Go version),
 * golang:1.22-bookworm
 */
function imageVersion(image: Positioned | undefined): readonly VersionWish[] {
  const name = textOf(image);
  if (image === undefined || name === null) return [];
  const version =
    /\/devcontainers\/go:(?:dev-)?(?:\d+(?:\.\d+){0,2}-)?(1\.\d+(?:\.\d+)?)(?:-|$)/.exec(name)?.[1] ??
    /(?:^|\/)golang:(1\.\d+(?:\.\d+)?)(?:-|$)/.exec(name)?.[1];
  return version === undefined ? [] : [wish('the image of the container', image, version, version)];
}

function wish(who: string, { place }: Positioned, version: string, written: string): VersionWish {
  return { place, side: 'editor', tool: 'go', who, version, written };
}

function bare(written: string): string {
  return written.replace(/^"(.*)"$/, '$1');
}

/** A command is a line, a list of words, or several named commands. */
function scriptsIn(value: Positioned | undefined): readonly Declarations[] {
  if (value === undefined) return [];
  const text = textOf(value) ?? value.items.flatMap((item) => textOf(item) ?? []).join(' ');
  return [shellLines(text, 'editor', () => value.place), ...value.entries.flatMap((own) => scriptsIn(own.value))];
}
