/** Runs one bash script as a step, for a test: `node a-step-that-runs.ts SCRIPT SILENCE_MS [BASH]`. */
import { runInStep } from '../../../src/action/run-in-step.ts';

const [script = '', silence = '60000', bash = 'bash'] = process.argv.slice(2);
try {
  const code = await runInStep(bash, ['-c', script], {
    cwd: process.cwd(),
    env: process.env,
    silenceMs: Number(silence),
  });
  console.log(`status ${code}`);
} catch (error) {
  console.log(error instanceof Error ? error.message : error);
}
