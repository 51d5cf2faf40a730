import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { EnvironmentError } from '../errors.ts';
import type { Env } from '../go/context.ts';
import { packageRoot } from '../package-root.ts';

/**
 * Runs the command line beside this bundle, its output into the step's log. A process of its own, so that a step that
 * only sets up loads nothing of it. A job that is cancelled interrupts it, as Ctrl-C does.
 *
 * @returns its exit status.
 */
export async function runCli(args: readonly string[], workspace: string, env: Env): Promise<number> {
  const child = spawn(process.execPath, [join(packageRoot(), 'dist', 'cli.cjs'), ...args], {
    cwd: workspace,
    env: { ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  // The runner signals the step's own process, and only after a while all that is left of it.
  const interrupt = () => child.kill('SIGINT');
  process.once('SIGINT', interrupt);
  process.once('SIGTERM', interrupt);
  try {
    const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
    if (code === null) throw new EnvironmentError(`unlatch ${args[0]} was ended by ${signal}`);
    return code;
  } finally {
    process.off('SIGINT', interrupt);
    process.off('SIGTERM', interrupt);
  }
}
