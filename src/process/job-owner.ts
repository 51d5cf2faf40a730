import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { errnoToNull } from './errno-to-null.ts';
import { readProcess } from './proc/process-table.ts';

const noteIn = (folder: string) => join(folder, 'owner');

/**
 * Notes in a folder which process runs the steps of this job, as "PID START" with the start in ticks since boot: with
 * it the job ends. In a container job that process is not seen, and nothing is noted.
 */
export function noteJobOwner(folder: string): void {
  const runner = readProcess(process.ppid);
  if (runner !== null) writeFileSync(noteIn(folder), `${runner.pid} ${runner.startTicks}\n`);
}

/** Whether the process of the folder's note has ended. Without a note that can be read, the job counts as alive. */
export function isJobDead(folder: string): boolean {
  const note = errnoToNull(() => readFileSync(noteIn(folder), 'utf8'));
  const [, pid, start] = /^(\d+) (\d+)\n$/.exec(note ?? '') ?? [];
  return pid !== undefined && readProcess(Number(pid))?.startTicks !== Number(start);
}
