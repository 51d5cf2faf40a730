import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { plainDisplay } from '../../../src/lab/report/display.ts';
import { elapsedText } from '../../../src/terminal/elapsed.ts';
import { sampleHistory, someWork } from '../lab/report/sample-report.ts';

// The clock is turned by hand: what is held here is when a line comes, and not how fast this machine is.
beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('without a terminal a long phase prints a line after 3 s and then every 10 s, with time and progress', () => {
  const stream = new PassThrough({ encoding: 'utf8' });
  const display = plainDisplay(stream, () => Date.now());
  const text = () => String(stream.read() ?? '');
  display.follow({ kind: 'preparing', what: 'the base image' });
  vi.advanceTimersByTime(2900);
  expect(text()).toBe('');
  vi.advanceTimersByTime(200);
  expect(text()).toBe('still working: preparing the base image, 3 s\n');
  display.follow({ kind: 'fetching', what: 'go 1.26.8: 12.3 of 64.1 MB' });
  vi.advanceTimersByTime(10_000);
  expect(text()).toBe('still working: preparing the base image · go 1.26.8: 12.3 of 64.1 MB, 13 s\n');
  vi.advanceTimersByTime(160_000);
  expect(text().match(/\n/g)).toHaveLength(16);
  display.follow({ kind: 'planned', cells: 1, jobs: 1, work: [someWork('modcache-hung', 3)] });
  display.follow({ kind: 'trial-started', scenario: 'modcache-hung' });
  vi.advanceTimersByTime(3000);
  expect(text()).toBe('still working: 0/3 trials · modcache-hung, 3 s\n');
  display.end();
  vi.advanceTimersByTime(60_000);
  expect(text()).toBe('');
});

test('each new phase gets its own 3 s, so that a run that progresses prints no line within 10 s', () => {
  const stream = new PassThrough({ encoding: 'utf8' });
  const display = plainDisplay(stream, () => Date.now());
  for (let trial = 0; trial < 4; trial += 1) {
    display.follow({ kind: 'trial-started', scenario: 'modcache-rename' });
    vi.advanceTimersByTime(2000);
  }
  expect(stream.read()).toBe(null);
  display.end();
});

test('phases that follow each other fast do not silence it', () => {
  const stream = new PassThrough({ encoding: 'utf8' });
  const display = plainDisplay(stream, () => Date.now());
  display.follow({ kind: 'planned', cells: 1, jobs: 8, work: [someWork('modcache-rename', 400)] });
  for (let trial = 0; trial < 42; trial += 1) {
    display.follow({ kind: 'trial-started', scenario: 'modcache-rename' });
    vi.advanceTimersByTime(1000);
  }
  expect(String(stream.read()).match(/^still working: /gm)).toHaveLength(4);
  display.end();
});

test('the remaining time is estimated from the time of the finished trials', () => {
  const stream = new PassThrough({ encoding: 'utf8' });
  const display = plainDisplay(stream, () => Date.now());
  display.follow({ kind: 'planned', cells: 1, jobs: 1, work: [someWork('modcache-rename', 40)] });
  const finding = { state: 'present', why: 'it wrote so' } as const;
  for (let trial = 0; trial < 4; trial += 1) {
    display.follow({ kind: 'trial-started', scenario: 'modcache-rename' });
    vi.advanceTimersByTime(15_000);
    display.follow({ kind: 'trial', history: sampleHistory({ ms: 15_000 }), finding, hits: 1, showOutput: false });
  }
  stream.read();
  vi.advanceTimersByTime(10_000);
  expect(stream.read()).toMatch(/^still working: 4\/40 trials, about 9 min left\b/);
  display.end();
});

test('a long phase before the plan is reported too', () => {
  const stream = new PassThrough({ encoding: 'utf8' });
  const display = plainDisplay(stream, () => Date.now());
  display.follow({ kind: 'fetching', what: 'choosing a runtime' });
  vi.advanceTimersByTime(3000);
  expect(stream.read()).toBe('still working: choosing a runtime, 3 s\n');
  display.end();
});

test('times are printed in the two largest units', () => {
  expect([0, 999, 12_345, 172_000, 3_900_000].map(elapsedText)).toEqual([
    '0 s',
    '0 s',
    '12 s',
    '2 min 52 s',
    '1 h 5 min',
  ]);
});
