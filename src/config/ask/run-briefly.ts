/** A command that is asked something: with nothing on its stdin, under a time limit, ended with all that it started. */
import { spawn } from 'node:child_process';
import { HarnessError } from '../../errors.ts';
import { signalGroup } from '../../signal-group.ts';

export interface Said {
  /** null when a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** How long an answer may take, and what ends the asking. */
export interface Patience {
  readonly limitMs: number;
  readonly signal: AbortSignal;
}

export interface Surroundings extends Patience {
  readonly folder: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

const outputLimit = 8 << 20;
const graceMs = 2000;

/**
 * @throws HarnessError when it does not start, or takes too long.
 * @throws the reason of the signal.
 */
export function runBriefly(
  command: string,
  args: readonly string[],
  { folder, env, limitMs, signal }: Surroundings,
): Promise<Said> {
  signal.throwIfAborted();
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: folder,
      env: { ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    let stdout = '';
    let stderr = '';
    let left: Error | null = null;
    let grace: NodeJS.Timeout | undefined;
    const leave = (why: Error) => {
      left ??= why;
      // What takes its leave removes its own temporary files, as go does; what does not is ended all the same.
      signalGroup(child.pid, 'SIGINT');
      grace ??= setTimeout(() => {
        signalGroup(child.pid, 'SIGKILL');
        child.stdout.destroy();
        child.stderr.destroy();
        // It may sit in the kernel where no signal reaches it: nobody waits for that.
        child.unref();
        reject(why);
      }, graceMs);
    };
    const timer = setTimeout(
      () => leave(new HarnessError(`${command} ${args.join(' ')} did not end within ${limitMs} ms`)),
      limitMs,
    );
    const interrupted = () => leave(signal.reason as Error);
    signal.addEventListener('abort', interrupted);
    const settle = () => {
      clearTimeout(timer);
      clearTimeout(grace);
      signal.removeEventListener('abort', interrupted);
    };
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      if (stdout.length < outputLimit) stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      if (stderr.length < outputLimit) stderr += text;
    });
    child.once('error', (error) => {
      settle();
      reject(new HarnessError(`${command} cannot be started`, { cause: error }));
    });
    child.once('close', (code) => {
      settle();
      if (left === null) resolve({ code, stdout, stderr });
      else reject(left);
    });
  });
}
