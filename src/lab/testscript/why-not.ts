import { remedyArm } from '../remedy-arm.ts';
import { type Scenario, usesGopls } from '../scenario/scenario.ts';
import { type Arm, armFaults, needsOf, usesFaultfs } from '../trial/sandbox-files.ts';

/** Why an arm cannot be a testscript, in words; null: it can. */
export function whyNot(arm: Arm): string | null {
  if (arm.name === remedyArm) return 'only unlatch has the doctor';
  if (usesGopls(arm.scenario)) return 'it needs gopls and an editor';
  const needs = needsOf(withoutDoctor(arm));
  if (needs.includes('node')) return 'it needs the proxy of unlatch';
  if (needs.includes('memory')) return 'it needs a memory limit';
  if (usesFaultfs(arm)) return 'it needs the filesystem of unlatch';
  const { commands } = arm.mitigation?.check ?? arm.scenario.check;
  if (commands === undefined) return 'only unlatch can judge it';
  return armFaults(arm).some(({ hit }) => hit === undefined) ? 'only unlatch can count the hits of its fault' : null;
}

/** The same arm without the doctor, which is a program of unlatch: a call of it does nothing. */
export function withoutDoctor(arm: Arm): Arm {
  const { doctorFinding: _, remedy: __, ...scenario } = arm.scenario;
  return { ...arm, scenario: { ...scenario, env: { ...scenario.env, DOCTOR: 'true' } } satisfies Scenario };
}
