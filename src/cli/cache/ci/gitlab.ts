import { type Ci, silentJob } from './ci-job.ts';

/** https://docs.gitlab.com/ci/variables/predefined_variables/ */
export const gitlab: Ci = {
  name: 'gitlab',
  isHere: (env) => env['GITLAB_CI'] === 'true',
  read: (env) => {
    const id = env['CI_MERGE_REQUEST_IID'] || env['CI_EXTERNAL_PULL_REQUEST_IID'] || '';
    const source =
      env['CI_MERGE_REQUEST_SOURCE_PROJECT_PATH'] || env['CI_EXTERNAL_PULL_REQUEST_SOURCE_REPOSITORY'] || '';
    const own = env['CI_MERGE_REQUEST_PROJECT_PATH'] || env['CI_EXTERNAL_PULL_REQUEST_TARGET_REPOSITORY'] || '';
    const target =
      env['CI_MERGE_REQUEST_TARGET_BRANCH_NAME'] || env['CI_EXTERNAL_PULL_REQUEST_TARGET_BRANCH_NAME'] || '';
    // In `script` it is still "running"; a script that fails does not come to its next line.
    const status = env['CI_JOB_STATUS'];
    return {
      ...silentJob,
      job: env['CI_JOB_NAME'] ?? '',
      branch: id === '' ? (env['CI_COMMIT_BRANCH'] ?? '') : '',
      defaultBranch: env['CI_DEFAULT_BRANCH'] ?? '',
      isTag: (env['CI_COMMIT_TAG'] ?? '') !== '',
      pullRequest: id === '' ? null : { id, target, isFork: source === '' || own === '' ? null : source !== own },
      status: status === 'failed' ? 'failure' : status === 'canceled' ? 'cancelled' : 'success',
      url: env['CI_JOB_URL'] ?? '',
    };
  },
};
