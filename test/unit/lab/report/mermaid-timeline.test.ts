import { expect, test } from 'vitest';
import type { History, LockRecord } from '../../../../src/lab/history/history.ts';
import { firstDifference } from '../../../../src/lab/report/first-difference.ts';
import { mermaidTimeline } from '../../../../src/lab/report/mermaid-timeline.ts';
import { sampleCell, sampleHistory, sampleMitigation } from './sample-report.ts';

const lock: LockRecord = {
  worker: 'tidy.0',
  pid: 7,
  file: '$LAB/gomodcache/cache/lock',
  mode: 'exclusive',
  askedMs: 10,
  takenMs: 300,
  releasedMs: 700,
  end: 'unlocked',
  errno: null,
  waited: true,
  heldBy: [],
};

function traced(): History {
  const [worker] = sampleHistory().workers;
  if (worker === undefined) throw new Error('the sample has a worker');
  return sampleHistory({
    workers: [
      { ...worker, command: 'go mod tidy; echo "a:b, c#" `x`' },
      { ...worker, copy: 1, ended: 'killed', code: null, endMs: null },
      { ...worker, copy: 2, ended: 'never-started', startMs: null, endMs: null },
    ],
    locks: {
      uses: [lock, { ...lock, worker: 'tidy.1', takenMs: null, releasedMs: null }],
      endMs: 900,
      gaps: [],
      heldTwice: [],
    },
  });
}

test('a timeline has a section a process: when it ran, waited for a lock and held it, in milliseconds', () => {
  expect(mermaidTimeline(traced())).toMatchInlineSnapshot(`
    "\`\`\`mermaid
    gantt
      title modcache-rename go 1.26.8 docker baseline trial 1
      dateFormat x
      axisFormat %M:%S.%L
      section tidy.0
      go mod tidy echo a b c x exit 1 :0, 812ms
      waits for lock :crit, 10, 290ms
      holds lock :active, 300, 400ms
      section tidy.1
      go mod tidy did not end :crit, 0, 900ms
      waits for lock :crit, 10, 890ms
    \`\`\`"
  `);
});

test('a trial whose processes never started has no timeline', () => {
  expect(mermaidTimeline(sampleHistory({ workers: [], harness: 'the image is missing' }))).toBeNull();
});

test('the trial to look at is the first of the arm that differs whose finding is not the expected one', () => {
  const trial = (arm: string | null, number: number, state: 'present' | 'absent') => ({
    history: sampleHistory({ arm, trial: number }),
    finding: { state, why: '' },
  });
  const trials = [trial(null, 1, 'present'), trial('retry', 1, 'absent'), trial('retry', 2, 'present')];
  const fails = sampleCell({ mitigations: [sampleMitigation({ name: 'retry', verdict: 'fails' })], asExpected: false });
  expect(firstDifference([sampleCell(), fails], trials)).toMatchObject({ arm: 'retry', trial: 2 });
  expect(firstDifference([sampleCell({ expect: 'not-reproduced' })], trials)).toMatchObject({ arm: null, trial: 1 });
  expect(firstDifference([sampleCell()], trials)).toBeNull();
  expect(firstDifference([{ ...fails, go: '1.13.15' }], trials)).toBeNull();
});
