/** Carries out the remedy of a finding in a place of a test. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect } from 'vitest';
import { diagnose } from '../../../src/doctor/judge/diagnose.ts';
import type { Step } from '../../../src/doctor/remedy/remedy.ts';
import type { Snapshot } from '../../../src/doctor/snapshot.ts';
import type { Place } from './a-snapshot.ts';

/** @returns the variables that this finding's remedy sets, and those of `change`. */
export function mended(place: Place, snapshot: Snapshot, id: string, change: Readonly<Record<string, string>> = {}) {
  const finding = diagnose(snapshot).findings.find((one) => one.id === id);
  const env: Record<string, string> = { ...change };
  const doStep = (step: Step) => {
    if (step.kind === 'environment') for (const [name, value] of Object.entries(step.env)) env[name] = value ?? '';
    if (step.kind !== 'run') return;
    const [file = '', ...args] = step.argv;
    const cwd = step.cwd ?? join(place.root, 'work');
    const { status, stderr } = spawnSync(file, args, { cwd, env: { ...place.env, ...env }, encoding: 'utf8' });
    expect(status === 0 ? '' : `${step.argv.join(' ')}: ${stderr}`).toBe('');
  };
  finding?.remedy.forEach(doStep);
  return env;
}
