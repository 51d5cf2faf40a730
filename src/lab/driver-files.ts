/** The driver that runs in every sandbox (docker/*.sh) and, where they are wanted, its programs (bundled into dist/): below $LAB/trial. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../package-root.ts';
import type { Capability } from './fault/fault.ts';

const driver = ['docker/trial.sh', 'docker/worker.sh', 'docker/words.sh'];
const programs = ['dist/editor.cjs', 'dist/proxy.cjs'];
const read = new Map<string, Uint8Array>();

/** @param needs of the arm: one that needs node gets the programs that run on it. */
export function driverFiles(needs: readonly Capability[]): ReadonlyMap<string, Uint8Array> {
  const names = needs.includes('node') ? [...driver, ...programs] : driver;
  return new Map(names.map((name) => [name.replace(/^\w+/, 'trial'), contentOf(name)]));
}

function contentOf(name: string): Uint8Array {
  const known = read.get(name) ?? readFileSync(join(packageRoot(), name));
  read.set(name, known);
  return known;
}
