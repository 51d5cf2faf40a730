/**
 * Remedies as data: the doctor prints them, `doctor --fix` carries them out, and the lab carries out
 * the same steps in each scenario that names a finding.
 */

import { quoteWord } from '../../quote-word.ts';
import { isOrphanHolder } from '../chain/cause.ts';
import { treeOf } from '../chain/moving.ts';
import type { ProcessFact } from '../process-fact.ts';
import type { Snapshot } from '../snapshot.ts';
import { processText } from '../text/process-text.ts';

export type Step =
  /** Processes to signal, in this order. The pid and start time identify each. */
  | {
      readonly kind: 'signal';
      readonly signal: 'CONT' | 'TERM' | 'KILL';
      readonly processes: readonly Target[];
      readonly why: string;
    }
  /** A command to run. */
  | {
      readonly kind: 'run';
      readonly argv: readonly string[];
      /** Added to the inherited environment. null: unset. */
      readonly env: Readonly<Record<string, string | null>>;
      /** null: the workspace. */
      readonly cwd: string | null;
      readonly why: string;
    }
  /** Variables for the editor, the shell or the job from now on. null: unset. */
  | { readonly kind: 'environment'; readonly env: Readonly<Record<string, string | null>>; readonly why: string }
  /** The user starts gopls or the failed command again. */
  | { readonly kind: 'restart'; readonly what: string; readonly why: string }
  /** Only a person can decide. */
  | { readonly kind: 'decide'; readonly text: string };

export interface Target {
  readonly pid: number;
  /** Ticks since boot; 0: unknown, and then the process gets no signal. */
  readonly startTicks: number;
  /** "`go list`" */
  readonly what: string;
}

/** @param processes in the order in which they get the signal. */
export function signal(name: 'CONT' | 'TERM' | 'KILL', processes: readonly ProcessFact[], why: string): Step {
  const targets = [...new Map(processes.map((process) => [process.pid, process])).values()];
  return {
    kind: 'signal',
    signal: name,
    processes: targets.map((process) => ({
      pid: process.pid,
      startTicks: process.startTicks,
      what: processText(process),
    })),
    why,
  };
}

/** Kills it and its descendants: git's helpers, ssh and askpass would otherwise live on. */
export function killTree(process: ProcessFact, snapshot: Snapshot, why: string): Step {
  return signal(
    'KILL',
    treeOf(process, snapshot).filter(({ aside }) => aside === null),
    why,
  );
}

/** Every orphan that waits for or shares this one's lock: the next of them would hold it. */
export function orphansWith(process: ProcessFact, snapshot: Snapshot): readonly ProcessFact[] {
  const held = process.files.filter(({ lock }) => lock !== null).map(({ path }) => path);
  return snapshot.processes.filter(
    (other) =>
      other.pid !== process.pid &&
      other.orphan &&
      other.state !== 'Z' &&
      (isOrphanHolder(other) || other.threads.some(({ flockFd }) => flockFd !== null)) &&
      other.files.some(({ path }) => held.includes(path)),
  );
}

export function run(
  argv: readonly string[],
  why: string,
  options: { readonly env?: Readonly<Record<string, string | null>>; readonly cwd?: string } = {},
): Step {
  return { kind: 'run', argv, env: options.env ?? {}, cwd: options.cwd ?? null, why };
}

export function environment(env: Readonly<Record<string, string | null>>, why: string): Step {
  return { kind: 'environment', env, why };
}

export function restart(what: string, why = ''): Step {
  return { kind: 'restart', what, why };
}

export function decide(text: string): Step {
  return { kind: 'decide', text };
}

/** The step as printed: a line to copy, and why. */
export function stepText(step: Step): string {
  switch (step.kind) {
    case 'signal': {
      const ids = step.processes.map(({ pid }) => pid).join(' ');
      return withWhy(`kill -${step.signal} ${ids}`, step.why);
    }
    case 'run': {
      const set = Object.entries(step.env).flatMap(([name, value]) =>
        value === null ? [`-u ${name}`] : [`${name}=${quoted(value)}`],
      );
      const unsets = set.some((word) => word.startsWith('-u'));
      const prefix = set.length === 0 ? '' : `${unsets ? 'env ' : ''}${set.join(' ')} `;
      const place = step.cwd === null ? '' : `cd ${quoted(step.cwd)} && `;
      return withWhy(`${place}${prefix}${step.argv.map(quoted).join(' ')}`, step.why);
    }
    case 'environment': {
      const set = Object.entries(step.env).map(([name, value]) =>
        value === null ? `unset ${name}` : `${name}=${quoted(value)}`,
      );
      return withWhy(`set ${set.join(', ')}`.replace(/^set unset /, 'unset '), step.why);
    }
    case 'restart':
      return withWhy(`start ${step.what} again`, step.why);
    case 'decide':
      return step.text;
  }
}

function withWhy(what: string, why: string): string {
  return why === '' ? what : `${what}   # ${why}`;
}

function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : quoteWord(word);
}
