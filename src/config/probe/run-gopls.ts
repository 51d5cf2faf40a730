import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { type CommandContext, type CommandResult, runCommand } from '../../process/run-command.ts';

/**
 * The same context with a cache of its own for one gopls. Every gopls command makes the folder of its
 * version in the background, and one that ends meanwhile can leave an empty exe.sha256 there. After
 * that every gopls of that version ends at once. Source: gopls/internal/filecache/filecache.go,
 * getCacheDir; scenario gopls-index-empty.
 */
export function withOwnGoplsCache<T extends CommandContext>(where: T): T {
  return { ...where, env: { ...where.env, GOPLSCACHE: join(where.env['TMPDIR'] ?? where.folder, randomUUID()) } };
}

/** Runs one short gopls command. @throws what runCommand throws. */
export function runGopls(gopls: string, args: readonly string[], where: CommandContext): Promise<CommandResult> {
  return runCommand(gopls, args, withOwnGoplsCache(where));
}
