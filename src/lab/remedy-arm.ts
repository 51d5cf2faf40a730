/**
 * The arm that each scenario with a finding has beside its mitigations: what the doctor recommends, as it prints it, is carried out in
 * the broken arm while the symptom shows, and the symptom must end.
 */
import type { Mitigation, Scenario } from './scenario/scenario.ts';

export const remedyArm = "the doctor's remedy";

/** All arms but the baseline, by name. */
export function mitigationsOf(scenario: Scenario): Readonly<Record<string, Mitigation>> {
  const remedy = remedyOf(scenario);
  return remedy === null ? (scenario.mitigations ?? {}) : { ...scenario.mitigations, [remedyArm]: remedy };
}

/** How long a phase, and what follows from the remedy, may take: on a busy machine a load takes its time. */
const patientMs = 30_000;
const addedDeadlineMs = 90_000;

function remedyOf(scenario: Scenario): Mitigation | null {
  const { doctorFinding, remedy, symptom, workers } = scenario;
  if (doctorFinding === undefined || remedy?.none !== undefined) return null;
  const rescue = remedy?.rescue ?? (symptom === undefined ? undefined : 'remedy');
  const run = Object.fromEntries(
    workers
      .filter(({ background }) => background !== true)
      .map(({ name, run }) => [name, rescue === undefined ? twice(run) : patient(run)]),
  );
  const { causeStays, check, fault } = remedy ?? {};
  return {
    run: { ...run, ...remedy?.run },
    ...(rescue === undefined ? {} : { rescue }),
    ...(causeStays === undefined ? {} : { causeStays }),
    ...(check === undefined ? {} : { check }),
    ...(fault === undefined ? {} : { fault }),
    // Where the doctor's own remedy was carried out, the doctor had found what is wrong; and it may end the fault.
    avoids: true,
    deadlineMs: remedy?.deadlineMs ?? (scenario.deadlineMs ?? 60_000) + addedDeadlineMs,
  };
}

/**
 * The command until it fails or is stuck, the remedy, the command again. Assignments before it are exported, so that those of the
 * remedy take their place.
 */
function twice(run: string): string {
  // A command that is looked up on the PATH as it is would not be found on the one that it gets.
  const split = run.includes('$(') ? null : /^((?:\w+=(?:"[^"]*"|[^\s"']+) +)+)(.*)$/s.exec(run);
  const [, assignments = '', command = run] = split ?? [];
  const set = assignments === '' ? '' : `export ${assignments.trim()}; `;
  return `${set}( ${command} ) >/dev/null 2>&1 || :; eval "$(remedy)"; ${patient(command)}`;
}

function patient(command: string): string {
  return command.replace(/ --struck-ms \d+/g, '').replace(/--phase-ms \d+/g, `--phase-ms ${patientMs}`);
}
