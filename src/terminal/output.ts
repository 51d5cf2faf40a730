import type pico from 'picocolors';

/** What paints text, or leaves it alone: picocolors' createColors(enabled). */
export type Palette = ReturnType<typeof pico.createColors>;

/** A stream and what may be done to it; stdout and stderr can differ in all of it. */
export interface Output {
  readonly stream: NodeJS.WritableStream;
  /** Whether lines may be redrawn. Must not be true of a stream that is no TTY. */
  readonly isTerminal: boolean;
  readonly colour: boolean;
  /** Read at each use, so that a getter follows the window's size. */
  readonly columns: number;
}
