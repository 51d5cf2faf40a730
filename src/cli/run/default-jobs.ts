import { availableParallelism, totalmem } from 'node:os';

/** A gopls, its go list, an editor and a doctor. */
const trialBytes = 512 << 20;

/**
 * How many trials run at once: four for each CPU, since trials mostly wait, and no more than the memory has room for.
 * @param limitBytes the limit of this process's cgroup; 0 or huge: it has none.
 */
export function defaultJobs(
  cpus = availableParallelism(),
  memoryBytes = totalmem(),
  limitBytes = process.constrainedMemory(),
): number {
  const bytes = limitBytes > 0 ? Math.min(memoryBytes, limitBytes) : memoryBytes;
  return Math.max(1, Math.min(4 * cpus, Math.floor(bytes / trialBytes)));
}
