import { expect, it } from 'vitest';
import { accessOf } from '../../../../src/action/caches/job-store.ts';

const job = {
  GITHUB_JOB: 'test',
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_REPOSITORY: 'o/r',
  GITHUB_RUN_ID: '7',
};

it.each([
  ['a push to the default branch', { GITHUB_REF: 'refs/heads/main' }, ['heads/main'], 'heads/main'],
  ['a push to another branch', { GITHUB_REF: 'refs/heads/a/b' }, ['heads/a/b', 'heads/main'], 'heads/a/b'],
  [
    'a pull request',
    { GITHUB_REF: 'refs/pull/7/merge', GITHUB_BASE_REF: 'release' },
    ['pulls/7', 'heads/release', 'heads/main'],
    'pulls/7',
  ],
  ['a tag', { GITHUB_REF: 'refs/tags/v1' }, ['heads/main'], null],
])('%s reads its own archives first, and writes no others', (_, env, readScopes, writeScope) => {
  const access = accessOf({ ...job, ...env }, 'main');
  expect(access).toMatchObject({ readScopes, writeScope, by: { url: 'https://github.com/o/r/actions/runs/7' } });
});
