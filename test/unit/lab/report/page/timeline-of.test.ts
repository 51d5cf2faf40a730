import { expect, test } from 'vitest';
import type { LockRecord } from '../../../../../src/lab/history/history.ts';
import { timelineOf } from '../../../../../src/lab/report/page/timeline-of.ts';
import { aHistory, anUnstarted, aSession, aStuck, aWorker } from '../../a-history.ts';

const lock: LockRecord = {
  worker: 'tidy.0',
  pid: 9,
  file: '$LAB/gopath/pkg/mod/cache/download/example.com/dep/@v/v1.0.0.lock',
  mode: 'exclusive',
  askedMs: 10,
  takenMs: 60,
  releasedMs: 90,
  end: 'unlocked',
  errno: null,
  waited: true,
  heldBy: [{ worker: 'build.0', pid: 8, ms: 50 }],
};

test('a worker is a lane from its start to its end', () => {
  expect(timelineOf(aHistory({ workers: [aWorker({ startMs: 3, endMs: 70, code: 2 })] }))).toMatchObject({
    fromMs: 0,
    endMs: 70,
    lanes: [{ name: 'tidy.0', startMs: 3, endMs: 70, end: 'exit 2' }],
  });
});

test('a worker that was killed has no end of its own, and one that never started no start', () => {
  const lanes = timelineOf(aHistory({ workers: [aStuck(), anUnstarted({ name: 'late' })] }))?.lanes;
  expect(lanes).toMatchObject([
    { endMs: null, end: 'killed by the driver' },
    { startMs: null, end: 'never started' },
  ]);
});

test('a trial that released no worker has nothing to draw', () => {
  expect(timelineOf(aHistory({ workers: [anUnstarted()], harness: 'no image' }))).toBeNull();
});

test('a traced lock is a wait that names its holder, and then a hold', () => {
  const locks = { uses: [lock], endMs: 130, gaps: ['a line is missing'], heldTwice: [] };
  const timeline = timelineOf(aHistory({ locks }));
  expect(timeline?.endMs).toBe(130);
  expect(timeline?.gaps).toContain('a line is missing');
  expect(timeline?.lanes[0]?.spans).toEqual([
    { kind: 'waits', what: 'the lock of example.com/dep@v1.0.0, held by build.0 (pid 8)', startMs: 10, endMs: 60 },
    { kind: 'holds', what: 'the lock of example.com/dep@v1.0.0', startMs: 60, endMs: 90 },
  ]);
});

test('a worker whose processes asked for locks has a lane for each of them', () => {
  const locks = {
    uses: [lock, { ...lock, pid: 10, takenMs: null, releasedMs: null }],
    endMs: 130,
    gaps: [],
    heldTwice: [],
  };
  const lanes = timelineOf(aHistory({ locks }))?.lanes;
  expect(lanes?.map(({ name, spans }) => [name, spans.length])).toEqual([
    ['tidy.0', 0],
    ['tidy.0: pid 9', 2],
    ['tidy.0: pid 10', 1],
  ]);
});

test('the phases of a session follow each other, and the last one is the one it is stuck in', () => {
  const worker = aSession({ phases: { start: 5, initialize: 40 }, stuck: 'go env' }, { startMs: 10, endMs: 900 });
  expect(timelineOf(aHistory({ workers: [worker] }))?.lanes[0]?.spans).toEqual([
    { kind: 'phase', what: 'start', startMs: 10, endMs: 15 },
    { kind: 'phase', what: 'initialize', startMs: 15, endMs: 55 },
    { kind: 'stuck', what: 'go env', startMs: 55, endMs: 900 },
  ]);
});

test('what a session printed before its limit was cut is no session', () => {
  const worker = aWorker({ command: 'editor gopls', stdout: '[… 9 characters left out]\n{"phases":{"start"' });
  expect(timelineOf(aHistory({ workers: [worker] }))?.lanes[0]?.spans).toEqual([]);
});

test('a fault of the sandbox is a lane, one of a worker marks the times of its hits', () => {
  const faults = [
    { name: 'the lock is held', worker: null, armed: true, hits: 1 },
    { name: 'rename fails', worker: 'tidy.0', armed: true, hits: 2, hitsMs: [20, 31] },
    { name: 'not in force', worker: null, armed: false, hits: 0 },
  ];
  const lanes = timelineOf(aHistory({ faults }))?.lanes;
  expect(lanes?.map(({ name, marks }) => [name, marks.map(({ atMs }) => atMs)])).toEqual([
    ['fault', []],
    ['tidy.0', [20, 31]],
  ]);
});

test('the symptom, the doctor and the rescue are marks in the order of their times', () => {
  const history = aHistory({
    doctor: [
      {
        at: 'symptom',
        findings: ['lock-waiter'],
        verdict: 'go waits.',
        fromMs: 310,
        toMs: 350,
        processes: [
          { pid: 7, parent: 1, command: 'go list', startMs: 40, waitsFor: 'the lock of dep', holds: ['other'] },
        ],
      },
    ],
    rescue: { code: 0, atMs: 360, output: '' },
    times: {
      clockSetMs: 0,
      events: [
        { what: 'symptom', atMs: 300, name: '' },
        { what: 'ended', atMs: 480, name: '' },
      ],
    },
  });
  const timeline = timelineOf(history);
  expect(timeline?.marks.map(({ kind, atMs }) => [kind, atMs])).toEqual([
    ['symptom', 300],
    ['doctor', 350],
    ['rescue', 360],
  ]);
  expect(timeline?.endMs).toBe(480);
  expect(timeline?.lanes.at(-1)).toMatchObject({
    name: 'go list (pid 7)',
    startMs: 40,
    spans: [
      { kind: 'waits', what: 'the lock of dep', startMs: 310, endMs: 350 },
      { kind: 'holds', what: 'the lock of other', startMs: 310, endMs: 350 },
    ],
  });
});

test('a clock that was set meanwhile is told', () => {
  const gaps = (clockSetMs: number | null) => timelineOf(aHistory({ times: { clockSetMs, events: [] } }))?.gaps ?? [];
  expect(gaps(-2000)).toContain('the clock was set by -2000 ms while it ran');
  for (const still of [0, 15, null]) expect(gaps(still).join()).not.toContain('the clock was set');
});
