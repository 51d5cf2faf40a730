import { closeSync, openSync, readSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';
import { errnoOf } from '../errors.ts';
import { StraceReader } from './strace/read-strace.ts';
import type { StraceLog } from './strace/strace-log.ts';

export interface FollowedLog {
  readonly reader: StraceReader;
  /** Reads what strace has appended since. @throws the errno of the disk. */
  readonly look: () => void;
  readonly end: () => StraceLog;
}

/** Follows a log that may not exist yet. Reads it in pieces: it may exceed the longest string. */
export function followLog(file: string): FollowedLog {
  const reader = new StraceReader();
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
        for (const line of lines) reader.readLine(line);
      }
    },
    end: () => {
      if (fd !== null) closeSync(fd);
      reader.readRest(rest);
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
