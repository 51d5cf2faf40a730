import { execFile } from 'node:child_process';
import type { Env } from '../../go/context.ts';

/**
 * The standard output of git; null: there is no git, or it failed, as outside a repository.
 *
 * @throws the reason of the signal.
 */
export function runGit(
  args: readonly string[],
  folder: string,
  env: Env,
  signal?: AbortSignal,
): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const child = execFile(
      'git',
      // In containers the checkout often belongs to another user, and git refuses to read it.
      ['-c', 'safe.directory=*', '-c', 'core.quotePath=false', ...args],
      { cwd: folder, env: { ...env }, maxBuffer: 256 << 20, ...(signal && { signal }) },
      (error, stdout) => {
        if (signal?.aborted) reject(signal.reason);
        else resolve(error === null ? stdout : null);
      },
    );
    child.stdin?.on('error', () => child.kill());
    child.stdin?.end();
  });
}
