/** A stream's abilities: live progress and colour only on a terminal. Honours NO_COLOR. */
import type { WriteStream } from 'node:tty';
import type { Output } from '../terminal/output.ts';

export function outputOf(stream: NodeJS.WriteStream): Output {
  const isTerminal = stream.isTTY === true && process.env['TERM'] !== 'dumb';
  const forced = process.env['FORCE_COLOR'];
  const colour = (process.env['NO_COLOR'] ?? '') === '' && ((forced !== undefined && forced !== '0') || isTerminal);
  return {
    stream,
    isTerminal,
    colour,
    get columns() {
      // A terminal that was given no size has 0 columns.
      return (stream as Partial<WriteStream>).columns || Number(process.env['COLUMNS']) || (isTerminal ? 80 : 120);
    },
  };
}
