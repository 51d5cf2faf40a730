/**
 * Carries out the remedies of all warnings and errors, one finding at a time, and looks again after
 * each: when an orphan ends, the next one may get its lock; when a cause is gone, so are its
 * consequences. No step runs twice, so the loop ends.
 */

import { quoteWord } from '../../quote-word.ts';
import type { Finding } from '../finding.ts';
import type { Diagnosis } from '../judge/diagnose.ts';
import { carryOut, type Hands, type StepOutcome, withChanges } from './carry-out.ts';
import type { Step } from './remedy.ts';

export interface FixActions {
  readonly look: () => Promise<Diagnosis>;
  /** For the commands, before any step has changed the environment. */
  readonly hands: Hands;
  /** Whether to carry out this step. Asked only for signals and commands. */
  readonly agree: (step: Step, finding: Finding) => Promise<boolean>;
  /** Called for a step that a person must do. */
  readonly leaveToPerson: (step: Step, finding: Finding) => Promise<void>;
  readonly report: (done: Done) => void;
}

export interface Done extends Omit<StepOutcome, 'outcome'> {
  /** The id of the finding. */
  readonly finding: string;
  readonly step: Step;
  readonly outcome: StepOutcome['outcome'] | 'declined';
}

export interface FixedMachine {
  readonly done: readonly Done[];
  /** What a person must set: the assignments of all steps, in order. null: unset. */
  readonly environment: Readonly<Record<string, string | null>>;
  /** The last look. */
  readonly diagnosis: Diagnosis;
}

/** Each round may reveal one more orphan; more than this do not occur by accident. */
const roundsAtMost = 20;

/** @param first the diagnosis that was shown. */
export async function fix(first: Diagnosis, actions: FixActions): Promise<FixedMachine> {
  const { hands } = actions;
  const done: Done[] = [];
  const tried = new Set<string>();
  let environment: Readonly<Record<string, string | null>> = {};
  let diagnosis = first;
  for (let round = 0; round < roundsAtMost && !hands.signal.aborted; round += 1) {
    const next = nextOf(diagnosis, tried);
    if (next === undefined) break;
    for (const step of next.steps) {
      if (hands.signal.aborted) break;
      tried.add(keyOf(step));
      if (step.kind === 'environment') environment = { ...environment, ...step.env };
      const acts = step.kind === 'signal' || step.kind === 'run';
      if (!acts) await actions.leaveToPerson(step, next.finding);
      const own = { ...hands, env: withChanges(hands.env, environment) };
      const outcome =
        !acts || (await actions.agree(step, next.finding))
          ? await carryOut(step, own)
          : ({ outcome: 'declined', lines: [] } as const);
      const result = { finding: next.finding.id, step, ...outcome };
      done.push(result);
      actions.report(result);
    }
    if (!hands.signal.aborted) diagnosis = await actions.look();
  }
  return { done, environment, diagnosis };
}

/** The warnings and errors. */
export function counted({ findings }: Diagnosis): readonly Finding[] {
  return findings.filter(({ severity }) => severity !== 'note');
}

function nextOf(diagnosis: Diagnosis, tried: ReadonlySet<string>) {
  return counted(diagnosis)
    .map((finding) => ({ finding, steps: finding.remedy.filter((step) => !tried.has(keyOf(step))) }))
    .find(({ steps }) => steps.length > 0);
}

/** Equal for steps that do the same, whatever their texts say. */
function keyOf(step: Step): string {
  switch (step.kind) {
    case 'signal':
      return JSON.stringify([step.signal, ...step.processes.map(({ pid, startTicks }) => [pid, startTicks])]);
    case 'run':
      return JSON.stringify([step.argv, step.env, step.cwd]);
    case 'environment':
      return JSON.stringify(step.env);
    case 'restart':
      return `restart ${step.what}`;
    case 'decide':
      return step.text;
  }
}

/** For a shell: "export GOPROXY=off", "unset GOPROXY". */
export function assignments(environment: FixedMachine['environment']): readonly string[] {
  return Object.entries(environment).map(([name, value]) =>
    value === null ? `unset ${name}` : `export ${name}=${quoteWord(value)}`,
  );
}
