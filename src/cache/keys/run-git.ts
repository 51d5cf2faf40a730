import { execFile } from 'node:child_process';
import type { Env } from '../../go/context.ts';

/** What git prints on standard output; null when there is no git, or it fails, as outside of a repository. */
export function runGit(args: readonly string[], folder: string, env: Env, input?: string): Promise<string | null> {
  return new Promise((resolve) => {
    const child = execFile(
      'git',
      // A container's checkout often belongs to another user, and git would refuse to read it.
      ['-c', 'safe.directory=*', '-c', 'core.quotePath=false', ...args],
      { cwd: folder, env: { ...env }, maxBuffer: 256 << 20 },
      (error, stdout) => resolve(error === null ? stdout : null),
    );
    child.stdin?.on('error', () => child.kill());
    child.stdin?.end(input ?? '');
  });
}
