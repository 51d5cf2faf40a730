import { expect, test } from 'vitest';
import { cachesOnDriveOfWorkspace } from '../../../../src/action/caches/cache-drive.ts';

const folders = {
  gocache: 'C:\\Users\\runneradmin\\AppData\\Local\\go-build',
  gomodcache: 'C:\\Users\\runneradmin\\go\\pkg\\mod',
};
const env = { RUNNER_OS: 'Windows', RUNNER_TEMP: 'D:\\a\\_temp' };
const workspace = 'd:\\a\\m\\m';

test('on Windows the caches move to the drive of the workspace, beside RUNNER_TEMP', () => {
  expect(cachesOnDriveOfWorkspace(folders, workspace, env)).toEqual({
    gocache: 'D:\\a\\_unlatch\\go-build',
    gomodcache: 'D:\\a\\_unlatch\\go-mod',
  });
  expect(cachesOnDriveOfWorkspace(folders, workspace, { ...env, RUNNER_TEMP: 'D:/a/_temp/' })).toMatchObject({
    gocache: 'D:\\a\\_unlatch\\go-build',
  });
});

test('one that the environment names stays, and so does one that is off, or on that drive', () => {
  expect(cachesOnDriveOfWorkspace(folders, workspace, { ...env, GOCACHE: folders.gocache })).toEqual({
    gomodcache: 'D:\\a\\_unlatch\\go-mod',
  });
  expect(cachesOnDriveOfWorkspace({ gocache: 'off', gomodcache: 'D:\\a\\_unlatch\\go-mod' }, workspace, env)).toEqual(
    {},
  );
});

test('elsewhere nothing moves: another system, no RUNNER_TEMP on that drive, a path without a drive', () => {
  expect(cachesOnDriveOfWorkspace(folders, workspace, { ...env, RUNNER_OS: 'Linux' })).toEqual({});
  expect(cachesOnDriveOfWorkspace(folders, workspace, { ...env, RUNNER_TEMP: 'C:\\temp' })).toEqual({});
  expect(cachesOnDriveOfWorkspace(folders, workspace, { RUNNER_OS: 'Windows' })).toEqual({});
  expect(cachesOnDriveOfWorkspace(folders, '/home/m', env)).toEqual({});
});
