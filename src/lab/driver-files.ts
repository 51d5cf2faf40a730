/** The driver that runs in every sandbox: shell files that lie in docker/, copied to $LAB/trial. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../package-root.ts';

const names = ['trial.sh', 'worker.sh', 'words.sh'];
let files: ReadonlyMap<string, Uint8Array> | undefined;

export function driverFiles(): ReadonlyMap<string, Uint8Array> {
  files ??= new Map(names.map((name) => [`trial/${name}`, readFileSync(join(packageRoot(), 'docker', name))]));
  return files;
}
