import { matrixVersions } from '../../src/cli/matrix-versions.ts';
import { messageOf } from '../../src/errors.ts';
import { provisionGopls } from '../../src/go/provision-gopls.ts';
import { aDelve, anActionlint } from './a-go-tool.ts';
import { runnerTools } from './a-runner.ts';

/** Builds into the store what more than one test file, or one for minutes, would wait for. */
export async function setup(): Promise<void> {
  try {
    await runnerTools();
    await anActionlint();
    await aDelve();
    for (const { gopls } of matrixVersions().gopls) await provisionGopls(gopls, { env: process.env });
  } catch (error) {
    // Each test that needs one fails on its own, and says the same; the others are to run.
    console.warn(messageOf(error));
  }
}
