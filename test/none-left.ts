/** Vitest's global teardown: fails if a process that a test file started outlives all tests. */
import { setTimeout as sleep } from 'node:timers/promises';
import { readPids, readText } from '../src/process/proc/read-proc.ts';
import { readStat } from '../src/process/proc/stat.ts';

/** The variable that says which test file started a process. */
export const mark = 'UNLATCH_TEST_FILE';

/** Some end by themselves in a moment: go's telemetry, a shell that a signal has just reached. */
const patienceMs = 20_000;

export async function teardown(): Promise<void> {
  const begin = performance.now();
  let left = orphans();
  while (left.length > 0 && performance.now() - begin < patienceMs) {
    await sleep(500);
    left = orphans();
  }
  if (left.length > 0) throw new Error(`left by the tests:\n${left.join('\n')}`);
}

/** "PID FILE: COMMAND" of each marked process that is no descendant of this one. */
function orphans(): readonly string[] {
  return readPids().flatMap((pid) => {
    const file = new RegExp(`(?:^|\0)${mark}=([^\0]*)`).exec(readText(`/proc/${pid}/environ`) ?? '')?.[1];
    if (file === undefined || isDescendant(pid)) return [];
    return [`${pid} ${file}: ${(readText(`/proc/${pid}/cmdline`) ?? '').split('\0').join(' ').slice(0, 200)}`];
  });
}

function isDescendant(pid: number): boolean {
  for (let one = pid; one > 1; one = readStat(one)?.ppid ?? 0) if (one === process.pid) return true;
  return false;
}
