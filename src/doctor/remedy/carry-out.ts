/** Carries out one step of a remedy, for `doctor --fix` and for the lab alike. */
import { spawn } from 'node:child_process';
import { statSync } from 'node:fs';
import { setTimeout as after } from 'node:timers/promises';
import { errnoOf, messageOf } from '../../errors.ts';
import type { Env } from '../../go/context.ts';
import { groupEnds } from '../../process/end-group.ts';
import { awaitPassedOn, locksOfAll } from '../../process/proc/flock-passed-on.ts';
import { isDead, readStat } from '../../process/proc/stat.ts';
import { signalGroup } from '../../process/signal-group.ts';
import { type Step, stepText, type Target } from './remedy.ts';

export interface Hands {
  /** The environment of the commands. */
  readonly env: Env;
  /** The workspace: the default working directory of a command. */
  readonly folder: string;
  /** The time limit of a command. */
  readonly limitMs: number;
  /** Aborts a running command. */
  readonly signal: AbortSignal;
  /** The descriptor for the output of commands. */
  readonly output: number;
  /** null: it may be signalled; otherwise the reason to leave it alone. */
  readonly spare: (pid: number) => string | null;
}

export interface StepOutcome {
  /** 'told': a person must do it. */
  readonly outcome: 'done' | 'failed' | 'told';
  /** The results, one line each. */
  readonly lines: readonly string[];
}

/** How long a process may take to end after its signal. */
const endsWithinMs = 5000;
const lookMs = 50;

export async function carryOut(step: Step, hands: Hands): Promise<StepOutcome> {
  switch (step.kind) {
    case 'signal':
      return await send(step, hands);
    case 'run':
      return await runCommand(step, hands);
    default:
      return { outcome: 'told', lines: [] };
  }
}

async function send(step: Step & { readonly kind: 'signal' }, hands: Hands): Promise<StepOutcome> {
  const lines: string[] = [];
  const signalled: Target[] = [];
  let spared = false;
  const locks = locksOfAll(step.processes.map(({ pid }) => pid));
  for (const target of step.processes) {
    const why = isGone(target) ? 'has already ended' : (whyNot(target) ?? hands.spare(target.pid));
    if (why === null) {
      const failed = kill(target, step.signal);
      if (failed === null) signalled.push(target);
      else spared = true;
      lines.push(failed ?? `sent SIG${step.signal} to ${target.what}`);
    } else {
      spared ||= !isGone(target);
      lines.push(`${target.what} ${why}`);
    }
  }
  const left = step.signal === 'CONT' ? [] : await stillThere(signalled);
  if (left.length === 0) await awaitPassedOn(locks, endsWithinMs);
  for (const { what } of left) lines.push(`${what} has not ended within ${endsWithinMs / 1000} s`);
  return { outcome: spared || left.length > 0 ? 'failed' : 'done', lines };
}

/** It has ended, or its pid now belongs to another process. */
function isGone({ pid, startTicks }: Target): boolean {
  const stat = readStat(pid);
  return stat === null || isDead(stat) || (startTicks !== 0 && stat.startTicks !== startTicks);
}

function whyNot({ pid, startTicks }: Target): string | null {
  if (startTicks === 0) return 'is left alone: its start time is unknown, so another process may have its pid';
  if (isAncestor(pid)) return 'is left alone: it started this doctor';
  const own = process.geteuid?.();
  const uid = ownerOf(pid);
  return own === 0 || uid === own ? null : `is left alone: it belongs to user ${uid}; this is user ${own}`;
}

function ownerOf(pid: number): number | null {
  return statSync(`/proc/${pid}`, { throwIfNoEntry: false })?.uid ?? null;
}

function isAncestor(pid: number): boolean {
  for (let at: number | undefined = process.pid; at !== undefined && at > 0; at = readStat(at)?.ppid) {
    if (at === pid) return true;
  }
  return false;
}

/** Looks once more right before the signal: a pid may be reused. */
function kill(target: Target, signal: 'CONT' | 'TERM' | 'KILL'): string | null {
  if (isGone(target)) return `${target.what} has already ended`;
  try {
    process.kill(target.pid, `SIG${signal}`);
    return null;
  } catch (error) {
    if (errnoOf(error) === 'ESRCH') return `${target.what} has already ended`;
    return `${target.what} could not be signalled: ${messageOf(error)}`;
  }
}

async function stillThere(targets: readonly Target[]): Promise<readonly Target[]> {
  const deadlineMs = performance.now() + endsWithinMs;
  for (;;) {
    const left = targets.filter((target) => !isGone(target));
    if (left.length === 0 || performance.now() > deadlineMs) return left;
    await after(lookMs);
  }
}

/** Streams the output of the command while it runs. */
function runCommand(step: Step & { readonly kind: 'run' }, hands: Hands): Promise<StepOutcome> {
  const [command = '', ...args] = step.argv;
  const { limitMs, signal, output } = hands;
  // Its own process group can be killed as a whole. sudo needs the terminal for its password prompt, which such a group lacks.
  const detached = command !== 'sudo';
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: step.cwd ?? hands.folder,
      env: withChanges(hands.env, step.env),
      stdio: ['ignore', output, output],
      detached,
    });
    let why: string | null = null;
    const end = (reason: string) => {
      why = reason;
      if (detached) signalGroup(child.pid, 'SIGKILL');
      else child.kill('SIGKILL');
    };
    const abort = () => end('was interrupted');
    const timer = setTimeout(() => end(`did not end within ${Math.round(limitMs / 1000)} s and was killed`), limitMs);
    signal.addEventListener('abort', abort);
    const settle = (outcome: 'done' | 'failed', lines: readonly string[]) => {
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
      resolve({ outcome, lines });
    };
    child.once('error', (error) => settle('failed', [`${command} could not be run: ${messageOf(error)}`]));
    child.once('exit', async (code, by) => {
      // What the command has started was killed with it, and may hold a lock until it is gone.
      if (why !== null && detached) await groupEnds(child.pid, endsWithinMs);
      if (why !== null) settle('failed', [`${command} ${why}`]);
      else if (code === 0) settle('done', [`ran ${textOf(step)}`]);
      else settle('failed', [`${textOf(step)} ended with ${code ?? by}`]);
    });
    if (signal.aborted) abort();
  });
}

function textOf(step: Step): string {
  return stepText({ ...step, why: '' } as Step);
}

/** null unsets a variable. */
export function withChanges(env: Env, changes: Readonly<Record<string, string | null>>): Env {
  return Object.fromEntries(
    Object.entries({ ...env, ...changes }).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
