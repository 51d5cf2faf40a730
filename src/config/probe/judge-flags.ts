/**
 * What a real command says of flags when it is started with them. It never starts in earnest: two flags that no command has follow
 * them, so that its own parser stops there, or before, at one of those that are to be judged.
 */

import { type CommandContext, type CommandResult, runCommand } from '../../process/run-command.ts';
import type { Flag } from '../declarations.ts';

export interface RefusedFlag {
  readonly flag: Flag;
  /** The line in which the command refuses it. */
  readonly message: string;
}

const stops = ['--unlatch-stops-here', '--unlatch-stops-at-last'] as const;

/** gopls: names are judged first, and where all are known their values, at the subcommand that a gopls without one runs. */
export async function judgeGoplsFlags(
  gopls: string,
  flags: readonly Flag[],
  where: CommandContext,
): Promise<readonly RefusedFlag[]> {
  const unknown = await judge(flags, (words) => runCommand(gopls, [...words, ...stops], where));
  const rest = flags.filter((flag) => !unknown.some((refused) => refused.flag === flag));
  // Behind a subcommand another cannot stand; its parser has looked at the values already.
  if (rest.some(({ text }) => !text.startsWith('-'))) return unknown;
  const wrong = await judge(rest, (words) => runCommand(gopls, [...words, 'serve', stops[0]], where));
  return [...unknown, ...wrong];
}

/** go: as flags of `go list`, to which gopls hands them. */
export async function judgeBuildFlags(
  go: string,
  flags: readonly Flag[],
  where: CommandContext,
): Promise<readonly RefusedFlag[]> {
  return await judge(flags, (words) => runCommand(go, ['list', ...words, ...stops], where));
}

/** GOFLAGS; null when go takes it. It is looked at before any flag on the command line. */
export async function judgeGoflags(go: string, goflags: string, where: CommandContext): Promise<string | null> {
  const env = { ...where.env, GOFLAGS: goflags };
  const line = firstLine(await runCommand(go, ['list', stops[0]], { ...where, env }));
  return line.includes('GOFLAGS') ? line : null;
}

/** Runs it again without each flag that was refused, until only the stop is. */
async function judge(
  flags: readonly Flag[],
  run: (words: readonly string[]) => Promise<CommandResult>,
): Promise<readonly RefusedFlag[]> {
  const refused: RefusedFlag[] = [];
  for (let left = flags; left.length > 0; ) {
    const message = firstLine(await run(left.map(({ text }) => text)));
    const last = left.at(-1);
    if (message.includes(stops[0].slice(2))) break;
    // The first stop was taken for the value of the last flag.
    const culprit = message.includes(stops[1].slice(2)) ? last : culpritOf(message, left);
    if (culprit === undefined) break;
    const lacksValue = message.includes(stops[1].slice(2));
    refused.push({ flag: culprit, message: lacksValue ? `flag needs an argument: ${culprit.text}` : message });
    // What follows a word that is no flag is that one's business.
    left = culprit.text.startsWith('-')
      ? left.filter((flag) => flag !== culprit)
      : left.slice(0, left.indexOf(culprit));
  }
  return refused;
}

/**
 * flag provided but not defined: -x · unknown flag: -x=y · invalid value "a" for flag -x: … · invalid boolean value "a" for -x: … ·
 * flag needs an argument: -x · bad flag syntax: -=x · Unknown command x · unknown command "x"
 */
function culpritOf(message: string, flags: readonly Flag[]): Flag | undefined {
  const word =
    / for (?:flag )?-+([^\s:]+):/.exec(message)?.[1] ??
    /(?:not defined|unknown flag|needs an argument|bad flag syntax): (?:-*)(.+)$/.exec(message)?.[1] ??
    /nknown command "?([^"]+)"?$/.exec(message)?.[1];
  if (word === undefined) return undefined;
  return (
    flags.find(({ text }) => text.replace(/^-+/, '') === word) ??
    flags.find(({ text }) => nameOf(text) === nameOf(word))
  );
}

/** "--mod=vendor" → "mod" */
export function nameOf(flag: string): string {
  return flag.replace(/^-{1,2}/, '').replace(/=.*$/s, '');
}

/** What the command itself says comes first; a usage follows. */
function firstLine({ stderr }: CommandResult): string {
  const line = stderr.split('\n').find((text) => text.trim() !== '') ?? '';
  return line.replace(/^(?:gopls(?: serve)?|go): (?=.)/, '').trim();
}
