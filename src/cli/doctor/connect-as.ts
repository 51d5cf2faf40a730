/** How `doctor --connect` opens its session: like the editor. */

import { type EditorStart, editorStart } from '../../config/editor-start.ts';
import { type ServingGopls, servingGopls } from '../../doctor/facts/gopls/serving-gopls.ts';
import { UserError } from '../../errors.ts';
import type { Env } from '../../go/context.ts';
import type { SessionOptions } from '../../lsp/session.ts';

export interface ConnectAs {
  /** "as Neovim does, with what gopls (pid 411) was started with" */
  readonly as: string;
  /** The origin of each part, one per line. */
  readonly from: readonly string[];
  readonly server: SessionOptions['server'];
  readonly env: Env;
  readonly settings: Readonly<Record<string, unknown>>;
}

/**
 * Like the gopls that serves the folder, else by an editor's settings files, else plain gopls.
 * @throws UserError if --as names no readable gopls.
 */
export async function connectAs(folder: string, env: Env, limitMs: number, as: number | null): Promise<ConnectAs> {
  const { gopls, closed } = await servingGopls(folder, limitMs, as);
  if (as !== null && gopls === null) {
    throw new UserError(
      closed === null
        ? `--as ${as}: not a gopls`
        : `--as ${as}: this gopls belongs to another user or runs in another container`,
    );
  }
  if (gopls !== null) return await asServing(gopls, folder);
  const other = closed === null ? [] : [`gopls (pid ${closed.pid}) serves this folder but belongs to another user`];
  const start = await editorStart(folder, env, null);
  if (start !== null) return { ...asSettings(start, env), from: [...fromSettings(start), ...other] };
  return {
    as: 'with plain gopls, in the environment of this shell',
    from: other,
    server: { command: 'gopls', args: [] },
    env,
    settings: {},
  };
}

async function asServing(gopls: ServingGopls, folder: string): Promise<ConnectAs> {
  const { process, command, args, env, socket } = gopls;
  const { pid, editor } = process;
  const start = await editorStart(folder, env, editor?.name ?? null);
  const who = editor === null ? 'the program that started it' : editor.name;
  const remote = args.find((word) => /^--?remote(=|$)/.test(word)) !== undefined && socket === null;
  const settings =
    start === null
      ? `settings: none; those that ${who} sends by itself are not visible`
      : `settings: ${start.file}${namesOf(start.settings)}`;
  return {
    as: `as ${who} does, with what gopls (pid ${pid}) was started with`,
    from: [
      ...(socket === null
        ? [`command: ${[command, ...args].join(' ')}`, `environment: that of pid ${pid}`]
        : [`daemon: the one that listens on ${socket}`]),
      ...(remote ? ['daemon: the one that this command finds or starts'] : []),
      settings,
    ],
    server: socket === null ? { command, args } : { socket },
    env,
    settings: start?.settings ?? {},
  };
}

function asSettings(start: EditorStart, env: Env): Omit<ConnectAs, 'from'> {
  return {
    as: `as ${start.editor} would, by ${start.file}`,
    server: { command: start.gopls ?? 'gopls', args: start.args },
    env: { ...env, ...start.env },
    settings: start.settings,
  };
}

function fromSettings({ file, env, settings, args, gopls, refused }: EditorStart): readonly string[] {
  return [
    ...(gopls === null ? [] : [`command: ${gopls} (${file})`]),
    ...(args.length === 0 ? [] : [`arguments: ${args.join(' ')} (${file})`]),
    ...(Object.keys(env).length === 0 ? [] : [`environment: ${Object.keys(env).join(', ')} (${file})`]),
    ...(Object.keys(settings).length === 0 ? [] : [`settings: ${Object.keys(settings).join(', ')} (${file})`]),
    ...refused,
  ];
}

function namesOf(settings: Readonly<Record<string, unknown>>): string {
  const names = Object.keys(settings);
  return names.length === 0 ? '' : ` (${names.join(', ')})`;
}
