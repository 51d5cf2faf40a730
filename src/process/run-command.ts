/** A command that is asked something: with nothing on its stdin, under a time limit, ended with all that it started. */
import type { ChildProcess } from 'node:child_process';
import { EnvironmentError, errnoOf } from '../errors.ts';
import { isFolder } from '../is-folder.ts';
import { signalGroup } from './signal-group.ts';
import { startChild } from './start-child.ts';

export interface CommandResult {
  /** null when a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** How long an answer may take, and what ends the asking. */
export interface CommandLimits {
  /** From its start; of a `talking` command from the last that it said. */
  readonly limitMs: number;
  /** It tells how it gets on, and works as long as it does that. */
  readonly talking?: boolean;
  /** Is told what comes on stderr, as it comes. */
  readonly onStderr?: ((text: string) => void) | undefined;
  readonly signal: AbortSignal;
}

export interface CommandContext extends CommandLimits {
  readonly folder: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** A command that was ended at its limit, and what it had said by then. */
export class SilentCommand extends EnvironmentError {
  readonly stderr: string;

  constructor(message: string, stderr: string) {
    super(message);
    this.stderr = stderr;
  }
}

const outputLimit = 64 << 20;
const graceMs = 2000;

/**
 * @throws SilentCommand when it takes too long.
 * @throws EnvironmentError when it does not start.
 * @throws the reason of the signal.
 */
export function runCommand(
  command: string,
  args: readonly string[],
  { folder, env, limitMs, talking = false, onStderr, signal }: CommandContext,
): Promise<CommandResult> {
  signal.throwIfAborted();
  return new Promise((resolve, reject) => {
    let child: ChildProcess;
    try {
      child = startChild(command, args, {
        cwd: folder,
        env: { ...env },
        stdio: ['ignore', 'pipe', 'pipe'],
        // A group of its own, which is ended as a whole: go may have started git.
        detached: process.platform !== 'win32',
        windowsHide: true,
      });
    } catch (error) {
      // Most errors of a start come as an event, and some are thrown: a folder that is a file, no more descriptors.
      reject(notStarted(command, folder, error));
      return;
    }
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
        child.stdout?.destroy();
        child.stderr?.destroy();
        // It may sit in the kernel where no signal reaches it: nobody waits for that.
        child.unref();
        reject(why);
      }, graceMs);
    };
    const over = talking ? `said nothing for ${limitMs / 1000} s` : `did not end within ${limitMs} ms`;
    const timer = setTimeout(() => leave(new SilentCommand(`${command} ${args.join(' ')} ${over}`, stderr)), limitMs);
    const interrupted = () => leave(signal.reason as Error);
    signal.addEventListener('abort', interrupted);
    const settle = () => {
      clearTimeout(timer);
      clearTimeout(grace);
      signal.removeEventListener('abort', interrupted);
    };
    const heard = () => {
      if (talking && left === null) timer.refresh();
    };
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      heard();
      if (stdout.length < outputLimit) stdout += text;
    });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      heard();
      onStderr?.(text);
      if (stderr.length < outputLimit) stderr += text;
    });
    child.once('error', (error) => {
      settle();
      reject(notStarted(command, folder, error));
    });
    child.once('close', (code) => {
      settle();
      if (left === null) resolve({ code, stdout, stderr });
      else reject(left);
    });
  });
}

/** ENOENT is said of the folder as well as of the program: which of them it was is looked up. */
function notStarted(command: string, folder: string, cause: unknown): unknown {
  if (errnoOf(cause) === undefined) return cause;
  const isThere = isFolder(folder);
  return new EnvironmentError(
    isThere ? `${command} cannot be started` : `${command} cannot be started in ${folder}, which is no folder`,
    {
      cause,
    },
  );
}
