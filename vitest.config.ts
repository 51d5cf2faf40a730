import { defineConfig } from 'vitest/config';

const inCi = process.env['CI'] === 'true';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // On a machine that has nothing yet, test files side by side would each build the same tools.
    globalSetup: inCi ? ['test/e2e/bring-tools.ts'] : [],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // No retries: a test that passes at the second try has found something.
    retry: 0,
    // .ci/run counts from the JSON.
    reporters: inCi ? ['default', 'json'] : ['default'],
    outputFile: { json: 'node_modules/.vitest/results.json' },
  },
});
