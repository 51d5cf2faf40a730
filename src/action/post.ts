/** The post step: saves the cache entries that the job used. It never fails a job. */
import * as core from '@actions/core';
import { readEvent } from '../cache/read-event.ts';
import { describeFailure } from './describe-failure.ts';
import { readInputs } from './inputs.ts';
import { readStepState, type StepState } from './state.ts';
import { trustTheSystem } from './trust-the-system.ts';

async function post(): Promise<void> {
  trustTheSystem(process.env);
  const inputs = readInputs(process.env);
  const state = readStepState();
  if (inputs.mode !== 'setup' || state === null || state.restored === null) return;
  const { save } = await import('./save.ts');
  await save({ ...state, restored: state.restored } satisfies StepState, inputs, {
    workspace: process.env['GITHUB_WORKSPACE'] || process.cwd(),
    env: process.env,
    event: await readEvent(process.env['GITHUB_EVENT_PATH']),
  });
}

post().catch((error: unknown) => core.warning(`the caches were not saved: ${describeFailure(error)}`));
