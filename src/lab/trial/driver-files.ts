/** The driver of every sandbox (sandbox/*.sh) and, if needed, its programs (from dist/), below $LAB/trial. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { packageRoot } from '../../package-root.ts';
import type { Capability } from '../fault/fault.ts';

const driver = ['sandbox/driver.sh', 'sandbox/worker.sh', 'sandbox/commands.sh', 'sandbox/leases.sh'];
const programs = ['dist/doctor.cjs', 'dist/editor.cjs', 'dist/proxy.cjs'];
const testscript = ['sandbox/judge.sh', 'sandbox/testscript.sh'];
const read = new Map<string, Uint8Array>();

/**
 * @param needs of the arm: with 'node' it gets the Node programs.
 * @param faultfs its path on this machine if the arm mounts it.
 */
export function driverFiles(needs: readonly Capability[], faultfs: string | null): ReadonlyMap<string, Uint8Array> {
  const names = needs.includes('node') ? [...driver, ...programs] : driver;
  const files = new Map(names.map((name) => [name.replace(/^\w+/, 'trial'), contentOf(name)]));
  if (faultfs !== null) files.set('trial/faultfs', contentOf(faultfs));
  return files;
}

/** What a testscript has besides: src/lab/testscript. */
export function testscriptFiles(): ReadonlyMap<string, Uint8Array> {
  return new Map(testscript.map((name) => [name.replace(/^\w+/, 'trial'), contentOf(name)]));
}

function contentOf(name: string): Uint8Array {
  const known = read.get(name) ?? readFileSync(resolve(packageRoot(), name));
  read.set(name, known);
  return known;
}
