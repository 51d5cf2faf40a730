import { describe, expect, it } from 'vitest';
import { isWorthSaving, maySave, type SaveContext } from '../../../src/cache/save-policy.ts';

const push: SaveContext = {
  save: 'auto',
  event: 'push',
  ref: 'refs/heads/main',
  defaultBranch: 'main',
  repository: 'o/r',
  headRepository: '',
  action: '',
  jobStatus: 'success',
};

describe('by default a run may save', () => {
  it.each([
    ['a push to the default branch', push, true],
    ['a schedule on it', { ...push, event: 'schedule' }, true],
    ['a push to another branch', { ...push, ref: 'refs/heads/topic' }, false],
    ['a pull request', { ...push, event: 'pull_request', ref: 'refs/pull/7/merge' }, false],
    ['a tag of the name of the default branch', { ...push, ref: 'refs/tags/main' }, false],
    ['a release', { ...push, event: 'release', ref: 'refs/tags/v1' }, false],
    ['pull_request_target, which runs on the default branch', { ...push, event: 'pull_request_target' }, false],
    ['workflow_run, which runs on the default branch', { ...push, event: 'workflow_run' }, false],
    ['an event that names no default branch', { ...push, defaultBranch: '' }, false],
  ] as const)('%s: %s', (_, context, save) => {
    expect(maySave(context).save).toBe(save);
  });
});

it('saves from anywhere when told to', () => {
  const fork: SaveContext = { ...push, event: 'workflow_run', ref: 'refs/tags/v1' };
  expect(maySave({ ...fork, save: 'always' }).save).toBe(true);
  expect(maySave({ ...fork, save: 'true' }).save).toBe(true);
  expect(maySave({ ...push, save: 'never' }).save).toBe(false);
  expect(maySave({ ...push, save: 'false' }).save).toBe(false);
});

it('never saves what a failed or cancelled job has left, whatever it is told', () => {
  for (const jobStatus of ['failure', 'cancelled'] as const) {
    expect(maySave({ ...push, save: 'always', jobStatus })).toMatchObject({
      save: false,
      why: `the job ended with ${jobStatus}`,
    });
  }
});

describe('a new archive pays', () => {
  const change = { hit: 'prefix', packedBytes: 1000, newBytes: 0, deadBytes: 0, refreshAbovePercent: 10 } as const;
  it.each([
    ['when a tenth is new: no', { ...change, newBytes: 100 }, false],
    ['when more is new', { ...change, newBytes: 101 }, true],
    ['when more of the old one is dead', { ...change, deadBytes: 101 }, true],
    ['when there was none', { ...change, hit: 'miss' }, true],
    ['when the old one was damaged', { ...change, hit: 'damaged' }, true],
    ['when nothing was used, though there was none: no', { ...change, hit: 'miss', packedBytes: 0 }, false],
    [
      'on an exact hit of which the job made half anew, because another job saved first',
      { ...change, hit: 'exact', newBytes: 500 },
      true,
    ],
  ] as const)('%s', (_, made, save) => {
    expect(isWorthSaving(made).save).toBe(save);
  });
});
