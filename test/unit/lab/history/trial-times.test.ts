import { expect, test } from 'vitest';
import { timesOf } from '../../../../src/lab/history/trial-times.ts';

const log = `1796000000.000000 began 512.10
1796000000.200000 ready
1796000000.300000 released
1796000001.300000 symptom
1796000001.400000 probe a probe
1796000002.000000 ended 514.10
`;
const releaseUs = 1796000000300000;

test('each event has its time since the release', () => {
  expect(timesOf(log, releaseUs).times).toEqual({
    events: [
      { what: 'began', atMs: -300, name: '' },
      { what: 'ready', atMs: -100, name: '' },
      { what: 'released', atMs: 0, name: '' },
      { what: 'symptom', atMs: 1000, name: '' },
      { what: 'probe', atMs: 1100, name: 'a probe' },
      { what: 'ended', atMs: 1700, name: '' },
    ],
    clockSetMs: 0,
  });
});

test('a clock that was set while the trial ran shows against the uptime', () => {
  expect(timesOf(log.replace('514.10', '513.10'), releaseUs).times?.clockSetMs).toBe(1000);
  expect(timesOf(log.replace('514.10', '900.10'), releaseUs).times?.clockSetMs).toBe(-386000);
});

test('bash in a language with a decimal comma is read too', () => {
  expect(timesOf(log.replace(/^(\d+)\./gm, '$1,'), releaseUs)).toEqual(timesOf(log, releaseUs));
});

test('a log that was cut by a full disk tells what is whole, and not whether the clock was set', () => {
  const { times } = timesOf(log.slice(0, log.indexOf(' probe') + 3), releaseUs);
  expect(times?.events.at(-1)?.what).toBe('symptom');
  expect(times?.clockSetMs).toBeNull();
});

test('without a log or a release there are no times', () => {
  expect(timesOf(undefined, releaseUs)).toEqual({});
  expect(timesOf(log, Number.NaN)).toEqual({});
});
