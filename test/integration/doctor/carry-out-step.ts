/** Carries out one step of a remedy, for a test that runs it as another user. */
import { carryOut } from '../../../src/doctor/remedy/carry-out.ts';
import type { Step } from '../../../src/doctor/remedy/remedy.ts';

const step = JSON.parse(process.argv[2] ?? '') as Step;
const hands = {
  env: {},
  folder: '/',
  limitMs: 1000,
  signal: new AbortController().signal,
  output: 2,
  spare: () => null,
};
process.stdout.write(JSON.stringify(await carryOut(step, hands)));
