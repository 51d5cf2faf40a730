import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { Worker } from 'node:worker_threads';

/** Text, since a file of its own would be one more bundle. The number of bytes is that of the digest. */
const hasher = `
const { createHash } = require('node:crypto');
const { closeSync, openSync, readSync } = require('node:fs');
const { parentPort, workerData } = require('node:worker_threads');
const hash = createHash('sha256');
const chunk = Buffer.allocUnsafe(1 << 20);
const file = openSync(workerData, 'r');
let bytes = 0;
for (;;) {
  const read = readSync(file, chunk, 0, chunk.length, null);
  if (read === 0) break;
  hash.update(chunk.subarray(0, read));
  bytes += read;
}
closeSync(file);
parentPort.postMessage({ sha256: hash.digest('hex'), bytes });
`;

/** The SHA-256 of a large file, in hex, and its size; each in a thread, so that several take no longer than the largest. */
export async function hashFile(path: string): Promise<{ readonly sha256: string; readonly bytes: number }> {
  const worker = new Worker(hasher, { eval: true, workerData: path, execArgv: [] });
  return await new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    // After a message this changes nothing.
    worker.once('exit', (code) => reject(new Error(`the thread that hashes ${path} ended (${code})`)));
  });
}

/** The SHA-256 of a file, in hex, and its size; for many small ones. */
export function hashSmallFile(path: string, chunk: Buffer): { readonly sha256: string; readonly bytes: number } {
  const hash = createHash('sha256');
  const file = openSync(path, 'r');
  try {
    let bytes = 0;
    for (;;) {
      const read = readSync(file, chunk, 0, chunk.length, null);
      if (read === 0) return { sha256: hash.digest('hex'), bytes };
      hash.update(chunk.subarray(0, read));
      bytes += read;
    }
  } finally {
    closeSync(file);
  }
}
