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

/** Where text is to break: at the edge of a terminal; nowhere in a file or a pipe, where whoever reads looks for whole lines. */
export function textWidth({ isTerminal, columns }: Output): number {
  return isTerminal ? columns : Number.POSITIVE_INFINITY;
}
