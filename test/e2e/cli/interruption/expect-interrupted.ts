/** What a run says and answers when a signal has ended it. */
import { expect } from 'vitest';
import type { Running } from '../a-cli.ts';

/** Its message if it was ended before its first verdict. */
export const nothingJudged = /^interrupted: judged so far: nothing$/m;

export async function expectInterrupted(running: Running, words: RegExp): Promise<void> {
  const { code, stderr } = await running.ended;
  expect(stderr).toMatch(words);
  expect(stderr).not.toMatch(/^ {4}at |^unlatch: /m);
  expect(code).toBe(130);
}
