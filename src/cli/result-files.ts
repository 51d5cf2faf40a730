/** Output paths on the command line: checked before a run of minutes, written after it. */
import { constants } from 'node:fs';
import { access, mkdir, stat, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { errnoOf, UserError } from '../errors.ts';

/**
 * Checks that the path can be written, without writing.
 * @param option "--json", for the message.
 * @throws UserError with the option and the offending folder.
 */
export async function checkPlace(option: string, path: string, kind: 'file' | 'folder'): Promise<void> {
  if (path === '') throw new UserError(`${option}: expected a ${kind}`);
  const refuse = (why: string, cause?: unknown) =>
    new UserError(`${option} ${path}: ${why}; name another ${kind}`, { cause });
  const whole = resolve(path);
  for (let at = whole; ; at = dirname(at)) {
    try {
      const isFolder = (await stat(at)).isDirectory();
      if (at === whole && isFolder && kind === 'file') throw refuse('is a folder');
      if (!isFolder && (at !== whole || kind === 'folder')) throw refuse(`${at} is not a folder`);
      await access(at, isFolder ? constants.W_OK | constants.X_OK : constants.W_OK);
      return;
    } catch (error) {
      if (errnoOf(error) === undefined) throw error;
      // Missing folders are created later if the folder above allows it. The root always exists.
      if (['ENOENT', 'ENOTDIR'].includes(errnoOf(error) ?? '') && at !== dirname(at)) continue;
      throw refuse(`${at} is not writable (${errnoOf(error)})`, error);
    }
  }
}

/**
 * Creates the folder and its parents. Not with mkdir's `recursive`, which never ends below an existing
 * folder that cannot contain folders, such as /proc.
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
      // Another process was faster.
      if (errnoOf(again) !== 'EEXIST') throw again;
    }
  }
}

/** Writes a file and creates missing folders. Throws the system's error. */
export async function writeResult(file: string, text: string): Promise<void> {
  await makeFolders(dirname(resolve(file)));
  await writeFile(file, text);
}
