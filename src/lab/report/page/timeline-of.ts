/** A trial as lanes of time, from what its history recorded. Pure. */
import { lockName } from '../../../go/lock-name.ts';
import { groupBy } from '../../../group-by.ts';
import type { Lane, Mark, Span, Timeline } from '../../../page/page-data.ts';
import { plainLine } from '../../../terminal/plain-text.ts';
import type { DoctorReport, History, LockRecord, WorkerResult } from '../../history/history.ts';
import { seenLanes } from './seen-lanes.ts';
import { phaseSpans } from './session-spans.ts';

/** null: no worker was released, so there is nothing to draw. */
export function timelineOf(history: History): Timeline | null {
  const workers = history.workers.map((worker) => workerLane(worker, history));
  const lanes = [...faultLanes(history), ...workers, ...traceLanes(history), ...seenLanes(history)];
  if (workers.every(({ startMs }) => startMs === null)) return null;
  const marks = trialMarks(history);
  const times = lanes.flatMap(({ startMs, endMs, spans, marks: own }) => [
    startMs ?? 0,
    endMs ?? 0,
    ...spans.flatMap((span) => [span.startMs, span.endMs ?? 0]),
    ...own.map(({ atMs }) => atMs),
  ]);
  const moments = [...times, ...marks.map(({ atMs }) => atMs)];
  const ended = history.times?.events.find(({ what }) => what === 'ended')?.atMs ?? history.locks?.endMs;
  return {
    fromMs: Math.min(0, ...moments),
    endMs: ended ?? Math.max(1, ...moments),
    end: endWords[history.ended],
    lanes,
    marks,
    gaps: gapsOf(history, ended === undefined),
  };
}

const endWords = {
  done: 'all workers ended',
  until: 'the symptom showed, and the trial ended with it',
  deadline: 'the deadline passed',
} as const;

function gapsOf(history: History, endUnknown: boolean): readonly string[] {
  const { times, locks, doctor } = history;
  const set = times?.clockSetMs ?? 0;
  return [
    ...(locks?.gaps ?? []).map(plainLine),
    ...(Math.abs(set) > 30 ? [`the clock was set by ${Math.round(set)} ms while it ran`] : []),
    ...(times === undefined ? ['the history is older than times of the symptom, the doctor and the hits'] : []),
    ...(endUnknown ? ['when the trial ended was not recorded: what has no end is drawn to the last known moment'] : []),
    ...(locks === null && doctor === null ? ['locks were not looked at in this scenario'] : []),
  ];
}

function workerLane(worker: WorkerResult, history: History): Lane {
  const id = `${worker.name}.${worker.copy}`;
  const of = history.locks?.uses.filter((use) => use.worker === id) ?? [];
  const onlyPid = new Set(of.map(({ pid }) => pid)).size < 2;
  const faults = history.faults.filter((fault) => fault.worker === id);
  return {
    name: id,
    command: plainLine(worker.command),
    startMs: worker.startMs,
    endMs: worker.endMs,
    end: endText(worker),
    spans: [...phaseSpans(worker), ...(onlyPid ? of.flatMap(lockSpans) : [])],
    marks: faults.flatMap(({ name, hits, hitsMs }) => hitMarks(name, hits, hitsMs)),
  };
}

function endText({ ended, background, code }: WorkerResult): string {
  if (ended === 'never-started') return 'never started';
  if (ended === 'killed') return background ? 'ended with the trial' : 'killed by the driver';
  return `exit ${code ?? 'unknown'}`;
}

function hitMarks(name: string, hits: number, hitsMs: readonly number[] | undefined): readonly Mark[] {
  return (hitsMs ?? []).map((atMs, index) => ({
    kind: 'fault',
    atMs,
    text: `${plainLine(name)}: hit ${index + 1} of ${hits}`,
  }));
}

/** A fault of the whole sandbox is in force from before the release to the end. */
function faultLanes({ faults }: History): readonly Lane[] {
  return faults
    .filter(({ worker, armed }) => worker === null && armed)
    .map(({ name, hits, hitsMs }): Lane => {
      const what = `${plainLine(name)} (${hits} ${hits === 1 ? 'hit' : 'hits'})`;
      return {
        name: 'fault',
        command: what,
        startMs: 0,
        endMs: null,
        end: 'ended with the trial',
        spans: [{ kind: 'force', what, startMs: 0, endMs: null }],
        marks: hitMarks(name, hits, hitsMs),
      };
    });
}

/** A lane for each process of a worker that asked for locks, where it had several. */
function traceLanes({ locks }: History): readonly Lane[] {
  const workers = groupBy(locks?.uses ?? [], ({ worker }) => worker);
  return [...workers].flatMap(([worker, uses]) => {
    const processes = groupBy(uses, ({ pid }) => pid);
    if (processes.size < 2) return [];
    return [...processes].map(([pid, own]): Lane => {
      const spans = own.flatMap(lockSpans);
      return {
        name: `${worker}: pid ${pid}`,
        command: null,
        startMs: own[0]?.askedMs ?? null,
        endMs: own.at(-1)?.releasedMs ?? null,
        end: own.at(-1)?.end === 'held' ? 'still held its lock' : 'released its last lock',
        spans,
        marks: [],
      };
    });
  });
}

function lockSpans(use: LockRecord): readonly Span[] {
  const lock = `the lock of ${plainLine(lockName(use.file))}`;
  const holders = use.heldBy.map(({ worker, pid }) => (worker === '' ? `pid ${pid}` : `${worker} (pid ${pid})`));
  const by = holders.length === 0 ? '' : `, held by ${holders.slice(0, 3).join(' and ')}`;
  const waits: readonly Span[] = use.waited
    ? [{ kind: 'waits', what: `${lock}${by}`, startMs: use.askedMs, endMs: use.takenMs }]
    : [];
  if (use.takenMs === null) return waits;
  const kind = use.mode === 'exclusive' ? 'holds' : 'shares';
  return [...waits, { kind, what: lock, startMs: use.takenMs, endMs: use.releasedMs }];
}

function trialMarks({ times, doctor, rescue }: History): readonly Mark[] {
  const symptom = times?.events.filter(({ what }) => what === 'symptom') ?? [];
  const probes = times?.events.filter(({ what }) => what === 'probe') ?? [];
  const marks: readonly Mark[] = [
    ...symptom.map(({ atMs }): Mark => ({ kind: 'symptom', atMs, text: 'the symptom shows' })),
    ...(doctor ?? []).flatMap(doctorMark),
    ...(rescue === null
      ? []
      : [{ kind: 'rescue', atMs: Math.round(rescue.atMs), text: `the rescue runs: exit ${rescue.code}` } as const]),
    ...probes.map(({ atMs, name }): Mark => ({ kind: 'probe', atMs, text: `the probe ${name} looks` })),
  ];
  return marks.toSorted((a, b) => a.atMs - b.atMs);
}

function doctorMark({ toMs, verdict, findings }: DoctorReport): readonly Mark[] {
  if (toMs === undefined) return [];
  const ids = findings.length === 0 ? '' : ` [${findings.join(', ')}]`;
  return [{ kind: 'doctor', atMs: toMs, text: plainLine(`the doctor says: ${verdict}${ids}`) }];
}
