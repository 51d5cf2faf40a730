import { win32 } from 'node:path';
import type { Env } from '../../go/context.ts';

/** Where the caches are, or where they should be. */
export interface CacheFolders {
  readonly gocache: string;
  readonly gomodcache: string;
}

/**
 * Moves the caches to the drive of the workspace on Windows. On GitHub's Windows runners go's
 * caches are on drive C:, which is several times slower than the drive of the workspace
 * (actions/setup-go#495, pull request 515). The new folders lie beside RUNNER_TEMP, which is on the
 * workspace's drive and stays the same from job to job. A folder that the environment sets is left
 * alone.
 *
 * @returns the folders to set; empty: nothing to change.
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
