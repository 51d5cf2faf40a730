/** The folders of sandboxes on this machine: where they are made, and how they go. */
import { constants } from 'node:fs';
import { access, chmod, lstat, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { EnvironmentError, errnoOf, UserError } from '../../../errors.ts';

/** Absolute, since a sandbox's processes do not run where unlatch does. */
export function temporary(): string {
  return resolve(tmpdir());
}

/** Said once, before the first trial, and not by each of them. */
export async function checkTemporary(): Promise<void> {
  try {
    await access(temporary(), constants.R_OK | constants.W_OK | constants.X_OK);
    if ((await stat(temporary())).isDirectory()) return;
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    const why = errnoOf(error) === 'ENOENT' ? 'is not there' : `cannot be used (${errnoOf(error)})`;
    throw new UserError(`TMPDIR ${temporary()} ${why}; set it to a folder that can be written`, { cause: error });
  }
  throw new UserError(`TMPDIR ${temporary()} is no folder; set it to one that can be written`);
}

/** @throws EnvironmentError for a full disk, else what it was given. */
export function noRoom(error: unknown): never {
  if (errnoOf(error) !== 'ENOSPC' && errnoOf(error) !== 'EDQUOT') throw error;
  throw new EnvironmentError(
    `the disk of ${temporary()} is full; free some space there, or set TMPDIR to a folder on another disk`,
    { cause: error },
  );
}

/**
 * Removes a tree in which a module cache has made its folders read-only. They are opened first: an rm that fails in one
 * folder goes on in others after it has rejected, and whatever is tried next races with it.
 */
export async function removeTree(root: string): Promise<void> {
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
    // Another unlatch that sweeps beside this one was faster.
    if (errnoOf(error) !== 'ENOENT') throw error;
  }
}

/** What others left in a shared /tmp is theirs to remove. */
export async function isOurs(folder: string): Promise<boolean> {
  try {
    return (await lstat(folder)).uid === process.getuid?.();
  } catch (error) {
    if (errnoOf(error) !== 'ENOENT') throw error;
    return false;
  }
}
