/**
 * Runs a command under strace with the caller's own stdin, stdout and stderr, and reads strace's log.
 *
 * strace is the command's parent. It exits after the command and everything that the command left
 * running. Do not end strace earlier: a traced process then has a filter without a tracer, and its
 * locks fail with ENOSYS (seccomp(2), SECCOMP_RET_TRACE).
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { constants } from 'node:os';
import { errnoOf, exitStatus, UserError } from '../errors.ts';
import { readText } from '../process/proc/read-proc.ts';
import { followLog } from './follow-log.ts';
import { straceWords } from './strace/strace-command.ts';
import type { StraceLog } from './strace/strace-log.ts';

export interface TracedRun {
  readonly log: StraceLog;
  /** The command's exit status; 128 + n if signal n ended it. */
  readonly status: number;
  /** Processes that the command left running; their strace runs on. */
  readonly left: readonly { readonly pid: number; readonly command: string | null }[];
}

/** @throws UserError if strace is missing or may not trace. */
export function checkTracer(env: NodeJS.ProcessEnv): void {
  if (process.platform !== 'linux') throw new UserError(`trace needs Linux, and this is ${process.platform}`);
  const [file = '', ...words] = straceWords('/dev/null');
  const { error, status, stderr } = spawnSync(file, [...words, 'true'], { env, encoding: 'utf8', timeout: 20_000 });
  if (errnoOf(error) === 'ENOENT') {
    throw new UserError(
      'strace is not installed; `apt-get install strace`, `dnf install strace` or `apk add strace` brings it',
    );
  }
  // Too few descriptors or processes to start anything say nothing about strace.
  if (error !== undefined && typeof stderr !== 'string') throw error;
  if (status === 0 && !/seccomp/i.test(stderr)) return;
  const said = (stderr.trim() || error?.message || `it exited with ${status}`).split('\n').slice(0, 3).join('; ');
  const hint = /invalid|unrecognized|unknown/i.test(said)
    ? 'strace 5.3 or newer is needed'
    : 'ptrace is forbidden: a container needs `--cap-add SYS_PTRACE` or another seccomp profile, kernel.yama.ptrace_scope must be below 3, and no other tracer may be attached';
  throw new UserError(`strace cannot trace here (${said}); ${hint}`);
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT', 'SIGUSR1', 'SIGUSR2'] as const;
/** How often strace's log is read while the command runs. */
const lookMs = 200;

/**
 * @param command not empty.
 * @param logFile strace's log; strace goes on writing if the command leaves something running.
 * @throws UserError if the command cannot be run.
 */
export async function runTraced(
  command: readonly string[],
  logFile: string,
  env: NodeJS.ProcessEnv,
): Promise<TracedRun> {
  const [file = '', ...words] = straceWords(logFile);
  const child = spawn(file, [...words, '--', ...command], { env, stdio: 'inherit' });
  const log = followLog(logFile);
  const pending: NodeJS.Signals[] = [];
  const deliver = () => {
    const pid = log.reader.main?.pid;
    if (pid === undefined) return;
    for (const name of pending.splice(0)) send(pid, name);
  };
  const forward = (name: NodeJS.Signals) => {
    // A terminal sends these to its whole foreground group, so also to the command. strace itself ignores
    // them, since it writes to a file (strace(1), -I).
    if ((name === 'SIGINT' || name === 'SIGQUIT') && inForeground()) return;
    pending.push(name);
    log.look();
    deliver();
  };
  for (const name of signals) process.on(name, forward);
  let tracer: Ended | null;
  try {
    tracer = await commandEnded(child, () => {
      log.look();
      deliver();
      return log.reader.main?.endedUs != null;
    });
    log.look();
  } finally {
    for (const name of signals) process.off(name, forward);
  }
  const main = log.reader.main;
  if (main === null || main.command === null) {
    throw new UserError(`${command[0]} could not be run: check that it exists and is executable`);
  }
  const read = log.end();
  const left = read.running.map(({ pid, command: line }) => ({ pid, command: line }));
  // strace outlives what it traces, unless somebody ends it.
  const cut = tracer !== null && left.length > 0 ? ['strace exited before the processes that it traced'] : [];
  return {
    log: { ...read, gaps: [...read.gaps, ...cut] },
    // strace exits as the command did: with its status, or by the same signal (strace(1), "EXIT STATUS").
    status: tracer === null ? statusOf(endOf(main.endedHow)) : statusOf(tracer),
    left: tracer === null ? left : [],
  };
}

interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/**
 * How strace ended; null: it goes on, since the command left something running. Two looks decide that,
 * since both may be about to exit.
 */
function commandEnded(child: ChildProcess, hasEnded: () => boolean): Promise<Ended | null> {
  return new Promise((resolve, reject) => {
    let seen = false;
    const timer = setInterval(() => {
      if (!hasEnded()) return;
      if (!seen) {
        seen = true;
        return;
      }
      clearInterval(timer);
      child.unref();
      resolve(null);
    }, lookMs);
    child.once('error', (cause) => {
      clearInterval(timer);
      reject(new UserError('strace could not be started', { cause }));
    });
    child.once('exit', (code, signal) => {
      clearInterval(timer);
      resolve({ code, signal });
    });
  });
}

/**
 * Whether a terminal sends its signals to this process and to the command. Source: proc_pid_stat(5), pgrp
 * and tpgid.
 */
function inForeground(): boolean {
  const [, , group, , , foreground] = (readText('/proc/self/stat') ?? '').replace(/^.*\) /s, '').split(' ');
  return group !== undefined && group === foreground;
}

function send(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (errnoOf(error) !== 'ESRCH' && errnoOf(error) !== 'EPERM') throw error;
  }
}

function endOf(how: string | null): Ended {
  const [, code, signal] = /^(?:exited with (\d+)|killed by (SIG\w+))/.exec(how ?? '') ?? [];
  return { code: code === undefined ? null : Number(code), signal: (signal as NodeJS.Signals | undefined) ?? null };
}

/** The status that a shell gives: 128 + n for signal n. */
function statusOf({ code, signal }: Ended): number {
  return code ?? (signal === null ? exitStatus.inconclusive : 128 + constants.signals[signal]);
}
