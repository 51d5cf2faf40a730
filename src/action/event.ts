import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import { errnoOf } from '../errors.ts';

const eventSchema = v.object({
  repository: v.optional(v.object({ default_branch: v.optional(v.string(), '') }), { default_branch: '' }),
});

/**
 * The repository's default branch, as the event that started this run tells it (GITHUB_EVENT_PATH), or '' when it does
 * not, as in a runner other than GitHub's.
 */
export async function defaultBranchOf(eventPath: string | undefined): Promise<string> {
  if (eventPath === undefined || eventPath === '') return '';
  let text: string;
  try {
    text = await readFile(eventPath, 'utf8');
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return '';
  }
  const event = v.safeParse(v.pipe(v.string(), v.parseJson(), eventSchema), text);
  return event.success ? event.output.repository.default_branch : '';
}
