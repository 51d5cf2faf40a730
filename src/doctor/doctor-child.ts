/**
 * The doctor runs in a child process. A call on a hung filesystem blocks one of libuv's threads, and
 * Node joins these at exit (src/node.cc, uv_library_shutdown): the process prints everything but never
 * exits.
 */
import { EnvironmentError, exitStatus } from '../errors.ts';
import type { Env } from '../go/context.ts';
import { onInterruption } from '../process/interruption.ts';

const marker = 'UNLATCH_DOCTOR_CHILD';

/**
 * Runs this command line again as a child and kills the child once it reports its exit status. At a signal the
 * child ends by itself: it may be in the middle of a step, and has commands to end.
 */
export async function inChild(env: Env): Promise<number> {
  using interruption = onInterruption();
  const { fork } = await import('node:child_process');
  const [, script = '', ...args] = process.argv;
  // With libuv's default of four threads, four hung calls would make all others look hung.
  const child = fork(script, args, { env: { ...env, UV_THREADPOOL_SIZE: '64', [marker]: `${process.pid}` } });
  interruption.signal.addEventListener('abort', () => child.kill('SIGINT'));
  if (interruption.signal.aborted) child.kill('SIGINT');
  // A second Ctrl-C exits at once, also where a call on a hung filesystem keeps the child from noticing.
  process.once('exit', () => child.kill('SIGKILL'));
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
      if (code !== null) resolve(code);
      // It had not begun yet.
      else if (interruption.signal.aborted) resolve(exitStatus.interrupted);
      else reject(new EnvironmentError(`${signal} ended the doctor`));
    });
  });
}

/** Reports the exit status to the parent; null: inChild did not start this process. */
export function whoAsks(env: Env): ((status: number) => void) | null {
  if (env[marker] !== `${process.ppid}` || process.send === undefined) return null;
  process.channel?.unref();
  return (status) => process.send?.(status);
}
