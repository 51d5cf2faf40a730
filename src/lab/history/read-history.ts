/** Builds a History from the driver's files in $LAB/out. */

import { lockUses } from '../../trace/lock-uses.ts';
import { readStrace } from '../../trace/strace/read-strace.ts';
import type { Fault } from '../fault/fault.ts';
import { remedyArm } from '../remedy-arm.ts';
import { type Arm, copiesOf, holdsOf } from '../trial/sandbox-files.ts';
import type {
  Cell,
  DoctorReport,
  FaultResult,
  History,
  LockHistory,
  ProbeResult,
  RemedyStep,
  SeenProcess,
  WorkerResult,
} from './history.ts';
import { timesOf } from './trial-times.ts';

/** Reads a file below $LAB/out; undefined: it does not exist. */
export type ReadOutput = (name: string) => string | undefined;

/** How much of one output is kept: enough for a message, not for a flood. */
const outputLimit = 16_384;

export interface TrialFacts {
  readonly arm: Arm;
  readonly scenario: string;
  readonly trial: number;
  readonly cell: Cell;
  readonly ms: number;
}

/** The history of a trial that proves nothing because the lab failed. */
export function failedHistory(facts: TrialFacts, harness: string): History {
  return readHistory(facts, (name) => (name === 'harness' ? harness : undefined));
}

export function readHistory(facts: TrialFacts, read: ReadOutput): History {
  const { arm, cell } = facts;
  const releaseUs = Number(read('release') ?? Number.NaN);
  const sinceRelease = (time: string | undefined): number | null => {
    if (time === undefined || time === '' || Number.isNaN(releaseUs)) return null;
    return Math.round((Number(time.replace(/[.,]/, '')) - releaseUs) / 1000);
  };
  const copies = copiesOf(arm);
  const workers = copies.map((copy): WorkerResult => {
    const file = (name: string) => read(`worker/${copy.id}/${name}`);
    const [code, endTime] = (file('exit') ?? '').trim().split(' ');
    const startMs = sinceRelease(file('start'));
    const exited = code !== undefined && code !== '';
    return {
      name: copy.worker.name,
      copy: copy.copy,
      command: copy.command,
      background: copy.worker.background === true,
      code: exited ? Number(code) : null,
      ended: exited ? 'exited' : startMs === null ? 'never-started' : 'killed',
      stdout: tail(file('stdout')),
      stderr: tail(file('stderr')),
      startMs,
      endMs: exited ? sinceRelease(endTime) : null,
    };
  });
  const rescueCode = read('rescue.code');
  // Empty if the disk was full; then nothing that the trial wrote can be trusted.
  const ended = read('ended') || undefined;
  const goVersion = read('go-version');
  return {
    schema: 1,
    scenario: facts.scenario,
    arm: arm.name,
    trial: facts.trial,
    cell: { ...cell, fs: read('fs')?.trim() ?? cell.fs },
    versions: goVersion === undefined ? {} : { go: goVersion.trim() },
    ended: ended === 'done' || ended === 'until' ? ended : 'deadline',
    rescue:
      rescueCode === undefined
        ? null
        : { code: Number(rescueCode), atMs: sinceRelease(read('rescue.at')) ?? 0, output: tail(read('rescue.output')) },
    workers,
    faults: faultResults(arm, read, releaseUs),
    probes: Object.keys(arm.scenario.probes ?? {}).map(
      (name): ProbeResult => ({
        name,
        code: Number(read(`probe/${name}.code`) || '-1'),
        stdout: tail(read(`probe/${name}`)),
      }),
    ),
    locks: arm.scenario.trace === true ? locksOf(arm, read, releaseUs) : null,
    harness:
      read('harness') ??
      (ended === undefined
        ? `the trial left no result: ${tail(read('driver')).trim() || 'nothing was written; is the disk full?'}`
        : null),
    // An expected doctor without a report has found nothing.
    doctor: arm.scenario.doctorFinding === undefined ? null : doctorReports(read('doctor') ?? '', releaseUs),
    remedy: arm.name === remedyArm ? remedySteps(arm, read) : null,
    ms: facts.ms,
    ...timesOf(read('events.log'), releaseUs),
  };
}

function faultResults(arm: Arm, read: ReadOutput, releaseUs: number): readonly FaultResult[] {
  const result = (fault: Fault, worker: string | null, file: string): FaultResult => {
    const log = read(file) ?? '';
    const hitsMs = hitTimes(fault.times?.(log) ?? [], releaseUs);
    return { name: fault.name, worker, ...fault.count(log), ...(hitsMs.length === 0 ? {} : { hitsMs }) };
  };
  const ofSandbox = holdsOf(arm).map((fault, index) => result(fault, null, `hold/${index}`));
  const ofWorkers = copiesOf(arm).flatMap(({ id, fault }) =>
    fault === null ? [] : [result(fault, id, `worker/${id}/fault`)],
  );
  return [...ofSandbox, ...ofWorkers];
}

/** Enough to see when it begins and how often it comes. */
const hitsTimed = 20;

function hitTimes(timesUs: readonly number[], releaseUs: number): readonly number[] {
  if (Number.isNaN(releaseUs)) return [];
  return timesUs.slice(0, hitsTimed).map((us) => Math.round((us - releaseUs) / 1000));
}

/** Combines the workers' traces: one may wait for what another holds. */
function locksOf(arm: Arm, read: ReadOutput, releaseUs: number): LockHistory {
  const lab = read('lab') ?? '';
  const logs = copiesOf(arm).map(({ id }) => ({ id, log: readStrace(read(`worker/${id}/trace`) ?? '') }));
  const workerOf = new Map(logs.flatMap(({ id, log }) => log.processes.map(({ pid }) => [pid, id] as const)));
  const endUs = Math.max(Number(read('end') ?? 0), ...logs.map(({ log }) => log.endedUs ?? 0));
  const { uses, gaps, heldTwice } = lockUses(
    logs.map(({ log }) => log),
    endUs,
  );
  const below = (file: string) => (lab !== '' && file.startsWith(`${lab}/`) ? `$LAB${file.slice(lab.length)}` : file);
  const since = (us: number) => Math.round(us - releaseUs) / 1000;
  return {
    uses: uses.map(({ askedUs, takenUs, releasedUs, heldBy, command, perhapsKeptBy, ...use }) => ({
      worker: workerOf.get(use.pid) ?? '',
      ...use,
      file: below(use.file),
      askedMs: since(askedUs),
      takenMs: takenUs === null ? null : since(takenUs),
      releasedMs: releasedUs === null ? null : since(releasedUs),
      heldBy: heldBy.map(({ pid, us }) => ({ worker: workerOf.get(pid) ?? '', pid, ms: us / 1000 })),
    })),
    endMs: since(endUs),
    gaps: [...logs.flatMap(({ id, log }) => log.gaps.map((gap) => `${id}: ${gap}`)), ...gaps],
    heldTwice: heldTwice.map(below),
  };
}

/** As src/doctor/program.ts writes it. */
interface WrittenReport {
  readonly at: DoctorReport['at'];
  readonly findings: readonly string[];
  readonly verdict: string;
  readonly fromUs: number;
  readonly toUs: number;
  readonly processes: readonly (Omit<SeenProcess, 'startMs'> & { readonly startUs: number })[];
}

function doctorReports(lines: string, releaseUs: number): readonly DoctorReport[] {
  const since = (us: number) => Math.round((us - releaseUs) / 1000);
  return jsonLines<WrittenReport>(lines).map(({ at, findings, verdict, fromUs, toUs, processes }) => ({
    at,
    findings,
    verdict,
    // Without a release no trial began, and no time is since anything.
    ...(Number.isNaN(releaseUs)
      ? {}
      : {
          fromMs: since(fromUs),
          toMs: since(toUs),
          processes: processes.map(({ startUs, ...process }) => ({ ...process, startMs: since(startUs) })),
        }),
  }));
}

/** The steps of the rescue and of each worker. */
function remedySteps(arm: Arm, read: ReadOutput): readonly RemedyStep[] {
  const files = ['remedy', ...copiesOf(arm).map(({ id }) => `worker/${id}/remedy`)];
  return files.flatMap((file) => jsonLines<RemedyStep>(read(file) ?? ''));
}

/** One JSON document per line. The last may be truncated if the doctor was killed with the trial. */
function jsonLines<T>(lines: string): readonly T[] {
  return lines
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as T);
}

function tail(text: string | undefined): string {
  if (text === undefined) return '';
  return text.length <= outputLimit
    ? text
    : `[… ${text.length - outputLimit} characters left out]\n${text.slice(-outputLimit)}`;
}
