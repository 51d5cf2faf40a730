/** What a checker says of a history in which everything is fine but this, in one line. */
import { expect } from 'vitest';
import type { Checker } from '../../../src/lab/check/finding.ts';
import type { History } from '../../../src/lab/history/history.ts';
import { aHistory } from './a-history.ts';

export function say(check: Checker, change: Partial<History>) {
  const { state, why } = check(aHistory(change));
  expect(why).toMatch(/^[^\n]+$/);
  return `${state}: ${why}`;
}
