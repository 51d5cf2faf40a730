import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RestoredCaches } from '../../cache/restored-caches.ts';
import { errnoOf, UserError } from '../../errors.ts';
import { writeResult } from '../result-files.ts';
import type { AskedCaches } from './job-options.ts';

const schema = 1;

/** What `restore` hands to `save`. Plain JSON. */
export interface JobState {
  readonly schema: typeof schema;
  readonly workspace: string;
  readonly options: AskedCaches;
  readonly restored: RestoredCaches;
}

export function fileIn(folder: string): string {
  return join(folder, 'job.json');
}

export async function writeState(folder: string, state: Omit<JobState, 'schema'>): Promise<void> {
  await writeResult(fileIn(folder), JSON.stringify({ schema, ...state }));
}

/** @throws UserError when there is none of this workspace. */
export async function readState(folder: string, workspace: string): Promise<JobState> {
  let text: string;
  try {
    text = await readFile(fileIn(folder), 'utf8');
  } catch (error) {
    if (errnoOf(error) !== 'ENOENT') throw error;
    throw new UserError(
      `no \`unlatch cache restore\` has run here: ${fileIn(folder)} does not exist; run it before the build, with the same --workspace and --state`,
    );
  }
  // Written by `restore` of the same version.
  const state = JSON.parse(text) as JobState;
  if (state.schema === schema && state.workspace === workspace) return state;
  throw new UserError(`${fileIn(folder)} is of another workspace or version; run \`unlatch cache restore\` again`);
}
