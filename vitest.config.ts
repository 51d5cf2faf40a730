import { defineConfig } from 'vitest/config';

export default defineConfig({
  // No retries: a test that passes at the second try has found something.
  test: { include: ['test/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000, retry: 0 },
});
