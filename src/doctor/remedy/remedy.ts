/**
 * What helps, as data: it is printed from this, `doctor --fix` carries it out, and the lab carries out the same in each scenario that
 * names a finding.
 */
import { isOrphanHolder } from '../chain/cause.ts';
import { treeOf } from '../chain/moving.ts';
import type { ProcessFact } from '../process-fact.ts';
import type { Snapshot } from '../snapshot.ts';
import { processText } from '../text/process-text.ts';

export type Step =
  /** Processes that get a signal, in this order. Each is told by its id and by when it was started. */
  | {
      readonly kind: 'signal';
      readonly signal: 'CONT' | 'TERM' | 'KILL';
      readonly processes: readonly Target[];
      readonly why: string;
    }
  /** A command. */
  | {
      readonly kind: 'run';
      readonly argv: readonly string[];
      /** Beside what it inherits. Null: unset. */
      readonly env: Readonly<Record<string, string | null>>;
      /** Null: the workspace. */
      readonly cwd: string | null;
      readonly why: string;
    }
  /** Variables for the editor, the shell or the job, from here on. Null: unset. */
  | { readonly kind: 'environment'; readonly env: Readonly<Record<string, string | null>>; readonly why: string }
  /** gopls, or the command that failed, is started again by whoever uses it. */
  | { readonly kind: 'restart'; readonly what: string; readonly why: string }
  /** Only a person can say what is right. */
  | { readonly kind: 'decide'; readonly text: string };

export interface Target {
  readonly pid: number;
  /** Ticks since the machine was started; 0: not known, and then it is not ended. */
  readonly startTicks: number;
  /** "`go list`" */
  readonly what: string;
}

/** @param processes in the order in which they get it. */
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

/** Ends it with all below it: git's helpers, ssh and askpass go on by themselves otherwise. */
export function endTree(process: ProcessFact, snapshot: Snapshot, why: string): Step {
  return signal(
    'KILL',
    treeOf(process, snapshot).filter(({ aside }) => aside === null),
    why,
  );
}

/** Every orphan that waits for, or holds, the lock which this one holds: the next would inherit it. */
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

/** As it is printed: a line that a person may copy, and why. */
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
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
