/**
 * Whether a gopls supports a Go: gopls itself shows a message when it loads a module with that Go
 * on its PATH.
 */
import type { CommandContext } from '../../process/run-command.ts';
import { runGopls } from './run-gopls.ts';

/** @returns "Found Go version 1.16, which is not supported …"; null: no such message. */
export async function goSupport(gopls: string, where: CommandContext): Promise<string | null> {
  const { stdout, stderr } = await runGopls(gopls, ['check', 'unlatch.go'], where);
  return /Found Go version [^\n]+/.exec(`${stderr}\n${stdout}`)?.[0] ?? null;
}
