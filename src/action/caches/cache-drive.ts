import { win32 } from 'node:path';
import type { Env } from '../../go/context.ts';

/** Where the caches are, and where they are to be. */
export interface CacheFolders {
  readonly gocache: string;
  readonly gomodcache: string;
}

/**
 * On GitHub's Windows runners the user's folders, and so go's caches, are on drive C:, which is several times slower than
 * the drive of the workspace (actions/setup-go#495 and its pull request 515). There the caches go beside RUNNER_TEMP,
 * which is on the workspace's drive and stays the same from job to job; a folder that the environment names stays.
 *
 * @returns what is to be set; empty where all is well.
 */
export function cachesOnDriveOfWorkspace(folders: CacheFolders, workspace: string, env: Env): Partial<CacheFolders> {
  const temporary = env['RUNNER_TEMP'] ?? '';
  const drive = driveOf(workspace);
  if (env['RUNNER_OS'] !== 'Windows' || drive === '' || driveOf(temporary) !== drive) return {};
  const moves = (folder: string, named: string | undefined) =>
    (named ?? '') === '' && folder !== '' && folder !== 'off' && driveOf(folder) !== drive;
  const to = (name: string) => win32.join(win32.dirname(win32.normalize(temporary)), '_unlatch', name);
  return {
    ...(moves(folders.gocache, env['GOCACHE']) ? { gocache: to('go-build') } : {}),
    ...(moves(folders.gomodcache, env['GOMODCACHE']) ? { gomodcache: to('go-mod') } : {}),
  };
}

/** "D:\\"; '' for a path without a drive. */
function driveOf(path: string): string {
  const { root } = win32.parse(path);
  return /^[a-z]:/i.test(root) ? root.slice(0, 2).toUpperCase() : '';
}
