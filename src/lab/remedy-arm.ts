/**
 * The extra arm of each scenario with a finding: it carries out the doctor's remedy, as printed, in the
 * baseline while the symptom shows, and the symptom must end.
 */
import type { Mitigation, Scenario } from './scenario/scenario.ts';

export const remedyArm = "the doctor's remedy";

/** All arms but the baseline, by name. */
export function mitigationsOf(scenario: Scenario): Readonly<Record<string, Mitigation>> {
  const remedy = remedyOf(scenario);
  return remedy === null ? (scenario.mitigations ?? {}) : { ...scenario.mitigations, [remedyArm]: remedy };
}

/** Time limits of a phase and of the work after the remedy: a load is slow on a busy machine. */
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
    // If the remedy was carried out, the doctor had found the cause; the remedy may also end the fault.
    avoids: true,
    deadlineMs: remedy?.deadlineMs ?? (scenario.deadlineMs ?? 60_000) + addedDeadlineMs,
  };
}

/**
 * Runs the command until it fails or is stuck, then the remedy, then the command again. Exports the
 * command's assignments, so that the remedy's override them.
 */
function twice(run: string): string {
  // `$(command -v …)` must not be expanded with the new PATH.
  const split = run.includes('$(') ? null : /^((?:\w+=(?:"[^"]*"|[^\s"']+) +)+)(.*)$/s.exec(run);
  const [, assignments = '', command = run] = split ?? [];
  const set = assignments === '' ? '' : `export ${assignments.trim()}; `;
  return `${set}( ${command} ) >/dev/null 2>&1 || :; eval "$(remedy)"; ${patient(command)}`;
}

function patient(command: string): string {
  return command.replace(/ --struck-ms \d+/g, '').replace(/--phase-ms \d+/g, `--phase-ms ${patientMs}`);
}
