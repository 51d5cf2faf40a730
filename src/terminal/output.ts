import type pico from 'picocolors';

/** Colours text, or leaves it plain: picocolors' createColors(enabled). */
export type Palette = ReturnType<typeof pico.createColors>;

/** A stream and its abilities; stdout and stderr may differ in all of them. */
export interface Output {
  readonly stream: NodeJS.WritableStream;
  /** Whether lines may be redrawn. Must be false if the stream is not a TTY. */
  readonly isTerminal: boolean;
  readonly colour: boolean;
  /** Read at each use, so that a getter can follow the window size. */
  readonly columns: number;
}
