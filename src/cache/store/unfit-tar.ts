import { EnvironmentError } from '../../errors.ts';
import type { Env } from '../../go/context.ts';
import { runCommand } from '../../process/run-command.ts';

const remedy = 'install GNU tar before this action: apk add tar, apt-get install tar or dnf install tar';

/**
 * Why the tar on PATH cannot handle the archives of the cache, and what to do; null: it is GNU's, or this is not Linux. The
 * toolkit uses options that only GNU tar has there (@actions/cache, internal/tar.js), and reports only an exit status.
 */
export async function unfitTar(env: Env): Promise<string | null> {
  if (process.platform !== 'linux') return null;
  try {
    const signal = new AbortController().signal;
    const { stdout, stderr } = await runCommand('tar', ['--version'], { folder: '/', env, limitMs: 10_000, signal });
    if (stdout.includes('GNU tar')) return null;
    const [first = ''] = (stdout.trim() || stderr.trim()).split('\n');
    return `the tar of this system is not GNU tar (${first}); ${remedy}`;
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error;
    return `there is no tar on PATH; ${remedy}`;
  }
}
