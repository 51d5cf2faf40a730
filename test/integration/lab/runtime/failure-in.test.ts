import { expect, test } from 'vitest';
import { failureIn } from '../../../../src/lab/runtime/host/isolation.ts';
import { missingHost } from '../../../lab/a-run.ts';

test.skipIf(missingHost !== null).each<[what: string, argv: readonly string[], failure: string | null]>([
  ['a command that succeeds', ['sh', '-c', 'echo well >&2'], null],
  ['the last words of one that fails', ['sh', '-c', 'echo first; echo then >&2; echo denied >&2; exit 3'], 'denied'],
  ['the status of one without words', ['sh', '-c', 'exit 3'], 'it ended with 3'],
  ['the signal that ended one', ['sh', '-c', 'kill -KILL $$'], 'SIGKILL ended it'],
])('%s', (_, argv, failure) => {
  expect(failureIn('marker', false, ...argv)).toBe(failure);
});
