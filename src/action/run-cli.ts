import { join } from 'node:path';
import type { Env } from '../go/context.ts';
import { packageRoot } from '../package-root.ts';
import { runInStep } from './run-in-step.ts';

/**
 * Runs the CLI bundle beside this one, in a process of its own: a plain setup step loads none of
 * it.
 *
 * @returns its exit status.
 */
export async function runCli(args: readonly string[], workspace: string, env: Env): Promise<number> {
  const cli = join(packageRoot(), 'dist', 'cli.cjs');
  return await runInStep(process.execPath, [cli, ...args], { cwd: workspace, env });
}
