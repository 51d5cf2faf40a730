import { closeSync, openSync, readSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';
import { errnoOf } from '../errors.ts';
import { type StraceReader, straceReader } from './read-strace.ts';
import type { StraceLog } from './strace-log.ts';

export interface FollowedLog {
  readonly reader: StraceReader;
  /** Reads what has come since; throws the errno of the disk. */
  readonly look: () => void;
  readonly end: () => StraceLog;
}

/** Reads what strace appends to a file that may not be there yet, piece by piece: it may be larger than a string can be. */
export function followLog(file: string): FollowedLog {
  const reader = straceReader();
  const decoder = new StringDecoder('utf8');
  const buffer = Buffer.alloc(1 << 16);
  let fd: number | null = null;
  let rest = '';
  return {
    reader,
    look: () => {
      fd ??= openOrNull(file);
      if (fd === null) return;
      for (let length = readSync(fd, buffer); length > 0; length = readSync(fd, buffer)) {
        const lines = (rest + decoder.write(buffer.subarray(0, length))).split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines) reader.line(line);
      }
    },
    end: () => {
      if (fd !== null) closeSync(fd);
      reader.rest(rest);
      return reader.end();
    },
  };
}

function openOrNull(file: string): number | null {
  try {
    return openSync(file, 'r');
  } catch (error) {
    if (errnoOf(error) !== 'ENOENT') throw error;
    return null;
  }
}
