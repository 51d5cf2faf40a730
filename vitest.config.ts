import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { SpreadHeavy } from './test/spread-heavy.ts';

const inCi = process.env['CI'] === 'true';
const unit = 'test/unit/**/*.test.ts';

export default defineConfig({
  test: {
    projects: [
      // Nothing but our own code: no program, no toolchain, no network.
      { extends: true, test: { name: 'unit', include: [unit] } },
      {
        extends: true,
        test: {
          name: 'real',
          include: ['test/**/*.test.ts'],
          exclude: [unit],
          // Nothing is downloaded or built under the clock of a test.
          globalSetup: ['test/e2e/bring-tools.ts'],
        },
      },
    ],
    // Limits against a hang, and no assertions: on a machine that has other things to do a second of work takes ten.
    testTimeout: 180_000,
    hookTimeout: 300_000,
    // By itself vitest leaves one core alone; most of what takes long waits, for a lock or for the doctor's ten seconds.
    maxWorkers: availableParallelism(),
    sequence: { sequencer: SpreadHeavy },
    // No retries: a test that passes at the second try has found something.
    retry: 0,
    // .ci/run counts from the JSON.
    reporters: inCi ? ['default', 'json'] : ['default'],
    outputFile: { json: 'node_modules/.vitest/results.json' },
  },
});
