import { createReadStream } from 'node:fs';
import { errnoOf, UserError } from '../../errors.ts';

/** A snapshot with thousands of processes has some megabytes. */
const storedLimitBytes = 64 << 20;

/**
 * Reads to the end, so that a pipe works too.
 * @param option "--from", for the message.
 */
export async function readStored(option: string, file: string): Promise<string> {
  const parts: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const part of createReadStream(file) as AsyncIterable<Buffer>) {
      bytes += part.length;
      if (bytes > storedLimitBytes) throw new UserError(`${option} ${file}: more than 64 MiB`);
      parts.push(part);
    }
  } catch (error) {
    const code = errnoOf(error);
    if (code === undefined) throw error;
    throw new UserError(`${option} ${file}: cannot be read (${code})`, { cause: error });
  }
  return Buffer.concat(parts).toString();
}
