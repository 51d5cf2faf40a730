import { type Ci, silentJob } from './ci-job.ts';

/** https://woodpecker-ci.org/docs/usage/environment. It does not say whether a pull request comes from a fork. */
export const woodpecker: Ci = {
  name: 'woodpecker',
  isHere: (env) => env['CI'] === 'woodpecker' || env['CI_SYSTEM_NAME'] === 'woodpecker',
  read: (env) => {
    const id = env['CI_COMMIT_PULL_REQUEST'] ?? '';
    return {
      ...silentJob,
      // Restoring and saving may be two steps, and so not of one name.
      job: env['CI_WORKFLOW_NAME'] || 'default',
      branch: id === '' ? (env['CI_COMMIT_BRANCH'] ?? '') : '',
      defaultBranch: env['CI_REPO_DEFAULT_BRANCH'] ?? '',
      isTag: (env['CI_COMMIT_TAG'] ?? '') !== '',
      pullRequest:
        id === ''
          ? null
          : { id, target: env['CI_COMMIT_TARGET_BRANCH'] || env['CI_COMMIT_BRANCH'] || '', isFork: null },
      status: env['CI_PIPELINE_STATUS'] === 'failure' ? 'failure' : 'success',
      url: env['CI_PIPELINE_URL'] ?? '',
    };
  },
};
