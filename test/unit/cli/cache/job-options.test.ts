import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { maySave } from '../../../../src/cache/save-policy.ts';
import { type JobOptions, readJob } from '../../../../src/cli/cache/job-options.ts';

const folder = mkdtempSync(join(tmpdir(), 'job-options-'));
afterAll(() => rmSync(folder, { recursive: true }));
const bare: JobOptions = { trust: 'auto', workspace: folder, store: folder, state: folder };

function eventFile(name: string, event: unknown): string {
  const file = join(folder, name);
  writeFileSync(file, JSON.stringify(event));
  return file;
}
const ownEvent = eventFile('own.json', {
  repository: { default_branch: 'main' },
  pull_request: { head: { repo: { full_name: 'o/r' } } },
});
const forkEvent = eventFile('fork.json', {
  repository: { default_branch: 'main' },
  pull_request: { head: { repo: { full_name: 'x/r' } } },
});

/** What each CI sets for a push to main, for a pull request of the repository, and for one from a fork. */
const variables: Readonly<Record<string, Readonly<Record<'main' | 'own' | 'fork', Record<string, string>>>>> = {
  gitlab: {
    main: { GITLAB_CI: 'true', CI_JOB_NAME: 'test', CI_COMMIT_BRANCH: 'main', CI_DEFAULT_BRANCH: 'main' },
    own: {
      ...{ GITLAB_CI: 'true', CI_JOB_NAME: 'test', CI_DEFAULT_BRANCH: 'main', CI_MERGE_REQUEST_IID: '7' },
      ...{ CI_MERGE_REQUEST_SOURCE_PROJECT_PATH: 'o/r', CI_MERGE_REQUEST_PROJECT_PATH: 'o/r' },
      CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main',
    },
    fork: {
      ...{ GITLAB_CI: 'true', CI_JOB_NAME: 'test', CI_DEFAULT_BRANCH: 'main', CI_MERGE_REQUEST_IID: '7' },
      ...{ CI_MERGE_REQUEST_SOURCE_PROJECT_PATH: 'x/r', CI_MERGE_REQUEST_PROJECT_PATH: 'o/r' },
    },
  },
  jenkins: {
    main: {
      ...{ JENKINS_URL: 'https://j', BUILD_ID: '1', JOB_NAME: 'r/main', BRANCH_NAME: 'main' },
      ...{ BRANCH_IS_PRIMARY: 'true', STAGE_NAME: 'test' },
    },
    own: {
      ...{ JENKINS_URL: 'https://j', BUILD_ID: '1', JOB_NAME: 'r/PR-7', BRANCH_NAME: 'PR-7' },
      ...{ CHANGE_ID: '7', CHANGE_TARGET: 'main', STAGE_NAME: 'test' },
    },
    fork: {
      ...{ JENKINS_URL: 'https://j', BUILD_ID: '1', JOB_NAME: 'r/PR-7', BRANCH_NAME: 'PR-7' },
      ...{ CHANGE_ID: '7', CHANGE_TARGET: 'main', CHANGE_FORK: 'x', STAGE_NAME: 'test' },
    },
  },
  buildkite: {
    main: {
      ...{ BUILDKITE: 'true', BUILDKITE_STEP_KEY: 'test', BUILDKITE_BRANCH: 'main', BUILDKITE_PULL_REQUEST: 'false' },
      BUILDKITE_PIPELINE_DEFAULT_BRANCH: 'main',
    },
    own: {
      ...{ BUILDKITE: 'true', BUILDKITE_STEP_KEY: 'test', BUILDKITE_BRANCH: 'b', BUILDKITE_PULL_REQUEST: '7' },
      ...{ BUILDKITE_PULL_REQUEST_REPO: 'git://github.com/o/r.git', BUILDKITE_REPO: 'git@github.com:o/r.git' },
      BUILDKITE_PULL_REQUEST_BASE_BRANCH: 'main',
    },
    fork: {
      ...{ BUILDKITE: 'true', BUILDKITE_STEP_KEY: 'test', BUILDKITE_BRANCH: 'x:b', BUILDKITE_PULL_REQUEST: '7' },
      ...{ BUILDKITE_PULL_REQUEST_REPO: 'git://github.com/x/r.git', BUILDKITE_REPO: 'git@github.com:o/r.git' },
    },
  },
  circleci: {
    main: { CIRCLECI: 'true', CIRCLE_JOB: 'test', CIRCLE_BRANCH: 'main' },
    own: {
      CIRCLECI: 'true',
      CIRCLE_JOB: 'test',
      CIRCLE_BRANCH: 'b',
      CIRCLE_PULL_REQUEST: 'https://github.com/o/r/pull/7',
    },
    fork: { CIRCLECI: 'true', CIRCLE_JOB: 'test', CIRCLE_BRANCH: 'pull/7' },
  },
  azure: {
    main: { TF_BUILD: 'True', SYSTEM_JOBNAME: 'test', BUILD_SOURCEBRANCH: 'refs/heads/main' },
    own: {
      ...{ TF_BUILD: 'True', SYSTEM_JOBNAME: 'test', BUILD_SOURCEBRANCH: 'refs/pull/7/merge' },
      ...{ SYSTEM_PULLREQUEST_ISFORK: 'False', SYSTEM_PULLREQUEST_TARGETBRANCH: 'refs/heads/main' },
    },
    fork: {
      ...{ TF_BUILD: 'True', SYSTEM_JOBNAME: 'test', BUILD_SOURCEBRANCH: 'refs/pull/7/merge' },
      SYSTEM_PULLREQUEST_ISFORK: 'True',
    },
  },
  drone: {
    main: { DRONE: 'true', DRONE_STAGE_NAME: 'test', DRONE_BRANCH: 'main', DRONE_REPO_BRANCH: 'main' },
    own: { DRONE: 'true', DRONE_STAGE_NAME: 'test', DRONE_BRANCH: 'main', DRONE_PULL_REQUEST: '7' },
    fork: { DRONE: 'true', DRONE_STAGE_NAME: 'test', DRONE_BRANCH: 'main', DRONE_PULL_REQUEST: '7' },
  },
  woodpecker: {
    main: { CI: 'woodpecker', CI_WORKFLOW_NAME: 'test', CI_COMMIT_BRANCH: 'main', CI_REPO_DEFAULT_BRANCH: 'main' },
    own: { CI: 'woodpecker', CI_WORKFLOW_NAME: 'test', CI_COMMIT_BRANCH: 'main', CI_COMMIT_PULL_REQUEST: '7' },
    fork: { CI: 'woodpecker', CI_WORKFLOW_NAME: 'test', CI_COMMIT_BRANCH: 'main', CI_COMMIT_PULL_REQUEST: '7' },
  },
  ...Object.fromEntries(
    ['gitea', 'forgejo', 'github'].map((name) => {
      const always = { [`${name.toUpperCase()}_ACTIONS`]: 'true', GITHUB_ACTIONS: 'true', GITHUB_JOB: 'test' };
      const pull = { ...always, GITHUB_REF: 'refs/pull/7/merge', GITHUB_BASE_REF: 'main', GITHUB_REPOSITORY: 'o/r' };
      return [
        name,
        {
          main: { ...always, GITHUB_REF: 'refs/heads/main', GITHUB_EVENT_NAME: 'push', GITHUB_EVENT_PATH: ownEvent },
          own: { ...pull, GITHUB_EVENT_PATH: ownEvent },
          fork: { ...pull, GITHUB_EVENT_PATH: forkEvent },
        },
      ];
    }),
  ),
};

/** These say nothing of where a pull request's code comes from. */
const silentOnForks = ['drone', 'woodpecker'];

describe.each(Object.entries(variables))('on %s', (name, { main, own, fork }) => {
  const decide = async (env: Record<string, string>, options: Partial<JobOptions> = {}) => {
    const job = await readJob({ ...bare, ...options }, env);
    return { job, save: maySave({ ...job.context, save: 'auto', jobStatus: job.status }).save };
  };

  it('a push to the default branch saves for all', async () => {
    const { job, save } = await decide(main, { defaultBranch: 'main' });
    expect(job).toMatchObject({
      ci: name,
      job: 'test',
      access: { readScopes: ['heads/main'], writeScope: 'heads/main' },
    });
    expect(save).toBe(true);
  });

  it('a pull request of the repository reads the default branch, and saves for itself', async () => {
    const { job, save } = await decide(own, { defaultBranch: 'main' });
    expect(job.access).toMatchObject({ readScopes: ['pulls/7', 'heads/main'], writeScope: 'pulls/7' });
    expect(save).toBe(!silentOnForks.includes(name));
    expect((await decide(own, { defaultBranch: 'main', trust: 'own' })).save).toBe(true);
  });

  it('a pull request from a fork saves nothing', async () => {
    const { job, save } = await decide(fork, { defaultBranch: 'main' });
    expect(job.access.readScopes).toContain('heads/main');
    expect(save).toBe(false);
  });
});

it('options take precedence over what the CI says', async () => {
  const env = variables['gitlab']?.own ?? {};
  const job = await readJob({ ...bare, branch: 'release', job: 'mine', defaultBranch: 'trunk' }, env);
  expect(job).toMatchObject({ job: 'mine', access: { readScopes: ['heads/release', 'heads/trunk'] } });
  const pull = await readJob({ ...bare, job: 'mine', pullRequest: '9', targetBranch: 'main' }, {});
  expect(pull.access.readScopes).toEqual(['pulls/9', 'heads/main']);
});

it('a stranger writes nowhere, and a tag neither', async () => {
  const stranger = await readJob({ ...bare, trust: 'stranger' }, variables['gitlab']?.main ?? {});
  expect([
    stranger.access.writeScope,
    maySave({ ...stranger.context, save: 'auto', jobStatus: 'success' }).save,
  ]).toEqual([null, false]);
  const tag = await readJob(bare, {
    GITLAB_CI: 'true',
    CI_JOB_NAME: 't',
    CI_COMMIT_TAG: 'v1',
    CI_DEFAULT_BRANCH: 'main',
  });
  expect(tag.access).toMatchObject({ readScopes: ['heads/main'], writeScope: null });
});

it('where nothing says which job or branch it is, the message names the option', async () => {
  await expect(readJob(bare, {})).rejects.toThrow(/--job/);
  await expect(readJob({ ...bare, job: 'a' }, {})).rejects.toThrow(/--branch/);
  const { store: _, ...storeless } = bare;
  await expect(readJob({ ...storeless, job: 'a', branch: 'b' }, {})).rejects.toThrow(/UNLATCH_CACHE_STORE/);
  await expect(readJob({ ...bare, job: 'a', branch: 'b', trust: 'x' }, {})).rejects.toThrow(/--trust/);
});
