/** The place and the parts of a stall. */
export interface Place {
  readonly root: string;
  readonly env: Readonly<Record<string, string>>;
  readonly gopls: string;
}

/** A stall that lasts until it is disposed of. */
export interface Stuck extends AsyncDisposable {
  /** The process that the doctor must name as the cause. */
  readonly pid: () => number | undefined;
}

export interface Kind {
  readonly name: string;
  /** The id of the expected finding. */
  readonly id: string;
  readonly begin: (place: Place) => Promise<Stuck>;
}
