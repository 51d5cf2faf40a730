/** The places that a command line names for results: looked at before a run of minutes, written after it. */
import { constants } from 'node:fs';
import { access, mkdir, stat, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { errnoOf, UserError } from '../errors.ts';

/**
 * Looks whether something can be written there, and writes nothing.
 * @param option "--json", for the message.
 * @throws UserError that names the option and the folder that is in the way.
 */
export async function checkPlace(option: string, path: string, kind: 'file' | 'folder'): Promise<void> {
  if (path === '') throw new UserError(`${option}: a ${kind} is wanted`);
  const refuse = (why: string, cause?: unknown) =>
    new UserError(`${option} ${path}: ${why}; name another ${kind}`, { cause });
  const whole = resolve(path);
  for (let at = whole; ; at = dirname(at)) {
    try {
      const isFolder = (await stat(at)).isDirectory();
      if (at === whole && isFolder && kind === 'file') throw refuse('is a folder');
      if (!isFolder && (at !== whole || kind === 'folder')) throw refuse(`${at} is no folder`);
      await access(at, isFolder ? constants.W_OK | constants.X_OK : constants.W_OK);
      return;
    } catch (error) {
      if (errnoOf(error) === undefined) throw error;
      // What is not there yet will be made, if the folder above it allows that. The root is always there.
      if (['ENOENT', 'ENOTDIR'].includes(errnoOf(error) ?? '') && at !== dirname(at)) continue;
      throw refuse(`${at} cannot be written (${errnoOf(error)})`, error);
    }
  }
}

/**
 * Makes the folder and those above it. Not by mkdir's own `recursive`, which never ends where a folder exists and cannot
 * have any folder below it, as /proc.
 */
export async function makeFolders(path: string): Promise<void> {
  try {
    await mkdir(path);
  } catch (error) {
    if (errnoOf(error) === 'EEXIST' && (await stat(path)).isDirectory()) return;
    const above = dirname(path);
    if (errnoOf(error) !== 'ENOENT' || above === path) throw error;
    await makeFolders(above);
    try {
      await mkdir(path);
    } catch (again) {
      // Somebody else was faster.
      if (errnoOf(again) !== 'EEXIST') throw again;
    }
  }
}

/** Writes a file, in folders that are made when they are missing. Throws the errno of the disk. */
export async function writeResult(file: string, text: string): Promise<void> {
  await makeFolders(dirname(resolve(file)));
  await writeFile(file, text);
}
