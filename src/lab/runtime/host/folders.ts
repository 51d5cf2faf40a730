/** The folders of sandboxes on this machine: their place, checks and removal. */
import { constants } from 'node:fs';
import { access, chmod, lstat, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { EnvironmentError, errnoOf, UserError } from '../../../errors.ts';

/** Absolute, since a sandbox's processes have another working directory. */
export function temporary(): string {
  return resolve(tmpdir());
}

/** Checked once, before the first trial. */
export async function checkTemporary(): Promise<void> {
  try {
    await access(temporary(), constants.R_OK | constants.W_OK | constants.X_OK);
    if ((await stat(temporary())).isDirectory()) return;
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    const why = errnoOf(error) === 'ENOENT' ? 'does not exist' : `is not usable (${errnoOf(error)})`;
    throw new UserError(`TMPDIR ${temporary()} ${why}; set it to a writable folder`, { cause: error });
  }
  throw new UserError(`TMPDIR ${temporary()} is not a folder; set it to a writable folder`);
}

/** @throws EnvironmentError for a full disk, otherwise the given error. */
export function noRoom(error: unknown): never {
  if (errnoOf(error) !== 'ENOSPC' && errnoOf(error) !== 'EDQUOT') throw error;
  throw new EnvironmentError(
    `the disk of ${temporary()} is full; free some space, or set TMPDIR to a folder on another disk`,
    { cause: error },
  );
}

/**
 * Removes a tree with the read-only folders of a module cache. Makes them writable first: after rm rejects
 * because of one folder it keeps removing others, which races with any retry.
 */
export async function removeReadOnlyTree(root: string): Promise<void> {
  await makeWritable(root);
  await rm(root, { recursive: true, force: true });
}

async function makeWritable(folder: string): Promise<void> {
  try {
    await chmod(folder, 0o700);
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      if (entry.isDirectory()) await makeWritable(join(folder, entry.name));
    }
  } catch (error) {
    // A concurrent sweep of another unlatch was faster.
    if (errnoOf(error) !== 'ENOENT') throw error;
  }
}

/** Leaves other users' folders in a shared /tmp to them. */
export async function isOurs(folder: string): Promise<boolean> {
  try {
    return (await lstat(folder)).uid === process.getuid?.();
  } catch (error) {
    if (errnoOf(error) !== 'ENOENT') throw error;
    return false;
  }
}
