/** Judges a History: by the checker, within laws that no checker may break. */
import { messageOf } from '../errors.ts';
import { lastLine } from '../last-line.ts';
import type { Checker, Judgement } from './check/finding.ts';
import type { FaultResult, History } from './history/history.ts';
import { remedyArm } from './remedy-arm.ts';
import type { CellSpec, Scenario } from './scenario/scenario.ts';
import { armOf } from './trial/sandbox-files.ts';

/**
 * Judges a trial. It is `unknown` if the lab failed, if a worker's or probe's command could not run, if
 * the fault was not in force, or if the fault had no hits: an absent symptom then proves nothing (unless
 * the arm or these versions avoid the call), and a present one has another cause.
 */
export function judgeHistory(scenario: Scenario, history: History, spec: CellSpec): Judgement {
  if (history.harness !== null) return { state: 'unknown', why: `the lab failed: ${history.harness}` };
  const arm = armOf(scenario, history.arm);
  const lacking = withoutCommand(history);
  if (lacking !== undefined) return { state: 'unknown', why: lacking };
  const limp = history.faults.find((fault) => !fault.armed && ran(history, fault));
  if (limp !== undefined) {
    const where = limp.worker === null ? '' : ` under ${limp.worker}`;
    return { state: 'unknown', why: `the fault "${limp.name}" was not in force${where}` };
  }
  const finding = safely(arm.mitigation?.check ?? scenario.check, history);
  if (finding.state === 'absent' && history.arm === remedyArm && !isCarriedOut(scenario, history)) {
    return {
      state: 'unknown',
      why: `no remedy of ${scenario.doctorFinding} was carried out, so this proves nothing (${finding.why})`,
    };
  }
  if (finding.state === 'present' && history.arm === remedyArm) {
    return { ...finding, why: `${finding.why} (${whatWasDone(history)})` };
  }
  const hits = hitsOf(history);
  const avoids = arm.mitigation === null ? spec.avoids === true : arm.mitigation.avoids === true;
  if (finding.state === 'absent' && hits === 0 && !avoids) {
    return { state: 'unknown', why: `the fault had no hits, so this proves nothing (${finding.why})` };
  }
  if (finding.state === 'present' && hits === 0) {
    return { state: 'unknown', why: `the fault had no hits, so something else caused the symptom (${finding.why})` };
  }
  return finding;
}

/** Whether the remedy of the scenario's finding was carried out: a step was done, or all of them are for a person. */
export function isCarriedOut({ doctorFinding }: Scenario, { remedy }: History): boolean {
  const outcomes = (remedy ?? []).filter(({ finding }) => finding === doctorFinding).map(({ outcome }) => outcome);
  return outcomes.includes('done') || (outcomes.length > 0 && !outcomes.includes('failed'));
}

/** For a symptom that stayed: was its cause not found, or did the remedy fail, or is it no remedy? */
function whatWasDone({ remedy }: History): string {
  if (remedy === null || remedy.length === 0) return 'the doctor carried out nothing';
  return remedy.map(({ finding, text, outcome }) => `${finding}: ${text}: ${outcome}`).join('; ');
}

/** The hits of all faults together; null: there was no fault. */
export function hitsOf(history: History): number | null {
  if (history.faults.length === 0) return null;
  return history.faults.reduce((sum, fault) => sum + fault.hits, 0);
}

/** Whether the fault's worker started; a worker whose condition never held could not arm it. */
function ran(history: History, fault: FaultResult): boolean {
  return !history.workers.some((worker) => `${worker.name}.${worker.copy}` === fault.worker && worker.startMs === null);
}

/**
 * The shell's exit statuses 126 and 127: it could not run the command. Otherwise a missing holder, or a
 * probe whose error looks like the symptom, would decide the claim.
 * Source: POSIX.1-2024, Shell Command Language, 2.8.2.
 */
function withoutCommand(history: History): string | undefined {
  const could = (code: number | null) => code !== 126 && code !== 127;
  const worker = history.workers.find(({ code }) => !could(code));
  if (worker !== undefined) {
    const said = lastLine(worker.stderr);
    return `${worker.name}.${worker.copy} could not run its command (exit ${worker.code}): ${said}`;
  }
  const probe = history.probes.find(({ code }) => !could(code) || code === -1);
  return probe === undefined ? undefined : `the probe ${probe.name} could not be run: ${probe.stdout.trim()}`;
}

function safely(check: Checker, history: History): Judgement {
  try {
    return check(history);
  } catch (error) {
    return { state: 'unknown', why: `the checker threw: ${messageOf(error)}` };
  }
}
