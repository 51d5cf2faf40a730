/** The thread of end-starved-loop.ts. */
import { writeSync } from 'node:fs';
import { setTimeout as after } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';

const { beats, limitMs } = workerData as { readonly beats: Int32Array; readonly limitMs: number };

let test = 'before the first test';
parentPort?.on('message', (name: string) => {
  test = name;
});
for (let last = -1, now = 0; now !== last; now = Atomics.load(beats, 0)) {
  last = now;
  await after(limitMs);
}
// Not console.error: what a thread prints goes through the main thread.
writeSync(2, `\nthe event loop has not turned for ${limitMs / 1000} s. ${test}\n`);
process.kill(process.pid, 'SIGKILL');
