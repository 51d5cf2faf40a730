/**
 * The doctor runs in a child process. A call on a hung filesystem blocks one of libuv's threads, and
 * Node joins these at exit (src/node.cc, uv_library_shutdown): the process prints everything but never
 * exits.
 */
import { EnvironmentError } from '../errors.ts';
import type { Env } from '../go/context.ts';

const marker = 'UNLATCH_DOCTOR_CHILD';

/**
 * Runs this command line again as a child and kills the child once it reports its exit status. With
 * `forward` the child receives this process's termination signals and ends by itself, since it may be
 * in the middle of a step.
 */
export async function inChild(env: Env, { forward = false } = {}): Promise<number> {
  const { fork } = await import('node:child_process');
  const [, script = '', ...args] = process.argv;
  // With libuv's default of four threads, four hung calls would make all others look hung.
  const child = fork(script, args, { env: { ...env, UV_THREADPOOL_SIZE: '64', [marker]: `${process.pid}` } });
  if (forward) for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => child.kill(name));
  return await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('message', (status) => {
      child.kill('SIGKILL');
      // Do not wait for it: no signal ends some calls.
      child.unref();
      child.disconnect();
      resolve(Number(status));
    });
    child.once('exit', (code, signal) => {
      if (code === null) reject(new EnvironmentError(`${signal} ended the doctor`));
      else resolve(code);
    });
  });
}

/** Reports the exit status to the parent; null: inChild did not start this process. */
export function whoAsks(env: Env): ((status: number) => void) | null {
  if (env[marker] !== `${process.ppid}` || process.send === undefined) return null;
  // If the parent was killed, there is nobody to report to.
  process.once('disconnect', () => process.kill(process.pid, 'SIGKILL'));
  process.channel?.unref();
  return (status) => process.send?.(status);
}
