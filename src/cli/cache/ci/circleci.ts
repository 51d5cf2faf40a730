import { type Ci, silentJob } from './ci-job.ts';

/** https://circleci.com/docs/variables/#built-in-environment-variables. It does not say which branch is the default. */
export const circleci: Ci = {
  name: 'circleci',
  isHere: (env) => env['CIRCLECI'] === 'true',
  read: (env) => {
    // It has CIRCLE_PR_NUMBER for forks alone, whose branch is "pull/17".
    const forked = env['CIRCLE_PR_NUMBER'] || (/^pull\/(\d+)/.exec(env['CIRCLE_BRANCH'] ?? '')?.[1] ?? '');
    const id = forked || (/\/(\d+)$/.exec(env['CIRCLE_PULL_REQUEST'] ?? '')?.[1] ?? '');
    return {
      ...silentJob,
      job: env['CIRCLE_JOB'] ?? '',
      branch: id === '' ? (env['CIRCLE_BRANCH'] ?? '') : '',
      isTag: (env['CIRCLE_TAG'] ?? '') !== '',
      pullRequest: id === '' ? null : { id, target: '', isFork: forked !== '' },
      url: env['CIRCLE_BUILD_URL'] ?? '',
    };
  },
};
