import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readProcess } from '../../../process/proc/process-table.ts';

/**
 * Notes beside the layers which process runs the steps of this job, as "PID START" with the start in ticks since boot:
 * with it the job ends. So `unlatch clean` tells the mounts of a dead job. In a container job that process is not seen,
 * and nothing is noted.
 */
export function noteOwner(layersFolder: string): void {
  const runner = readProcess(process.ppid);
  if (runner !== null) writeFileSync(join(layersFolder, 'owner'), `${runner.pid} ${runner.startTicks}\n`);
}
