/** The doctor's snapshot as a user without capabilities: root may write anywhere, so it would hide refused permissions. */
import { spawnSync } from 'node:child_process';
import { chmod, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Snapshot } from '../../../src/doctor/snapshot.ts';
import type { Place } from './a-snapshot.ts';

export const ordinaryUser = 1000;

/**
 * That user's snapshot of a place. Needs root.
 * @param change of the environment.
 */
export async function lookAsUser(
  place: Place,
  { uid = ordinaryUser, change = {} }: { uid?: number; change?: Readonly<Record<string, string>> } = {},
): Promise<Snapshot> {
  await chmod(place.root, 0o755);
  // That user may have no access to a Go in root's home, so it is mounted in the place.
  const [goroot = ''] = (place.env['PATH'] ?? '').split('/bin:');
  await mkdir(join(place.root, 'go'), { recursive: true });
  const env = { ...place.env, PATH: `${place.root}/go/bin:/usr/bin:/bin:/usr/sbin:/sbin`, ...change };
  const lines =
    'mount --bind "$0" "$1" && shift && exec setpriv --reuid "$1" --regid "$1" --clear-groups --inh-caps=-all --bounding-set=-all -- "${@:2}"';
  const program = [process.execPath, join(import.meta.dirname, 'look.ts'), `${place.root}/work`];
  const command = ['--mount', 'bash', '-c', lines, goroot, `${place.root}/go`, `${uid}`, ...program];
  const { stdout, stderr } = spawnSync('unshare', command, { env, encoding: 'utf8', maxBuffer: 2 ** 26 });
  expect(stderr).toBe('');
  return JSON.parse(stdout) as Snapshot;
}

/** Gives a place and its content to that user. */
export function givenTo(place: Place, uid = ordinaryUser): void {
  expect(spawnSync('chown', ['-R', `${uid}:${uid}`, place.root]).status).toBe(0);
}
