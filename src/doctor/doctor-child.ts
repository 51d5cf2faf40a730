/**
 * The doctor looks at the disks in a process of its own. A call on a filesystem that hangs keeps one of libuv's threads, and Node joins
 * these at its end (src/node.cc, uv_library_shutdown): such a process prints all it has to say, and never exits.
 */
import { fork } from 'node:child_process';
import { EnvironmentError } from '../errors.ts';

type Env = Readonly<Record<string, string | undefined>>;

const marker = 'UNLATCH_DOCTOR_CHILD';

/**
 * Runs this very command line again, and ends it as soon as it has told its exit status. With `forward` it gets the signals that ask
 * this process to end, and ends by itself: it may be in the middle of something.
 */
export function inChild(env: Env, { forward = false } = {}): Promise<number> {
  const [, script = '', ...args] = process.argv;
  // With libuv's four threads, four calls that hang would let all others look hung too.
  const child = fork(script, args, { env: { ...env, UV_THREADPOOL_SIZE: '64', [marker]: `${process.pid}` } });
  if (forward) for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => child.kill(name));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('message', (status) => {
      child.kill('SIGKILL');
      // Nor is it waited for: there are calls that no signal ends.
      child.unref();
      child.disconnect();
      resolve(Number(status));
    });
    child.once('exit', (code, signal) => {
      if (code === null) reject(new EnvironmentError(`the doctor was ended by ${signal}`));
      else resolve(code);
    });
  });
}

/** Tells the exit status to the process that started this one; null: it was not started so. */
export function whoAsks(env: Env): ((status: number) => void) | null {
  if (env[marker] !== `${process.ppid}` || process.send === undefined) return null;
  // Where that one was killed there is nobody to report to.
  process.once('disconnect', () => process.kill(process.pid, 'SIGKILL'));
  process.channel?.unref();
  return (status) => process.send?.(status);
}
