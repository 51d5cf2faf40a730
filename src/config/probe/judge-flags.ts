/**
 * What a real command says about flags when it is started with them. It never really starts: two
 * flags that no command has follow them, so that its own parser stops there, or earlier at one of
 * the flags to check.
 */

import { type CommandContext, type CommandResult, runCommand } from '../../process/run-command.ts';
import type { Flag } from '../declarations.ts';
import { runGopls } from './run-gopls.ts';

export interface RefusedFlag {
  readonly flag: Flag;
  /** The command's own error message. */
  readonly message: string;
}

const stops = ['--unlatch-stops-here', '--unlatch-stops-at-last'] as const;

/**
 * Checks flags of gopls: first their names, then, if all are known, their values at `serve`, the
 * default subcommand.
 */
export async function judgeGoplsFlags(
  gopls: string,
  flags: readonly Flag[],
  where: CommandContext,
): Promise<readonly RefusedFlag[]> {
  const unknown = await judge(flags, (words) => runGopls(gopls, [...words, ...stops], where));
  const rest = flags.filter((flag) => !unknown.some((refused) => refused.flag === flag));
  // No subcommand can follow another, whose parser has already checked the values.
  if (rest.some(({ text }) => !text.startsWith('-'))) return unknown;
  const wrong = await judge(rest, (words) => runGopls(gopls, [...words, 'serve', stops[0]], where));
  return [...unknown, ...wrong];
}

/** Checks flags of go, as flags of `go list`, to which gopls passes them. */
export async function judgeBuildFlags(
  go: string,
  flags: readonly Flag[],
  where: CommandContext,
): Promise<readonly RefusedFlag[]> {
  return await judge(flags, (words) => runCommand(go, ['list', ...words, ...stops], where));
}

/**
 * go's error message for a GOFLAGS; null: go accepts it. go parses GOFLAGS before the command line.
 */
export async function judgeGoflags(go: string, goflags: string, where: CommandContext): Promise<string | null> {
  const env = { ...where.env, GOFLAGS: goflags };
  const line = firstLine(await runCommand(go, ['list', stops[0]], { ...where, env }));
  return line.includes('GOFLAGS') ? line : null;
}

/** Runs the command again without each refused flag, until only the stop flag is refused. */
async function judge(
  flags: readonly Flag[],
  run: (words: readonly string[]) => Promise<CommandResult>,
): Promise<readonly RefusedFlag[]> {
  const refused: RefusedFlag[] = [];
  for (let left = flags; left.length > 0; ) {
    const message = firstLine(await run(left.map(({ text }) => text)));
    const last = left.at(-1);
    if (message.includes(stops[0].slice(2))) break;
    // The last flag took the first stop as its value.
    const culprit = message.includes(stops[1].slice(2)) ? last : culpritOf(message, left);
    if (culprit === undefined) break;
    const lacksValue = message.includes(stops[1].slice(2));
    refused.push({ flag: culprit, message: lacksValue ? `flag needs an argument: ${culprit.text}` : message });
    // What follows a word that is not a flag belongs to that word.
    left = culprit.text.startsWith('-')
      ? left.filter((flag) => flag !== culprit)
      : left.slice(0, left.indexOf(culprit));
  }
  return refused;
}

/**
 * flag provided but not defined: -x · unknown flag: -x=y · invalid value "a" for flag -x: … ·
 * invalid boolean value "a" for -x: … · flag needs an argument: -x · bad flag syntax: -=x · Unknown
 * command x · unknown command "x"
 */
function culpritOf(message: string, flags: readonly Flag[]): Flag | undefined {
  const word =
    / for (?:flag )?-+([^\s:]+):/.exec(message)?.[1] ??
    /(?:not defined|unknown flag|needs an argument|bad flag syntax): (?:-*)(.+)$/.exec(message)?.[1] ??
    /nknown command "?([^"]+)"?$/.exec(message)?.[1];
  if (word === undefined) return undefined;
  return (
    flags.find(({ text }) => text.replace(/^-+/, '') === word) ??
    flags.find(({ text }) => flagName(text) === flagName(word))
  );
}

/** "--mod=vendor" → "mod" */
export function flagName(flag: string): string {
  return flag.replace(/^-{1,2}/, '').replace(/=.*$/s, '');
}

/** The command's own message comes first; its usage follows. */
function firstLine({ stderr }: CommandResult): string {
  const line = stderr.split('\n').find((text) => text.trim() !== '') ?? '';
  return line.replace(/^(?:gopls(?: serve)?|go): (?=.)/, '').trim();
}
