import { createInterface } from 'node:readline/promises';
import type pc from 'picocolors';
import type { Diagnosis } from '../../doctor/judge/diagnose.ts';
import { assignments, counted, type Done, type FixedMachine, fix } from '../../doctor/remedy/fix.ts';
import { stepText } from '../../doctor/remedy/remedy.ts';
import { printable } from '../../doctor/text/printable.ts';
import { exitStatus, UserError } from '../../errors.ts';
import { onInterruption } from '../../process/interruption.ts';

export interface FixRequest {
  readonly folder: string;
  readonly first: Diagnosis;
  readonly look: () => Promise<Diagnosis>;
  readonly yes: boolean;
  /** Print to stderr; stdout is for the JSON document. */
  readonly json: boolean;
  readonly colours: ReturnType<typeof pc.createColors>;
}

export interface FixResult {
  readonly status: number;
  readonly fixed: FixedMachine;
}

/** A command may download something; the user can press Ctrl-C. */
const commandLimitMs = 15 * 60_000;

/** @throws UserError if no one can be asked and --yes is missing. */
export function checkFix(options: { readonly fix?: true; readonly yes?: true; readonly json?: true }): void {
  if (options.fix === undefined) {
    if (options.yes !== undefined) throw new UserError('--yes goes with --fix');
    return;
  }
  if (options.yes !== undefined) return;
  if (options.json !== undefined) throw new UserError('--fix --json cannot ask; add --yes');
  if (process.stdin.isTTY !== true) {
    throw new UserError(
      '--fix asks before each step, but the input is not a terminal; add --yes, or run it in a terminal',
    );
  }
}

/**
 * Shows each step of each remedy, asks, carries it out, and looks again.
 * @returns the exit status: 0 if no warning or error is left.
 */
export async function fixMachine(request: FixRequest): Promise<FixResult> {
  const { first, colours } = request;
  const stream = request.json ? process.stderr : process.stdout;
  const say = (text: string) => void stream.write(`${text.split('\n').map(printable).join('\n')}\n`);
  using interruption = onInterruption();
  const { signal } = interruption;
  using answers = request.yes ? null : askOnTerminal(signal);
  let shown = '';
  const show = (finding: { readonly id: string; readonly summary: string }, text: string) => {
    const title = `${finding.id}: ${finding.summary}`;
    if (title !== shown) say(`\n${colours.bold(title)}`);
    shown = title;
    say(`  ${colours.green('→')} ${text}`);
  };
  const fixed = await fix(first, {
    look: request.look,
    hands: {
      env: process.env,
      folder: request.folder,
      limitMs: commandLimitMs,
      signal,
      output: process.stderr.fd,
      spare: () => null,
    },
    agree: async (step, finding) => {
      show(finding, stepText(step));
      return answers === null || (await answers.ask('    Do this? [y/N] '));
    },
    leaveToPerson: async (step, finding) => show(finding, `${colours.dim('yours:')} ${stepText(step)}`),
    report: ({ outcome, lines }: Done) => {
      if (outcome === 'declined') say('    not done');
      for (const line of lines) say(`    ${outcome === 'failed' ? colours.red('✗') : '✓'} ${line}`);
    },
  });
  for (const line of summary(fixed, first, signal.aborted)) say(line);
  const well = counted(fixed.diagnosis).length === 0;
  const status = signal.aborted ? exitStatus.interrupted : well ? exitStatus.expected : exitStatus.differs;
  return { status, fixed };
}

function summary(
  { done, environment, diagnosis }: FixedMachine,
  first: Diagnosis,
  aborted: boolean,
): readonly string[] {
  const acted = done.filter(({ outcome }) => outcome === 'done' || outcome === 'failed');
  const set = assignments(environment);
  const again = [...new Set(done.flatMap(({ step }) => (step.kind === 'restart' ? [step.what] : [])))];
  const left = counted(diagnosis);
  return [
    '',
    ...(aborted ? ['Interrupted.'] : []),
    counted(first).length === 0
      ? 'There was nothing to fix.'
      : `Done: ${acted.length === 0 ? 'nothing' : `${acted.length} ${acted.length === 1 ? 'step' : 'steps'}`}. No lock file was deleted.`,
    ...(set.length === 0
      ? []
      : ['Set this for the editor and the shell; unlatch did not save it:', ...set.map((line) => `  ${line}`)]),
    ...(again.length === 0 ? [] : [`Then restart ${again.join(', ')}.`]),
    ...(aborted
      ? []
      : left.length === 0
        ? [`Now: ${diagnosis.verdict}`]
        : [`Remaining: ${left.map(({ id }) => id).join(', ')}. ${diagnosis.verdict}`]),
  ];
}

interface Answers extends Disposable {
  readonly ask: (question: string) => Promise<boolean>;
}

/** Anything but yes means no, including the end of the input. */
function askOnTerminal(signal: AbortSignal): Answers {
  // Without raw mode Ctrl-C stays a signal.
  const lines = createInterface({ input: process.stdin, output: process.stderr, terminal: false });
  let closed = false;
  const end = new Promise<string>((resolve) => {
    lines.once('close', () => {
      closed = true;
      resolve('');
    });
  });
  return {
    ask: async (question) => {
      if (closed || signal.aborted) return false;
      const interrupted = new Promise<string>((resolve) => signal.addEventListener('abort', () => resolve('')));
      const answer = await Promise.race([lines.question(question), end, interrupted]);
      return !signal.aborted && /^y(es)?$/i.test(answer.trim());
    },
    [Symbol.dispose]: () => lines.close(),
  };
}
