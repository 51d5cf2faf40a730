/** The complete record of a trial as plain JSON: enough to judge it again without Docker, Go or gopls. */

import type { LockUse } from '../../trace/lock-use.ts';
import type { EventKind } from './trial-times.ts';

export interface Cell {
  /** "1.22.12" */
  readonly go: string;
  /** "0.21.1"; null: the scenario runs no gopls. */
  readonly gopls: string | null;
  readonly runtime: RuntimeName;
  /** The sandbox's filesystem by stat -f ("overlayfs", "ext2/ext3"). Known after the first trial. */
  readonly fs: string;
  /** Absent: unlatch provided all binaries. */
  readonly local?: LocalBinaries;
}

/**
 * The binaries of a cell that are the machine's own. Nobody verified them, and their builds may
 * differ from the published ones of the same version.
 */
export interface LocalBinaries {
  readonly go: boolean;
  /** null: gopls is not the machine's own, or the cell has none. */
  readonly gopls: {
    /** The Go that built it: "1.25.3". */
    readonly builtWith: string;
  } | null;
}

export type RuntimeName = 'docker' | 'host';

/** null: the baseline; otherwise the name of the mitigation added to it. */
export type ArmName = string | null;

export interface WorkerResult {
  readonly name: string;
  /** The copy's number, from 0. */
  readonly copy: number;
  readonly command: string;
  readonly background: boolean;
  /** The exit status; null: it never ran or did not end by itself. */
  readonly code: number | null;
  /** How it ended. 'killed': by the driver. 'never-started': its condition never held. */
  readonly ended: 'exited' | 'killed' | 'never-started';
  /** The end of its output. */
  readonly stdout: string;
  readonly stderr: string;
  /** Milliseconds since the release of the barrier; null: it never started. */
  readonly startMs: number | null;
  readonly endMs: number | null;
}

export interface FaultResult {
  readonly name: string;
  /** The worker under the fault ("tidy.0"); null: it affects the whole sandbox. */
  readonly worker: string | null;
  /** It was proven to be in force (a canary call was hit, a lock was held). */
  readonly armed: boolean;
  /** Number of hits, without the canary. */
  readonly hits: number;
  /** When the first of them struck, in milliseconds since the release; absent: its log tells no times. */
  readonly hitsMs?: readonly number[];
}

export interface ProbeResult {
  readonly name: string;
  readonly code: number;
  readonly stdout: string;
}

/** A lock request of a worker's process. Times are in milliseconds since the release of the barrier. */
export interface LockRecord {
  /** "tidy.0" */
  readonly worker: string;
  readonly pid: number;
  /** Below the sandbox's root, $LAB. */
  readonly file: string;
  readonly mode: 'exclusive' | 'shared';
  readonly askedMs: number;
  /** null: it did not get the lock. */
  readonly takenMs: number | null;
  /** null: still held at the end of the trial, or never acquired. */
  readonly releasedMs: number | null;
  /** See src/trace/lock-uses.ts. */
  readonly end: LockUse['end'];
  readonly errno: string | null;
  readonly waited: boolean;
  /** The holders meanwhile, the longest first; empty with `waited`: a process outside the workers. */
  readonly heldBy: readonly { readonly worker: string; readonly pid: number; readonly ms: number }[];
}

/** The locks of a trial whose scenario has `trace: true`. */
export interface LockHistory {
  /** In order of request. */
  readonly uses: readonly LockRecord[];
  /** The end of the trial; locks held then have no release time. */
  readonly endMs: number;
  /** What the traces lack, in words; empty: they are complete. */
  readonly gaps: readonly string[];
  /** Files with two holders at once in conflicting modes. */
  readonly heldTwice: readonly string[];
}

/** The doctor's report at one moment of a trial. */
export interface DoctorReport {
  /** 'symptom': while it showed. 'end': before the exit of a successful session, or after all workers. */
  readonly at: 'symptom' | 'end';
  /** The ids of its findings, without notes. */
  readonly findings: readonly string[];
  readonly verdict: string;
  /** When it began to look and when it had judged, since the release; absent in older histories. */
  readonly fromMs?: number;
  readonly toMs?: number;
  /** The processes that it saw, without those that nobody waits for; absent in older histories. */
  readonly processes?: readonly SeenProcess[];
}

/** A process as the doctor saw it. */
export interface SeenProcess {
  readonly pid: number;
  readonly parent: number;
  /** "go list" */
  readonly command: string;
  /** Since the release. */
  readonly startMs: number;
  /** "the lock of example.com/dep@v1.0.0, held by `sleep` (pid 21, 2 s)"; null: for nothing that can be told. */
  readonly waitsFor: string | null;
  /** What it holds the locks of. */
  readonly holds: readonly string[];
}

/** A moment of a trial, in milliseconds since the release. */
export interface TrialEvent {
  readonly what: EventKind;
  readonly atMs: number;
  /** Of a probe: its name. */
  readonly name: string;
}

/** What the driver did when. */
export interface TrialTimes {
  readonly events: readonly TrialEvent[];
  /**
   * By how much the clock of all these times was set while the trial ran, by the clock that nobody can set
   * (/proc/uptime, in steps of 10 ms); null: unknown.
   */
  readonly clockSetMs: number | null;
}

/** A step of the doctor's remedy as carried out in a trial. */
export interface RemedyStep {
  /** The id of its finding. */
  readonly finding: string;
  /** The line that `unlatch doctor` prints. */
  readonly text: string;
  /** 'told': a person must do it; the scenario stands in. */
  readonly outcome: 'done' | 'failed' | 'told';
  readonly lines: readonly string[];
}

export interface History {
  readonly schema: 1;
  readonly scenario: string;
  readonly arm: ArmName;
  /** From 1. */
  readonly trial: number;
  readonly cell: Cell;
  /** The versions that the binaries report. */
  readonly versions: Readonly<Record<string, string>>;
  /** How the trial ended: all workers exited, 'until': the symptom held, or the deadline passed. */
  readonly ended: 'done' | 'until' | 'deadline';
  /** The result of the rescue, if it ran. */
  readonly rescue: { readonly code: number; readonly atMs: number; readonly output: string } | null;
  readonly workers: readonly WorkerResult[];
  readonly faults: readonly FaultResult[];
  readonly probes: readonly ProbeResult[];
  /** null: the scenario has no `trace`. */
  readonly locks: LockHistory | null;
  /** Why the lab itself failed, so that the trial proves nothing; null: it did not. */
  readonly harness: string | null;
  /** The doctor's reports, oldest first; null: no doctor ran. */
  readonly doctor: readonly DoctorReport[] | null;
  /** In order of execution; null except in the arm of the doctor's remedy. */
  readonly remedy: readonly RemedyStep[] | null;
  /** Wall time of the whole trial, with the sandbox's creation and removal. */
  readonly ms: number;
  /** Absent in histories older than timelines. */
  readonly times?: TrialTimes;
}
