import { type Ci, silentJob } from './ci-job.ts';

/** https://docs.drone.io/pipeline/environment/reference/. It does not say whether a pull request comes from a fork. */
export const drone: Ci = {
  name: 'drone',
  isHere: (env) => env['DRONE'] === 'true',
  read: (env) => {
    const id = env['DRONE_PULL_REQUEST'] ?? '';
    return {
      ...silentJob,
      // Restoring and saving may be two steps, and so not of one name.
      job: env['DRONE_STAGE_NAME'] || 'default',
      branch: id === '' ? (env['DRONE_BRANCH'] ?? '') : '',
      defaultBranch: env['DRONE_REPO_BRANCH'] ?? '',
      isTag: (env['DRONE_TAG'] ?? '') !== '',
      pullRequest:
        id === '' ? null : { id, target: env['DRONE_TARGET_BRANCH'] || env['DRONE_BRANCH'] || '', isFork: null },
      status: env['DRONE_BUILD_STATUS'] === 'failure' ? 'failure' : 'success',
      url: env['DRONE_BUILD_LINK'] ?? '',
    };
  },
};
