/** What a page carries for its script: plain JSON, deflated. */

export interface PageData {
  /** Of a page of verdicts. */
  readonly cells: readonly PageCell[];
  /** Each is drawn in the element with the attribute `data-timeline` of that name. Absent: none. */
  readonly timelines?: Readonly<Record<string, Timeline>>;
}

/** A claim on one Go (and gopls) and one runtime. */
export interface PageCell {
  /** The scenario's id: also the id of the claim's part of the page. */
  readonly scenario: string;
  /** The cells of one square of the matrix share it. */
  readonly square: string;
  readonly go: string;
  readonly gopls: string | null;
  readonly runtime: string;
  /** "go 1.26.11, gopls 0.21.1, docker, overlayfs" */
  readonly place: string;
  readonly verdict: string;
  /** 'differs': the verdict, or one of a mitigation, is not the expected one. */
  readonly outcome: string;
  readonly arms: readonly PageArm[];
}

export interface PageArm {
  readonly name: string;
  /** ✓ ✗ ? – */
  readonly sign: string;
  readonly outcome: string;
  /** "holds, 9 hits: survives it" */
  readonly text: string;
  /** "3 present, 0 absent, 0 unknown" */
  readonly counts: string;
  readonly why: string;
  readonly trials: readonly PageTrial[];
}

export interface PageTrial {
  readonly trial: number;
  readonly state: string;
  readonly why: string;
  readonly ms: number;
  /** What the doctor said, and when. */
  readonly said: readonly string[];
  readonly timeline: Timeline | null;
}

/** Who did what when. Times are milliseconds since the workers' release, of one clock. */
export interface Timeline {
  readonly fromMs: number;
  readonly endMs: number;
  /** How the trial ended. */
  readonly end: string;
  readonly lanes: readonly Lane[];
  /** What happened to the trial as a whole. */
  readonly marks: readonly Mark[];
  /** What the drawing lacks, in words. */
  readonly gaps: readonly string[];
}

/** A process, or a fault of the whole sandbox. */
export interface Lane {
  readonly name: string;
  /** Its command, or null. */
  readonly command: string | null;
  /** null: it never started. */
  readonly startMs: number | null;
  /** null: it still ran when the trial ended. */
  readonly endMs: number | null;
  /** "exit 1", "killed by the driver" */
  readonly end: string;
  readonly spans: readonly Span[];
  readonly marks: readonly Mark[];
}

export interface Span {
  /** 'phase': of an editor's session; 'stuck': the one that it did not get out of. */
  readonly kind: 'waits' | 'holds' | 'shares' | 'phase' | 'stuck' | 'force' | 'looks';
  /** "the lock of example.com/dep@v1.0.0" */
  readonly what: string;
  readonly startMs: number;
  /** null: until the trial's end. */
  readonly endMs: number | null;
}

export interface Mark {
  readonly kind: 'fault' | 'doctor' | 'symptom' | 'rescue' | 'probe';
  readonly atMs: number;
  readonly text: string;
}
