import { basename } from 'node:path';
import { exec } from '@actions/exec';
import { EnvironmentError, messageOf } from '../errors.ts';
import type { Env } from '../go/context.ts';
import { endMarked, signalOwnMarked } from '../process/end-marked.ts';

/**
 * Environment variable that marks what a step started: @actions/exec does not expose its child
 * (lib/toolrunner.js, ToolRunner.exec).
 */
const marker = 'UNLATCH_STEP';

export interface StepCommand {
  readonly cwd: string;
  readonly env: Env;
  /** The program and all its descendants are ended after this long without output. */
  readonly silenceMs?: number;
}

/**
 * Runs a program as a step does: its command line and output go straight to the step's log. When
 * the job is cancelled, the program gets SIGINT, as from Ctrl-C: the runner signals only the step's
 * own process, and kills the rest later. stdin stays open and empty: @actions/exec closes it only
 * after an input, and throws EPIPE if the program ended before that.
 *
 * @returns its exit status.
 * @throws EnvironmentError when it does not start, is silent for too long, or is ended by a signal.
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
    // null if a signal ended it, despite the types.
    const code: number | null = await exec(quoted(command), [...args], {
      cwd,
      env: { ...definedIn(env), [marker]: id },
      ignoreReturnCode: true,
      listeners: { stdout: heard, stderr: heard },
    });
    if (silent !== null) throw new EnvironmentError(`${name} was silent for ${silenceMs / 1000} s and was ended`);
    if (code === null) throw new EnvironmentError(`${name} was ended by a signal`);
    return code;
  } catch (error) {
    if (error instanceof EnvironmentError) throw error;
    throw new EnvironmentError(`cannot run ${name}: ${messageOf(error)}`, { cause: error });
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
