import { basename } from 'node:path';
import { type Declarations, type Flag, type GoplsSetting, noDeclarations, type Reader } from '../declarations.ts';
import { type Positioned, textOf } from '../position.ts';
import { driverPaths, listOf, settingOf, withinGopls } from './editor-settings.ts';
import { environmentIn } from './environment.ts';

/** How an editor or agent starts gopls, and what it passes. Absent: not declared. */
export interface GoplsClient {
  /** Mappings of gopls settings. */
  readonly settings?: readonly (Positioned | undefined)[];
  /** The program. */
  readonly command?: Positioned | undefined;
  /** Its arguments, and the setting that has them: "args". */
  readonly args?: { readonly setting: string; readonly flags: readonly Flag[] };
  readonly env?: { readonly of: Positioned | undefined; readonly reader: Reader };
  /** The name of the setting that names the program: "lsp.gopls.binary.path". */
  readonly commandSetting?: string;
}

export function goplsClient({ settings = [], command, args, env, commandSetting = '' }: GoplsClient): Declarations {
  const own: readonly GoplsSetting[] = settings.flatMap((one) =>
    (one?.entries ?? []).map((entry) => settingOf(entry.key, entry)),
  );
  const declarations = withinGopls(own);
  const variables = [...declarations.variables, ...environmentIn(env?.of, 'editor', env?.reader ?? 'nobody')];
  const path = textOf(command);
  return {
    ...noDeclarations,
    ...declarations,
    variables,
    goplsFlags: args === undefined ? [] : listOf(args.setting, args.flags),
    tools: [
      ...(command === undefined || path === null || !path.includes('/')
        ? []
        : [{ place: command.place, setting: commandSetting, path }]),
      ...driverPaths(variables),
    ],
  };
}

/** Whether a command is named gopls; otherwise its flags belong to another program. */
export function isGopls(command: string | null): boolean {
  return command !== null && /^gopls(?:\.exe)?$/.test(basename(command.replaceAll('\\', '/')));
}
