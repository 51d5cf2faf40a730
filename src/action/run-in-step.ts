import { basename } from 'node:path';
import { exec } from '@actions/exec';
import { EnvironmentError, messageOf } from '../errors.ts';
import type { Env } from '../go/context.ts';
import { endMarked, signalOwnMarked } from '../process/end-marked.ts';

/** By which what a step has started is found again: @actions/exec tells nobody its child (lib/toolrunner.js, ToolRunner.exec). */
const marker = 'UNLATCH_STEP';

export interface StepCommand {
  readonly cwd: string;
  readonly env: Env;
  /** It is ended after so long without a word, with all that it has started. */
  readonly silenceMs?: number;
}

/**
 * Runs a program as a step does: its command line and its output go to the step's log as they come. A job that is cancelled interrupts it,
 * as Ctrl-C does: the runner signals the step's own process, and only after a while all that is left of it. Its standard input stays
 * open, and empty: @actions/exec closes it only behind an input, and throws EPIPE where the program has ended before that.
 *
 * @returns its exit status.
 * @throws EnvironmentError when it does not start, was silent for too long, or was ended by a signal.
 */
export async function runInStep(
  command: string,
  args: readonly string[],
  { cwd, env, silenceMs = 600_000 }: StepCommand,
): Promise<number> {
  const id = `${process.pid}-${performance.now()}`;
  const mark = `${marker}=${id}`;
  let silent: Promise<void> | null = null;
  const timer = setTimeout(() => {
    silent = endMarked(mark, 0);
  }, silenceMs);
  const interrupt = () => signalOwnMarked(mark, 'SIGINT');
  process.once('SIGINT', interrupt);
  process.once('SIGTERM', interrupt);
  const heard = () => void timer.refresh();
  const name = [basename(command), args[0]].join(' ');
  try {
    // Null where a signal ended it, whatever the types say.
    const code: number | null = await exec(quoted(command), [...args], {
      cwd,
      env: { ...definedIn(env), [marker]: id },
      ignoreReturnCode: true,
      listeners: { stdout: heard, stderr: heard },
    });
    if (silent !== null) throw new EnvironmentError(`${name} said nothing for ${silenceMs / 1000} s, and was ended`);
    if (code === null) throw new EnvironmentError(`${name} was ended by a signal`);
    return code;
  } catch (error) {
    if (error instanceof EnvironmentError) throw error;
    throw new EnvironmentError(`${name} does not run: ${messageOf(error)}`, { cause: error });
  } finally {
    clearTimeout(timer);
    process.off('SIGINT', interrupt);
    process.off('SIGTERM', interrupt);
    await silent;
  }
}

/** What @actions/exec takes is a command line, which it splits at spaces. */
function quoted(command: string): string {
  return `"${command.replaceAll('"', '\\"')}"`;
}

function definedIn(env: Env): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
