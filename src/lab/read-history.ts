/** Makes a History of what the driver left in $LAB/out. */

import type { Cell, FaultResult, History, ProbeResult, WorkerResult } from './history.ts';
import { type Arm, copiesOf, holdsOf } from './sandbox-files.ts';

/** Reads a file below $LAB/out; undefined when it is not there. */
export type ReadOutput = (name: string) => string | undefined;

/** What is kept of one output: enough for a message, not for a flood. */
const outputLimit = 16_384;

export interface TrialFacts {
  readonly arm: Arm;
  readonly scenario: string;
  readonly trial: number;
  readonly cell: Cell;
  readonly ms: number;
}

/** The history of a trial of which nothing can be said, because the laboratory failed. */
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
  // Empty when the disk was full: then nothing that the trial wrote can be trusted.
  const ended = read('ended') || undefined;
  const goVersion = read('go-version');
  const doctor = read('doctor');
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
    faults: faultResults(arm, read),
    probes: Object.keys(arm.scenario.probes ?? {}).map(
      (name): ProbeResult => ({
        name,
        code: Number(read(`probe/${name}.code`) || '-1'),
        stdout: tail(read(`probe/${name}`)),
      }),
    ),
    harness:
      read('harness') ??
      (ended === undefined
        ? `the trial left no result: ${tail(read('driver')).trim() || 'nothing was written; is the disk full?'}`
        : null),
    doctor: doctor === undefined ? null : doctor.split('\n').filter((id) => id !== ''),
    ms: facts.ms,
  };
}

function faultResults(arm: Arm, read: ReadOutput): readonly FaultResult[] {
  const ofSandbox = holdsOf(arm).map(
    (fault, index): FaultResult => ({ name: fault.name, worker: null, ...fault.count(read(`hold/${index}`) ?? '') }),
  );
  const ofWorkers = copiesOf(arm).flatMap(({ id, fault }): readonly FaultResult[] =>
    fault === null ? [] : [{ name: fault.name, worker: id, ...fault.count(read(`worker/${id}/fault`) ?? '') }],
  );
  return [...ofSandbox, ...ofWorkers];
}

function tail(text: string | undefined): string {
  if (text === undefined) return '';
  return text.length <= outputLimit
    ? text
    : `[… ${text.length - outputLimit} characters left out]\n${text.slice(-outputLimit)}`;
}
