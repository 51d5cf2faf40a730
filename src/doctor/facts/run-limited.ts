/** Runs a command that may hang, and kills it and its children at a time limit. */
import type { ChildProcess } from 'node:child_process';
import { messageOf } from '../../errors.ts';
import { killGroup } from '../../process/end-group.ts';
import { startChild } from '../../process/start-child.ts';
import { redact } from '../../redact.ts';
import type { CommandFact } from '../go-fact.ts';

export interface Limited extends CommandFact {
  readonly stdout: string;
  readonly stderr: string;
}

/** For system tools whose output is parsed: not shadowed by the user's PATH, and in English. */
export const systemEnv = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C' };

/** It may block in the kernel where no signal reaches it, so do not wait for it longer. */
const killedMs = 500;
const outputLimit = 4 << 20;

/** Never rejects: a missing command has no code and says so in `stderr`. */
export function runLimited(
  command: readonly string[],
  options: {
    readonly env: Readonly<Record<string, string | undefined>>;
    readonly cwd: string;
    readonly limitMs: number;
  },
): Promise<Limited> {
  const [file = '', ...args] = command;
  const begin = performance.now();
  return new Promise((resolve) => {
    let stdout = '';
    let stderr = '';
    let timedOut = false;
    let child: ChildProcess | undefined;
    const end = (code: number | null) => {
      clearTimeout(timer);
      child?.stdout?.destroy();
      child?.stderr?.destroy();
      const ms = Math.round(performance.now() - begin);
      const output = redact((stderr.trim() || stdout.trim()).slice(0, 400));
      resolve({ command: command.join(' '), code, timedOut, ms, output, stdout, stderr });
    };
    const timer = setTimeout(() => {
      timedOut = true;
      child?.unref();
      void killGroup(child?.pid, killedMs).then(() => end(null));
    }, options.limitMs);
    try {
      // Its own process group, killed as a whole: `go env` may have started git or another Go.
      const { cwd, env } = options;
      child = startChild(file, args, { cwd, env: { ...env }, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    } catch (error) {
      stderr = messageOf(error);
      return end(null);
    }
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      if (stdout.length < outputLimit) stdout += text;
    });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      if (stderr.length < outputLimit) stderr += text;
    });
    child.once('error', (error) => {
      stderr = error.message;
      end(null);
    });
    child.once('close', (code) => {
      if (!timedOut) end(code);
    });
  });
}

export function factOf({ command, code, timedOut, ms, output }: Limited): CommandFact {
  return { command, code, timedOut, ms, output };
}
