/** Whether a gopls takes a Go: it says so itself, in a message for the user, when it loads a module with that Go on its PATH. */
import { type CommandContext, runCommand } from '../../process/run-command.ts';

/** @returns "Found Go version 1.16, which is not supported …", or null when it says nothing of that kind. */
export async function goSupport(gopls: string, where: CommandContext): Promise<string | null> {
  const { stdout, stderr } = await runCommand(gopls, ['check', 'unlatch.go'], where);
  return /Found Go version [^\n]+/.exec(`${stderr}\n${stdout}`)?.[0] ?? null;
}
