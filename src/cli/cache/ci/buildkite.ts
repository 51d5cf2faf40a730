import { type Ci, silentJob } from './ci-job.ts';

/** https://buildkite.com/docs/pipelines/configure/environment-variables */
export const buildkite: Ci = {
  name: 'buildkite',
  isHere: (env) => env['BUILDKITE'] === 'true',
  read: (env) => {
    const number = env['BUILDKITE_PULL_REQUEST'] ?? '';
    const id = number === 'false' ? '' : number;
    const [from, own] = [pathOf(env['BUILDKITE_PULL_REQUEST_REPO']), pathOf(env['BUILDKITE_REPO'])];
    const status = env['BUILDKITE_COMMAND_EXIT_STATUS'] ?? '';
    return {
      ...silentJob,
      job: env['BUILDKITE_STEP_KEY'] || env['BUILDKITE_LABEL'] || 'step',
      workflow: env['BUILDKITE_PIPELINE_SLUG'] ?? '',
      branch: id === '' ? (env['BUILDKITE_BRANCH'] ?? '') : '',
      defaultBranch: env['BUILDKITE_PIPELINE_DEFAULT_BRANCH'] ?? '',
      isTag: (env['BUILDKITE_TAG'] ?? '') !== '',
      pullRequest:
        id === ''
          ? null
          : {
              id,
              target: env['BUILDKITE_PULL_REQUEST_BASE_BRANCH'] ?? '',
              isFork: from === '' || own === '' ? null : from !== own,
            },
      // Hooks after the command have it.
      status: status === '' || status === '0' ? 'success' : 'failure',
      url: `${env['BUILDKITE_BUILD_URL'] ?? ''}#${env['BUILDKITE_JOB_ID'] ?? ''}`,
    };
  },
};

/** "owner/name" of "git@github.com:owner/name.git" and of "git://github.com/owner/name.git". */
function pathOf(repository = ''): string {
  return (/[:/]([^:/]+\/[^:/]+?)(?:\.git)?\/?$/.exec(repository)?.[1] ?? '').toLowerCase();
}
