import { access } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { errnoOf, UserError } from '../errors.ts';
import { readGoVersionFile } from '../go/version-file.ts';
import type { Inputs } from './inputs.ts';

/** Which Go the workflow asks for. */
export interface WantedGo {
  /** As parseGoRequest takes it: "1.26", "^1.22", "stable". */
  readonly request: string;
  /** Who says so, for the log: "go.mod". */
  readonly from: string;
}

/**
 * go-version, else go-version-file, else the go.work or the go.mod at the root of the workspace, else stable.
 *
 * @throws UserError when go-version-file cannot be read or names no version.
 */
export async function wantedGo(
  inputs: Pick<Inputs, 'go-version' | 'go-version-file'>,
  workspace: string,
): Promise<WantedGo> {
  const { 'go-version': version, 'go-version-file': file } = inputs;
  if (version !== null) return { request: version, from: 'go-version' };
  if (file !== null) return { request: await readGoVersionFile(resolve(workspace, file)), from: file };
  for (const name of ['go.work', 'go.mod']) {
    const path = join(workspace, name);
    if (!(await exists(path))) continue;
    try {
      return { request: await readGoVersionFile(path), from: name };
    } catch (error) {
      // A go.mod may do without a go line. Nobody has told us to look there, so it is no mistake here.
      if (!(error instanceof UserError)) throw error;
    }
  }
  return { request: 'stable', from: 'the default' };
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return false;
  }
}
