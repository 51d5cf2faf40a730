/** The step itself. state.ts has what it hands to the post step. */
import * as core from '@actions/core';
import { describeFailure } from './describe-failure.ts';
import { readInputs, unknownInputs } from './inputs.ts';
import { trustTheSystem } from './trust-the-system.ts';

async function main(): Promise<void> {
  trustTheSystem(process.env);
  for (const warning of unknownInputs(process.env)) core.warning(warning);
  const inputs = readInputs(process.env);
  const workspace = process.env['GITHUB_WORKSPACE'] || process.cwd();
  switch (inputs.mode) {
    case 'setup': {
      const { setup } = await import('./setup.ts');
      return await setup(inputs, workspace, process.env);
    }
    case 'clean': {
      const { clean } = await import('./clean.ts');
      return await clean(inputs, workspace, process.env);
    }
    case 'reproduce': {
      const { reproduce } = await import('./reproduce.ts');
      return await reproduce(inputs, workspace, process.env);
    }
  }
}

main().catch((error: unknown) => core.setFailed(describeFailure(error)));
