import { EnvironmentError } from '../../../errors.ts';
import { lastLine } from '../../../last-line.ts';
import { type CommandResult, runCommand } from '../../../process/run-command.ts';

/** Long enough for an image of some gigabytes on a slow disk. */
const limitMs = 20 * 60_000;

/** Where mount and the makers of filesystems are, also for users whose PATH leaves them out. */
const adminFolders = ['/usr/sbin', '/sbin', '/usr/bin', '/bin'];

/** The environment of mount and mkfs: their messages in English, and no setting of the job. */
function environment(): Readonly<Record<string, string>> {
  return { PATH: adminFolders.join(':'), LC_ALL: 'C' };
}

/** @throws EnvironmentError when the command does not start, or does not end. */
export async function layerCommand([command, ...args]: readonly [string, ...string[]]): Promise<CommandResult> {
  const signal = new AbortController().signal;
  return await runCommand(command, args, { folder: '/', env: environment(), limitMs, signal });
}

/** @throws EnvironmentError when the command fails, with the last line that it printed. */
export async function mustSucceed(argv: readonly [string, ...string[]]): Promise<void> {
  const { code, stdout, stderr } = await layerCommand(argv);
  if (code === 0) return;
  const last = lastLine(`${stdout}\n${stderr}`);
  throw new EnvironmentError(
    `${argv.find((word) => !isPrefix(word)) ?? argv[0]} failed (${code ?? 'by a signal'}): ${last}`,
  );
}

function isPrefix(word: string): boolean {
  return word === 'sudo' || word === '-n';
}
