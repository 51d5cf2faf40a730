/** Vitest's global set-up and teardown: fails if a process that a test file of this run started outlives all tests. */
import { setTimeout as sleep } from 'node:timers/promises';
import { clipCommand } from '../src/process/describe-process.ts';
import { processTree } from '../src/process/end-tree.ts';
import { parseEnviron } from '../src/process/proc/parse-environ.ts';
import { listProcesses } from '../src/process/proc/process-table.ts';
import { readText } from '../src/process/proc/read-proc.ts';

/** The variable that says which test file started a process. */
export const mark = 'UNLATCH_TEST_FILE';

/** The variable that says in which run: two runs on one machine do not accuse each other. */
const ofRun = 'UNLATCH_TEST_RUN';

/** Some end by themselves in a moment: go's telemetry, a shell that a signal has just reached. */
const patienceMs = 20_000;

export function setup(): void {
  // Inherited by the workers, and by what they start.
  process.env[ofRun] = `${process.pid}`;
}

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
  const all = listProcesses();
  const own = new Set(all.filter(({ pid }) => pid === process.pid).flatMap((self) => processTree(self, all)));
  return all.flatMap((one) => {
    const { [mark]: file, [ofRun]: run } = parseEnviron(readText(`/proc/${one.pid}/environ`) ?? '');
    if (file === undefined || run !== `${process.pid}` || own.has(one)) return [];
    return [`${one.pid} ${file}: ${clipCommand(one.command)}`];
  });
}
