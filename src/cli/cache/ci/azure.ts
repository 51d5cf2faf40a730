import { type Ci, silentJob } from './ci-job.ts';

/** https://learn.microsoft.com/azure/devops/pipelines/build/variables. It does not say which branch is the default. */
export const azure: Ci = {
  name: 'azure',
  isHere: (env) => env['TF_BUILD'] === 'True',
  read: (env) => {
    const ref = env['BUILD_SOURCEBRANCH'] ?? '';
    const id =
      env['SYSTEM_PULLREQUEST_PULLREQUESTNUMBER'] ||
      env['SYSTEM_PULLREQUEST_PULLREQUESTID'] ||
      (/^refs\/pull\/(\d+)\//.exec(ref)?.[1] ?? '');
    const isFork = env['SYSTEM_PULLREQUEST_ISFORK'];
    const status = env['AGENT_JOBSTATUS'] ?? '';
    const collection = env['SYSTEM_COLLECTIONURI'] ?? '';
    return {
      ...silentJob,
      job: env['SYSTEM_JOBNAME'] || env['AGENT_JOBNAME'] || '',
      workflow: env['BUILD_DEFINITIONNAME'] ?? '',
      branch: ref.startsWith('refs/heads/') ? ref.slice('refs/heads/'.length) : '',
      isTag: ref.startsWith('refs/tags/'),
      pullRequest:
        id === ''
          ? null
          : {
              id,
              target: (env['SYSTEM_PULLREQUEST_TARGETBRANCH'] ?? '').replace(/^refs\/heads\//, ''),
              isFork: isFork === undefined ? null : isFork.toLowerCase() !== 'false',
            },
      status: /^(Succeeded|SucceededWithIssues|)$/.test(status)
        ? 'success'
        : status === 'Canceled'
          ? 'cancelled'
          : 'failure',
      url:
        collection === ''
          ? ''
          : `${collection}${encodeURIComponent(env['SYSTEM_TEAMPROJECT'] ?? '')}/_build/results?buildId=${env['BUILD_BUILDID'] ?? ''}`,
    };
  },
};
