import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { SpreadHeavy } from './test/spread-heavy.ts';

const inCi = process.env['CI'] === 'true';
const unit = 'test/unit/**/*.test.ts';

export default defineConfig({
  test: {
    projects: [
      // Only our own code: no program, no toolchain, no network.
      { extends: true, test: { name: 'unit', include: [unit] } },
      {
        extends: true,
        test: {
          name: 'real',
          include: ['test/**/*.test.ts'],
          exclude: [unit],
          // Downloads and builds happen before any test's time limit starts.
          globalSetup: ['test/none-left.ts', 'test/e2e/tools/bring-tools.ts', 'test/e2e/cli/dist-of-sources.ts'],
          setupFiles: ['test/mark-processes.ts', 'test/limit-sync-calls.ts', 'test/end-starved-loop.ts'],
        },
      },
    ],
    // These only end a hang; they assert nothing. On a busy machine a second of work takes ten.
    testTimeout: 180_000,
    hookTimeout: 300_000,
    // The default is a second.
    expect: { poll: { timeout: 60_000 } },
    // Most slow tests wait for three quarters of their time, for a lock or for the doctor's ten seconds.
    maxWorkers: availableParallelism() + 1,
    sequence: { sequencer: SpreadHeavy },
    // No retries: a test that passes only on the second try has found a problem.
    retry: 0,
    // .ci/run counts tests in the JSON.
    reporters: inCi ? ['default', 'json'] : ['default'],
    outputFile: { json: 'node_modules/.vitest/results.json' },
  },
});
