/**
 * Carries out the remedies of all that counts, one finding at a time, and looks again after each: where an orphan is ended, the next
 * one gets its lock; where a cause has gone, what followed from it has gone too. No step is done twice, so that it comes to an end.
 */

import type { Finding } from '../finding.ts';
import type { Diagnosis } from '../judge/diagnose.ts';
import { carryOut, type Hands, type StepOutcome, withChanges } from './carry-out.ts';
import type { Step } from './remedy.ts';

export interface Mender {
  readonly look: () => Promise<Diagnosis>;
  /** Of the commands, before any step has changed something. */
  readonly hands: Hands;
  /** Whether this step is to be done. Asked of a signal and of a command only. */
  readonly agree: (step: Step, finding: Finding) => Promise<boolean>;
  /** A step that a person does. */
  readonly told: (step: Step, finding: Finding) => Promise<void>;
  readonly heard: (done: Done) => void;
}

export interface Done extends Omit<StepOutcome, 'outcome'> {
  /** The id of the finding. */
  readonly finding: string;
  readonly step: Step;
  readonly outcome: StepOutcome['outcome'] | 'declined';
}

export interface Mended {
  readonly done: readonly Done[];
  /** What a person must set: the assignments of all steps, in the order in which they were told. Null: unset. */
  readonly environment: Readonly<Record<string, string | null>>;
  /** The last look. */
  readonly diagnosis: Diagnosis;
}

/** An orphan more comes to light in each round; more than this are not made by an accident. */
const roundsAtMost = 20;

/** @param first the look that was shown. */
export async function fix(first: Diagnosis, mender: Mender): Promise<Mended> {
  const { hands } = mender;
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
      if (!acts) await mender.told(step, next.finding);
      const own = { ...hands, env: withChanges(hands.env, environment) };
      const outcome =
        !acts || (await mender.agree(step, next.finding))
          ? await carryOut(step, own)
          : ({ outcome: 'declined', lines: [] } as const);
      const result = { finding: next.finding.id, step, ...outcome };
      done.push(result);
      mender.heard(result);
    }
    if (!hands.signal.aborted) diagnosis = await mender.look();
  }
  return { done, environment, diagnosis };
}

/** What is more than a note. */
export function counted({ findings }: Diagnosis): readonly Finding[] {
  return findings.filter(({ severity }) => severity !== 'note');
}

function nextOf(diagnosis: Diagnosis, tried: ReadonlySet<string>) {
  return counted(diagnosis)
    .map((finding) => ({ finding, steps: finding.remedy.filter((step) => !tried.has(keyOf(step))) }))
    .find(({ steps }) => steps.length > 0);
}

/** Two steps that do the same, whatever they say of it. */
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
export function assignments(environment: Mended['environment']): readonly string[] {
  return Object.entries(environment).map(([name, value]) =>
    value === null ? `unset ${name}` : `export ${name}='${value.replaceAll("'", "'\\''")}'`,
  );
}
