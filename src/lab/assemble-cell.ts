/** Assembles a cell's report from its trials, for a fresh run and for stored histories alike. */

import type { CellReport, DoctorTally, MitigationReport, Tally } from './cell-report.ts';
import type { Judgement } from './check/finding.ts';
import type { ArmName, History } from './history/history.ts';
import { hitsOf, isCarriedOut, judgeHistory } from './judge.ts';
import type { PlannedCell } from './plan.ts';
import { mitigationsOf, remedyArm } from './remedy-arm.ts';
import type { MitigationExpectation, Scenario } from './scenario/scenario.ts';
import { claimVerdict, mitigationVerdict, tally } from './verdict.ts';

export interface JudgedTrial {
  readonly history: History;
  readonly finding: Judgement;
}

export function judgeTrial(cell: PlannedCell, history: History): JudgedTrial {
  return { history, finding: judgeHistory(cell.scenario, history, cell.spec) };
}

export function tallyOf(trials: readonly JudgedTrial[], arm: ArmName, scenario: Scenario): Tally {
  const all = trials.filter(({ history }) => history.arm === arm);
  // If the symptom is intermittent, trials without it have nothing to remedy.
  const tried = all.some(({ history }) => isCarriedOut(scenario, history));
  const own =
    arm === remedyArm && tried
      ? all.filter(
          ({ history, finding }) =>
            finding.state !== 'unknown' || history.harness !== null || isCarriedOut(scenario, history),
        )
      : all;
  return tally(
    own.map(({ finding }) => finding),
    own.map(({ history }) => hitsOf(history)),
  );
}

/** @param trials of all arms of this cell. */
export function assembleCell(cell: PlannedCell, trials: readonly JudgedTrial[], ms: number): CellReport {
  const { scenario, spec } = cell;
  const baseline = tallyOf(trials, null, scenario);
  const verdict = claimVerdict(baseline);
  const arms = Object.entries(mitigationsOf(scenario))
    // Older runs have no such arm.
    .filter(([name]) => name !== remedyArm || trials.some(({ history }) => history.arm === remedyArm));
  const mitigations = arms.map(([name, mitigation]): MitigationReport => {
    const arm = tallyOf(trials, name, scenario);
    return {
      name,
      expect: expectationOf(cell, mitigation.expect),
      verdict: mitigationVerdict(verdict, arm),
      ...(verdict === 'reproduced' ? arm : { ...arm, why: 'the baseline did not show the symptom' }),
    };
  });
  const holding = mitigations
    .filter(({ name, verdict }) => verdict === 'holds' && mitigationsOf(scenario)[name]?.causeStays !== true)
    .map(({ name }) => name);
  const doctor = doctorOf(cell, trials, holding);
  return {
    ...headOf(cell, trials[0]?.history),
    verdict,
    asExpected:
      verdict === spec.expect &&
      mitigations.every((mitigation) => mitigation.verdict === mitigation.expect) &&
      (verdict !== 'reproduced' ||
        doctor.reported === null ||
        doctor.expected.every((id) => doctor.reported?.includes(id))) &&
      doctor.stillReported.length === 0,
    skipped: null,
    baseline,
    mitigations,
    doctor,
    ms,
  };
}

/** A cell that cannot run here, with the missing capability. */
export function skippedCell(cell: PlannedCell, runtime: CellReport['runtime'], missing: string): CellReport {
  return {
    ...headOf(cell, undefined),
    runtime,
    verdict: null,
    asExpected: false,
    skipped: missing,
    baseline: null,
    mitigations: [],
    doctor: doctorOf(cell, [], []),
    ms: 0,
  };
}

function headOf(cell: PlannedCell, history: History | undefined) {
  return {
    scenario: cell.id,
    go: cell.go,
    gopls: cell.gopls,
    runtime: history?.cell.runtime ?? 'host',
    fs: history?.cell.fs ?? null,
    ...(history?.cell.local === undefined ? {} : { local: history.cell.local }),
    claim: cell.scenario.claim,
    source: cell.scenario.source,
    expect: cell.spec.expect,
  } as const;
}

function expectationOf(cell: PlannedCell, expect: MitigationExpectation | undefined): MitigationReport['expect'] {
  return cell.spec.expect === 'not-reproduced' ? 'untested' : (expect ?? 'holds');
}

/** @param holding the names of the mitigations that hold and end the cause. */
function doctorOf(cell: PlannedCell, trials: readonly JudgedTrial[], holding: readonly string[]): DoctorTally {
  const expected = cell.scenario.doctorFinding === undefined ? [] : [cell.scenario.doctorFinding];
  const reportsOf = (arm: ArmName) =>
    trials.filter(({ history }) => history.arm === arm).flatMap(({ history }) => history.doctor ?? []);
  const ran = trials.some(({ history }) => history.doctor !== null);
  return {
    expected,
    reported: ran ? [...new Set(reportsOf(null).flatMap(({ findings }) => findings))] : null,
    withoutRemedy: cell.scenario.remedy?.none ?? null,
    stillReported: holding.filter((name) =>
      reportsOf(name).some(({ at, findings }) => at === 'end' && expected.some((id) => findings.includes(id))),
    ),
  };
}
