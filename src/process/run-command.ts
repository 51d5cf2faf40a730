/** Runs a command for its answer: with empty stdin and a time limit, killed together with its children. */
import type { ChildProcess } from 'node:child_process';
import { EnvironmentError, errnoOf } from '../errors.ts';
import { isFolder } from '../is-folder.ts';
import { endGroup } from './end-group.ts';
import { startChild } from './start-child.ts';

export interface CommandResult {
  /** null: a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The time limit of an answer, and what aborts it. */
export interface CommandLimits {
  /** Counts from the start; for a `talking` command from its last output. */
  readonly limitMs: number;
  /** The command reports progress, and is working while it does. */
  readonly talking?: boolean;
  /** Receives stderr as it arrives. */
  readonly onStderr?: ((text: string) => void) | undefined;
  readonly signal: AbortSignal;
}

export interface CommandContext extends CommandLimits {
  readonly folder: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** A command that was killed at its limit, with its stderr so far. */
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
 * @throws SilentCommand if it takes too long.
 * @throws EnvironmentError if it does not start.
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
        // Its own process group, killed as a whole: go may have started git.
        detached: process.platform !== 'win32',
        windowsHide: true,
      });
    } catch (error) {
      // Most spawn errors come as an event; some are thrown: a cwd that is a file, no more descriptors.
      reject(notStarted(command, folder, error));
      return;
    }
    let stdout = '';
    let stderr = '';
    let left: Error | null = null;
    const leave = async (why: Error) => {
      if (left !== null) return;
      left = why;
      // At SIGINT go removes its temporary files.
      await endGroup(child.pid, graceMs);
      settle();
      child.stdout?.destroy();
      child.stderr?.destroy();
      child.unref();
      reject(why);
    };
    const over = talking ? `said nothing for ${limitMs / 1000} s` : `did not end within ${limitMs} ms`;
    const tooLate = () => leave(new SilentCommand(`${command} ${args.join(' ')} ${over}`, stderr));
    const timer = setTimeout(() => void tooLate(), limitMs);
    const interrupted = () => void leave(signal.reason as Error);
    signal.addEventListener('abort', interrupted);
    const settle = () => {
      clearTimeout(timer);
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
      if (left !== null) return;
      settle();
      resolve({ code, stdout, stderr });
    });
  });
}

/** ENOENT may mean the folder or the program: checks which. */
function notStarted(command: string, folder: string, cause: unknown): unknown {
  if (errnoOf(cause) === undefined) return cause;
  const isThere = isFolder(folder);
  return new EnvironmentError(
    isThere ? `${command} cannot be started` : `${command} cannot be started in ${folder}: not a folder`,
    {
      cause,
    },
  );
}
