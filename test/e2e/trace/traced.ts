/** `unlatch trace` of a command in the folder of a test, with the trace that it wrote. */
import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LockTrace } from '../../../src/trace/lock-trace.ts';
import type { Ended, Place } from '../cli/a-cli.ts';

/** The programs that the tests of it need and this machine lacks. */
export const lacking = ['strace', 'python3', 'flock'].filter((tool) => spawnSync(tool, ['--version']).status !== 0);
if (process.env['CI'] === 'true' && lacking.length > 0) throw new Error(`these tests need ${lacking.join(', ')}`);

export async function traced(
  place: Place,
  ...args: readonly string[]
): Promise<{ readonly ended: Ended; readonly trace: LockTrace }> {
  const file = join(place.path, 'trace.json');
  const ended = await place.run(['trace', '--json', file, ...args]);
  return { ended, trace: JSON.parse(await readFile(file, 'utf8')) as LockTrace };
}
