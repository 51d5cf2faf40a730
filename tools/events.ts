/**
 * Which runs save archives with `save: auto`: each event, with the shape of its payload, through the functions
 * of the post step. `npm run events` writes docs/events.md; a test checks it.
 *
 * Payloads: https://docs.github.com/webhooks/webhook-events-and-payloads; refs:
 * https://docs.github.com/actions/reference/workflows-and-actions/events-that-trigger-workflows
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readEvent } from '../src/cache/read-event.ts';
import { maySave, type SavePermission } from '../src/cache/save-policy.ts';

export interface EventCase {
  readonly what: string;
  /** GITHUB_EVENT_NAME */
  readonly event: string;
  /** GITHUB_REF */
  readonly ref: string;
  readonly payload: unknown;
}

const repository = { id: 1, full_name: 'o/r', default_branch: 'main', fork: false };
const sender = { login: 'someone' };
const common = { repository, sender };
const [main, topic, tag, pull] = ['refs/heads/main', 'refs/heads/topic', 'refs/tags/v1.0.0', 'refs/pull/7/merge'];
const head = (from: string | null) => ({
  head: { ref: 'topic', sha: '0', repo: from === null ? null : { full_name: from, fork: from !== 'o/r' } },
  base: { ref: 'main', sha: '0', repo: repository },
});
const pullRequest = (action: string, from: string | null) => ({
  action,
  number: 7,
  pull_request: head(from),
  ...common,
});
const pushed = (ref: string) => ({
  ref,
  before: '0',
  after: '1',
  forced: false,
  commits: [],
  head_commit: null,
  ...common,
});
const workflowRun = { action: 'completed', workflow_run: { head_branch: 'topic', event: 'pull_request' }, ...common };
const issue = { number: 7, title: 't' };
const release = { tag_name: 'v1.0.0', draft: false, target_commitish: 'main' };

export const eventCases: readonly EventCase[] = [
  { what: 'a push to the default branch', event: 'push', ref: main, payload: pushed(main) },
  { what: 'a push to another branch', event: 'push', ref: topic, payload: pushed(topic) },
  { what: 'a pushed tag', event: 'push', ref: tag, payload: { ...pushed(tag), base_ref: main } },
  {
    what: 'a pull request from this repository',
    event: 'pull_request',
    ref: pull,
    payload: pullRequest('synchronize', 'o/r'),
  },
  {
    what: 'a pull request from a fork',
    event: 'pull_request',
    ref: pull,
    payload: pullRequest('opened', 'stranger/r'),
  },
  {
    what: 'a pull request from a deleted fork',
    event: 'pull_request',
    ref: pull,
    payload: pullRequest('reopened', null),
  },
  { what: 'a closed pull request', event: 'pull_request', ref: pull, payload: pullRequest('closed', 'o/r') },
  {
    what: 'pull_request_target',
    event: 'pull_request_target',
    ref: main,
    payload: pullRequest('opened', 'stranger/r'),
  },
  {
    what: 'a review',
    event: 'pull_request_review',
    ref: pull,
    payload: { ...pullRequest('submitted', 'o/r'), review: {} },
  },
  { what: 'a schedule', event: 'schedule', ref: main, payload: { schedule: '30 5 * * 1' } },
  {
    what: 'a schedule whose payload names the repository',
    event: 'schedule',
    ref: main,
    payload: { schedule: '30 5 * * 1', ...common },
  },
  {
    what: 'a manual start on the default branch',
    event: 'workflow_dispatch',
    ref: main,
    payload: { inputs: null, ref: main, workflow: '.github/workflows/ci.yml', ...common },
  },
  {
    what: 'a manual start on another branch',
    event: 'workflow_dispatch',
    ref: topic,
    payload: { inputs: {}, ref: topic, workflow: '.github/workflows/ci.yml', ...common },
  },
  {
    what: 'repository_dispatch',
    event: 'repository_dispatch',
    ref: main,
    payload: { action: 'rebuild', branch: 'main', client_payload: {}, ...common },
  },
  { what: 'workflow_call from a push: the event is the caller’s', event: 'push', ref: main, payload: pushed(main) },
  {
    what: 'workflow_call from pull_request_target: the event is the caller’s',
    event: 'pull_request_target',
    ref: main,
    payload: pullRequest('opened', 'stranger/r'),
  },
  {
    what: 'a runner that names workflow_call itself',
    event: 'workflow_call',
    ref: main,
    payload: { inputs: {}, ...common },
  },
  { what: 'workflow_run', event: 'workflow_run', ref: main, payload: workflowRun },
  {
    what: 'a merge queue',
    event: 'merge_group',
    ref: 'refs/heads/gh-readonly-queue/main/pr-7-0123abc',
    payload: { action: 'checks_requested', merge_group: { base_ref: main, head_sha: '0' }, ...common },
  },
  { what: 'a release', event: 'release', ref: tag, payload: { action: 'published', release, ...common } },
  {
    what: 'a comment',
    event: 'issue_comment',
    ref: main,
    payload: { action: 'created', issue, comment: {}, ...common },
  },
  { what: 'an issue', event: 'issues', ref: main, payload: { action: 'opened', issue, ...common } },
  { what: 'a deployment', event: 'deployment', ref: topic, payload: { deployment: { ref: 'topic' }, ...common } },
  { what: 'a star for the repository', event: 'watch', ref: main, payload: { action: 'started', ...common } },
  { what: 'a push under act, whose own event names no branch', event: 'push', ref: main, payload: {} },
];

/** Whether a successful run of this event may save. */
export async function permissionOf({ event, ref, payload }: EventCase): Promise<SavePermission> {
  const folder = await mkdtemp(join(tmpdir(), 'event-'));
  try {
    const path = join(folder, 'event.json');
    await writeFile(path, JSON.stringify(payload));
    const facts = await readEvent(path);
    return maySave({ save: 'auto', event, ref, repository: 'o/r', jobStatus: 'success', ...facts });
  } finally {
    await rm(folder, { recursive: true });
  }
}

export async function eventsPage(): Promise<string> {
  const rows = await Promise.all(
    eventCases.map(async (one) => {
      const { save, why, onlyForNewAbovePercent } = await permissionOf(one);
      const saves = save ? (onlyForNewAbovePercent === null ? '**yes**' : '**if worthwhile**') : 'no';
      return `| ${one.what} | \`${one.event}\` | \`${one.ref}\` | ${saves} | ${why} |`;
    }),
  );
  return `<!-- generated by \`npm run events\` -->
# Which runs save archives

This table is for the default, \`save: auto\`, and a successful job. Every run restores. Later runs of the same ref read what a run
saves, and all runs read what the default branch saves. So only events that need write access may save there, and archives that
no later run would read are not saved. \`save: always\` and \`save: never\` override this for every event.

| run | GITHUB_EVENT_NAME | GITHUB_REF | saves | why |
| --- | --- | --- | --- | --- |
${rows.join('\n')}
`;
}

if (import.meta.main) await writeFile(join(import.meta.dirname, '../docs/events.md'), await eventsPage());
