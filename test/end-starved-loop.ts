/**
 * Ends a test file's process when its event loop has not turned for six minutes, and names the test. Vitest's own limits are
 * timers of that loop: a test that awaits only what is already there, again and again, would keep the whole run for ever.
 * It asserts nothing; it only ends a hang.
 */
import { Worker } from 'node:worker_threads';
import { beforeEach, expect } from 'vitest';

/** Longer than limit-sync-calls.ts lets a program run. */
const limitMs = Number(process.env['UNLATCH_TEST_LOOP_MS'] ?? 360_000);

const beats = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
const watch = new Worker(new URL('watch-loop.ts', import.meta.url), { workerData: { beats, limitMs } });
watch.unref();
setInterval(() => Atomics.add(beats, 0, 1), limitMs / 100).unref();
beforeEach(({ task }) => watch.postMessage(`${expect.getState().testPath}: ${task.name}`));
