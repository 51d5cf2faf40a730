/** What a kind of stuck is made of. */
export interface Place {
  readonly root: string;
  readonly env: Readonly<Record<string, string>>;
  readonly gopls: string;
}

/** Stands stuck until it is disposed of. */
export interface Stuck extends AsyncDisposable {
  /** Who must be named as the cause. */
  readonly pid: () => number | undefined;
}

export interface Kind {
  readonly name: string;
  /** The finding. */
  readonly id: string;
  readonly begin: (place: Place) => Promise<Stuck>;
}
