import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import { errnoOf } from '../errors.ts';
import type { SaveContext } from './save-policy.ts';

/** Facts from the event that started this run (GITHUB_EVENT_PATH). '': the event does not say. */
export type EventFacts = Pick<SaveContext, 'defaultBranch' | 'headRepository' | 'action'>;

/** A field that is not of the documented form counts as absent. */
const textOrNone = v.fallback(v.optional(v.string(), ''), '');

const eventSchema = v.object({
  action: textOrNone,
  repository: v.fallback(v.object({ default_branch: textOrNone }), { default_branch: '' }),
  // head.repo is null if the fork was deleted.
  pull_request: v.fallback(v.object({ head: v.object({ repo: v.object({ full_name: textOrNone }) }) }), {
    head: { repo: { full_name: '' } },
  }),
});

/** All facts are '' when there is no readable event, as on runners other than GitHub's. */
export async function readEvent(eventPath: string | undefined): Promise<EventFacts> {
  const nothing: EventFacts = { defaultBranch: '', headRepository: '', action: '' };
  if (eventPath === undefined || eventPath === '') return nothing;
  let text: string;
  try {
    text = await readFile(eventPath, 'utf8');
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return nothing;
  }
  const event = v.safeParse(v.pipe(v.string(), v.parseJson(), eventSchema), text);
  if (!event.success) return nothing;
  const { action, repository, pull_request: pullRequest } = event.output;
  return { defaultBranch: repository.default_branch, headRepository: pullRequest.head.repo.full_name, action };
}
