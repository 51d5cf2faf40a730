import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import type { SaveContext } from '../cache/save-policy.ts';
import { errnoOf } from '../errors.ts';

/** What the event that started this run tells of it (GITHUB_EVENT_PATH); '' for what it does not tell. */
export type EventFacts = Pick<SaveContext, 'defaultBranch' | 'headRepository' | 'action'>;

/** Where a field is of another form than documented, the event is taken not to tell it. */
const textOrNone = v.fallback(v.optional(v.string(), ''), '');

const eventSchema = v.object({
  action: textOrNone,
  repository: v.fallback(v.object({ default_branch: textOrNone }), { default_branch: '' }),
  // head.repo is null where the fork is gone.
  pull_request: v.fallback(v.object({ head: v.object({ repo: v.object({ full_name: textOrNone }) }) }), {
    head: { repo: { full_name: '' } },
  }),
});

/** Tells nothing where there is no event, or none that can be read, as in a runner other than GitHub's. */
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
