import { readEvent } from '../../../cache/read-event.ts';
import type { Env } from '../../../go/context.ts';
import { type CiJob, silentJob } from './ci-job.ts';

/** Of a runner with the variables of GitHub's: Gitea and Forgejo have them too. */
export async function actionsJob(env: Env): Promise<CiJob> {
  const ref = env['GITHUB_REF'] ?? '';
  const { defaultBranch, headRepository } = await readEvent(env['GITHUB_EVENT_PATH']);
  const repository = env['GITHUB_REPOSITORY'] ?? '';
  const id = /^refs\/pull\/(\d+)\//.exec(ref)?.[1] ?? '';
  return {
    ...silentJob,
    job: env['GITHUB_JOB'] ?? '',
    workflow: env['GITHUB_WORKFLOW'] ?? '',
    branch: ref.startsWith('refs/heads/') ? ref.slice('refs/heads/'.length) : '',
    defaultBranch,
    isTag: ref.startsWith('refs/tags/'),
    pullRequest:
      id === ''
        ? null
        : {
            id,
            target: env['GITHUB_BASE_REF'] ?? '',
            isFork: headRepository === '' ? null : headRepository.toLowerCase() !== repository.toLowerCase(),
          },
    url: `${env['GITHUB_SERVER_URL'] ?? ''}/${repository}/actions/runs/${env['GITHUB_RUN_ID'] ?? ''}`,
    event: env['GITHUB_EVENT_NAME'] ?? '',
  };
}
