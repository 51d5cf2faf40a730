import * as v from 'valibot';

/** One saved archive: a line of the history in the manifest. */
export interface Generation {
  /** ISO 8601, to the second. */
  readonly savedAt: string;
  readonly entries: number;
  /** Unpacked. */
  readonly bytes: number;
  /** The part of `bytes` that the saving job made. */
  readonly newBytes: number;
}

export const generationSchema = v.object({
  savedAt: v.string(),
  entries: v.number(),
  bytes: v.number(),
  newBytes: v.number(),
});

/** How many generations a manifest keeps. */
export const rememberedGenerations = 20;

/** A number of entries and their unpacked size. */
export interface Amount {
  readonly entries: number;
  readonly bytes: number;
}

export const nothing: Amount = { entries: 0, bytes: 0 };

export function amountOf(files: readonly { readonly bytes: number }[]): Amount {
  return { entries: files.length, bytes: files.reduce((sum, { bytes }) => sum + bytes, 0) };
}
