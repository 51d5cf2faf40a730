/** All that a trial left behind, as plain JSON: enough to judge it again without Docker, Go or gopls. */

import type { LockUse } from '../../trace/lock-use.ts';

export interface Cell {
  /** "1.22.12" */
  readonly go: string;
  /** "0.21.1", or null where the scenario runs no gopls. */
  readonly gopls: string | null;
  readonly runtime: RuntimeName;
  /** The sandbox's filesystem, as statfs names it ("overlayfs", "ext2/ext3"). Known after the first trial. */
  readonly fs: string;
}

export type RuntimeName = 'docker' | 'host';

/** `null` is the baseline, otherwise the name of the one mitigation that is added to it. */
export type ArmName = string | null;

export interface WorkerResult {
  readonly name: string;
  /** The copy's number, from 0. */
  readonly copy: number;
  readonly command: string;
  readonly background: boolean;
  /** The exit status; null when it never ran, or did not end by itself. */
  readonly code: number | null;
  /** How it came to its end. 'killed': we ended it. 'never-started': its condition never held. */
  readonly ended: 'exited' | 'killed' | 'never-started';
  /** The last part of what it wrote. */
  readonly stdout: string;
  readonly stderr: string;
  /** Milliseconds from the release of the barrier; null when it never started. */
  readonly startMs: number | null;
  readonly endMs: number | null;
}

export interface FaultResult {
  readonly name: string;
  /** The worker ("tidy.0") that it was laid under, or null when it acts on the sandbox as a whole. */
  readonly worker: string | null;
  /** It was shown to be in force (a canary call was struck, a lock was seen to be held). */
  readonly armed: boolean;
  /** How often it struck, the canary not counted. */
  readonly hits: number;
}

export interface ProbeResult {
  readonly name: string;
  readonly code: number;
  readonly stdout: string;
}

/** A lock that a worker's process asked for. Times are milliseconds from the release of the barrier, as those of the workers are. */
export interface LockRecord {
  /** "tidy.0" */
  readonly worker: string;
  readonly pid: number;
  /** Below the sandbox's root, $LAB. */
  readonly file: string;
  readonly mode: 'exclusive' | 'shared';
  readonly askedMs: number;
  /** Null: it did not get it. */
  readonly takenMs: number | null;
  /** Null: it still held it when the trial ended, or never got it. */
  readonly releasedMs: number | null;
  /** src/trace/lock-uses.ts says what each of them means. */
  readonly end: LockUse['end'];
  readonly errno: string | null;
  readonly waited: boolean;
  /** Who held it meanwhile, the longest first; empty with `waited`: somebody who is no worker. */
  readonly heldBy: readonly { readonly worker: string; readonly pid: number; readonly ms: number }[];
}

/** The locks of a trial whose scenario says `trace: true`. */
export interface LockHistory {
  /** In the order of asking. */
  readonly uses: readonly LockRecord[];
  /** When the trial ended: what was held then has no end. */
  readonly endMs: number;
  /** What the traces lack, in words; empty: every lock is there. */
  readonly gaps: readonly string[];
  /** Files that two held at once, in modes that exclude each other. */
  readonly heldTwice: readonly string[];
}

/** What the doctor said at one moment of a trial. */
export interface DoctorReport {
  /** 'symptom': while it showed (an editor was stuck, `until` held). 'end': before a session is left that went well, or all workers were done. */
  readonly at: 'symptom' | 'end';
  /** The ids of its findings; notes, which blame nothing, are not among them. */
  readonly findings: readonly string[];
  readonly verdict: string;
}

/** A step of the doctor's remedy, as it was carried out in a trial. */
export interface RemedyStep {
  /** The id of its finding. */
  readonly finding: string;
  /** As `unlatch doctor` prints it. */
  readonly text: string;
  /** 'told': it is for a person, whose part the scenario takes. */
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
  /** What the binaries said of themselves. */
  readonly versions: Readonly<Record<string, string>>;
  /** How the trial ended: all workers exited, `until` held, or the deadline passed. */
  readonly ended: 'done' | 'until' | 'deadline';
  /** The rescue's exit status, when it ran. */
  readonly rescue: { readonly code: number; readonly atMs: number; readonly output: string } | null;
  readonly workers: readonly WorkerResult[];
  readonly faults: readonly FaultResult[];
  readonly probes: readonly ProbeResult[];
  /** Null where the scenario does not ask for them. */
  readonly locks: LockHistory | null;
  /** Why the trial says nothing, when the laboratory itself failed. */
  readonly harness: string | null;
  /** What the doctor reported, oldest first; null where no doctor ran. */
  readonly doctor: readonly DoctorReport[] | null;
  /** In the order of doing; null in every arm but that of the doctor's remedy. */
  readonly remedy: readonly RemedyStep[] | null;
  /** Wall time of the whole trial, the sandbox's making and removal included. */
  readonly ms: number;
}
