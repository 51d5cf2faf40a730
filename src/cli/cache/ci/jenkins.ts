import { type Ci, silentJob } from './ci-job.ts';

/** Multibranch pipelines: https://www.jenkins.io/doc/book/pipeline/multibranch/ and env-vars.html of a Jenkins. */
export const jenkins: Ci = {
  name: 'jenkins',
  isHere: (env) => (env['JENKINS_URL'] ?? '') !== '' && (env['BUILD_ID'] ?? '') !== '',
  read: (env) => {
    const id = env['CHANGE_ID'] ?? '';
    const isMultibranch = (env['BRANCH_NAME'] ?? '') !== '';
    const path = env['JOB_NAME'] ?? '';
    const branch = env['BRANCH_NAME'] || (env['GIT_BRANCH'] ?? '').replace(/^(?:refs\/heads|[^/]+)\/(?=.)/, '');
    return {
      ...silentJob,
      job: env['STAGE_NAME'] || 'pipeline',
      // The last part of a multibranch job's name is the branch.
      workflow: isMultibranch ? path.split('/').slice(0, -1).join('/') : path,
      branch: id === '' ? branch : '',
      defaultBranch: env['BRANCH_IS_PRIMARY'] === 'true' ? branch : '',
      isTag: (env['TAG_NAME'] ?? '') !== '',
      // CHANGE_FORK is set for a fork alone.
      pullRequest:
        id === '' ? null : { id, target: env['CHANGE_TARGET'] ?? '', isFork: (env['CHANGE_FORK'] ?? '') !== '' },
      url: env['BUILD_URL'] ?? '',
    };
  },
};
