/** What one save left in the store: a line of the archive's own history, which travels in its manifest. */
export interface Generation {
  /** ISO 8601, to the second. */
  readonly savedAt: string;
  readonly entries: number;
  /** Unpacked. */
  readonly bytes: number;
  /** Of `bytes`, what that job had to make. */
  readonly newBytes: number;
}

/** How many generations an archive remembers. */
export const rememberedGenerations = 20;

/** A number of entries and what they weigh, unpacked. */
export interface Amount {
  readonly entries: number;
  readonly bytes: number;
}

export const nothing: Amount = { entries: 0, bytes: 0 };

export function amountOf(files: readonly { readonly bytes: number }[]): Amount {
  return { entries: files.length, bytes: files.reduce((sum, { bytes }) => sum + bytes, 0) };
}
