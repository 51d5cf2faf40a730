import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  advance,
  cellsText,
  cut,
  doingText,
  noProgress,
  type Progress,
  trialsDoneText,
} from '../../../../src/lab/report/progress.ts';
import { timeLeft, workWithout } from '../../../../src/lab/report/time-left.ts';
import type { RunEvent } from '../../../../src/lab/run-event.ts';
import { sampleCell, sampleHistory, someWork } from './sample-report.ts';

const started = (scenario: string): RunEvent => ({ kind: 'trial-started', scenario });
const ended = (scenario: string, ms: number): RunEvent => ({
  kind: 'trial',
  history: sampleHistory({ scenario, ms }),
  finding: { state: 'present', why: '' },
  hits: null,
  showOutput: false,
});
const after = (...events: readonly RunEvent[]): Progress => events.reduce(advance, noProgress);
const nothingDone = { trials: 0, ms: 0, measuredMs: 0 };

test('running trials are counted by scenario, and a text is cut to the window', () => {
  const planned: RunEvent = { kind: 'planned', cells: 1, jobs: 1, work: [someWork('modcache-rename', 9)] };
  const progress = after(planned, started('modcache-rename'), started('modcache-rename'), started('flock-nfs'));
  expect(trialsDoneText(progress)).toBe('0/9 trials');
  expect(doingText(progress)).toBe('modcache-rename ×2, flock-nfs');
  expect(cut(doingText(progress), 10)).toBe('modcache-…');
});

test('cells are counted by what came of them', () => {
  const cells = [sampleCell(), sampleCell(), sampleCell({ verdict: 'inconclusive' })];
  const planned: RunEvent = { kind: 'planned', cells: 7, jobs: 1, work: [] };
  expect(cellsText(after(planned))).toBe('');
  expect(cellsText(after(planned, ...cells.map((report): RunEvent => ({ kind: 'cell', report }))))).toBe(
    '3/7 cells: 2 as expected, 1 inconclusive',
  );
});

test('measured scenarios have an estimate before their first trial ends, the others after four trials', () => {
  expect(timeLeft({ work: [someWork('a', 10, 60_000)], done: nothingDone, atOnce: 1 })).toBe('about 10 min left');
  const unmeasured = [someWork('a', 6)];
  const done = (trials: number) => ({ trials, ms: trials * 60_000, measuredMs: trials * 60_000 });
  expect(timeLeft({ work: unmeasured, done: done(3), atOnce: 1 })).toBe('');
  expect(timeLeft({ work: unmeasured, done: done(4), atOnce: 1 })).toBe('about 6 min left');
});

test('before the first trial, the estimate knows how many will run at once', () => {
  const planned: RunEvent = { kind: 'planned', cells: 1, jobs: 8, work: [someWork('a', 80, 60_000)] };
  expect(trialsDoneText(after(planned))).toBe('0/80 trials, about 10 min left');
});

test('an estimate follows the pace of this machine, and how many trials run at once', () => {
  const work = [someWork('a', 100, 60_000)];
  const slow = { trials: 100, ms: 100 * 180_000, measuredMs: 100 * 60_000 };
  expect(timeLeft({ work, done: nothingDone, atOnce: 1 })).toBe('about 2 h left');
  expect(timeLeft({ work, done: slow, atOnce: 1 })).toBe('about 5 h left');
  expect(timeLeft({ work, done: nothingDone, atOnce: 4 })).toBe('about 25 min left');
  const alone = [{ ...someWork('b', 10, 60_000), exclusive: true }];
  expect(timeLeft({ work: [...work, ...alone], done: nothingDone, atOnce: 4 })).toBe('about 35 min left');
  expect(timeLeft({ work: [someWork('a', 1, 900)], done: nothingDone, atOnce: 1 })).toBe('under a minute left');
  expect(timeLeft({ work: [someWork('a', 0, 900)], done: nothingDone, atOnce: 1 })).toBe('');
});

test('a trial that ends or is dropped is taken off the work of its scenario, and never more than there is', () => {
  const work = [someWork('a', 2), someWork('b', 3), someWork('a', 4)];
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9 }), (trials) => {
      const left = workWithout(work, 'a', trials);
      expect(left.reduce((sum, own) => sum + own.trials, 0)).toBe(9 - Math.min(trials, 6));
      expect(left[1]).toBe(work[1]);
    }),
  );
  const progress = after({ kind: 'planned', cells: 3, jobs: 1, work }, started('a'), ended('a', 5), {
    kind: 'dropped',
    scenario: 'b',
    trials: 3,
    why: '',
  });
  expect(trialsDoneText(progress)).toBe('1/6 trials');
  expect(progress.work.map(({ trials }) => trials)).toEqual([1, 0, 4]);
});
