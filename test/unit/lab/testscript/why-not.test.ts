/** Which arms of the catalogue can be a testscript, and why the others cannot. */
import { expect, test } from 'vitest';
import { scenarios } from '../../../../scenarios/index.ts';
import { remedyArm } from '../../../../src/lab/remedy-arm.ts';
import { whyNot } from '../../../../src/lab/testscript/why-not.ts';
import { armFaults, armOf } from '../../../../src/lab/trial/sandbox-files.ts';

test.each([
  ['modcache-lock-held', null, null],
  ['modcache-rename', null, null],
  ['lease-etcd', 'three members in place of one', null],
  ['modcache-lock-held', remedyArm, 'only unlatch has the doctor'],
  ['gopls-stopped', null, 'it needs gopls and an editor'],
  ['lock-health', null, 'it needs the proxy of unlatch'],
  ['power-lost', null, 'it needs the filesystem of unlatch'],
  ['lock-health-sick', null, 'only unlatch can judge it'],
] as const)('%s, %s: %s', (id, arm, why) => {
  expect(whyNot(armOf(scenarioOf(id), arm))).toBe(why);
});

test('a fault of a user’s own without an expression for its hits', () => {
  const scenario = scenarioOf('modcache-rename');
  const [first] = armFaults(armOf(scenario, null));
  if (first === undefined) throw new Error('it has no fault');
  const { hit: _, ...fault } = first;
  const own = { ...scenario, workers: scenario.workers.map((worker) => ({ ...worker, fault })) };
  expect(whyNot(armOf(own, null))).toBe('only unlatch can count the hits of its fault');
});

function scenarioOf(id: string) {
  const scenario = scenarios[id];
  if (scenario === undefined) throw new Error(`no scenario ${id}`);
  return scenario;
}
