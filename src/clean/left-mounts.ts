/** Mounts of caches that a dead job of the action left. docs/layers.md. */
import { lstatSync } from 'node:fs';
import { lastLine } from '../last-line.ts';
import { describeProcess } from '../process/describe-process.ts';
import { errnoToNull } from '../process/errno-to-null.ts';
import { isJobDead } from '../process/job-owner.ts';
import { type MountinfoLine, parseMountinfo, upperFolderOf } from '../process/proc/mounts.ts';
import { isAt } from '../process/proc/open-paths.ts';
import { listProcesses, type Process } from '../process/proc/process-table.ts';
import { runCommand } from '../process/run-command.ts';
import { ownMountinfo } from './own-mountinfo.ts';

export interface LeftMounts {
  /** The action's own folder, with the changes and the images. */
  readonly folder: string;
  /** The last made first. */
  readonly mountPoints: readonly string[];
  readonly outcome: 'planned' | 'removed' | 'busy' | 'failed';
  /** Why they stay. */
  readonly why: string | null;
}

/**
 * Finds the mounts of this user's dead jobs, and clears those in which nobody works: unmounts them, which frees their
 * loop devices, and removes the folder. A job without a note of its owner counts as alive.
 */
export async function clearLeftMounts(uid: number, dryRun: boolean): Promise<readonly LeftMounts[]> {
  const mounts = parseMountinfo(ownMountinfo());
  const folders = new Set(mounts.flatMap((mount) => layersFolderOf(mount) ?? []));
  const left: LeftMounts[] = [];
  for (const folder of folders) {
    if (errnoToNull(() => lstatSync(folder))?.uid !== uid || !isJobDead(folder)) continue;
    const own = mounts.filter((mount) => layersFolderOf(mount) === folder);
    const mountPoints = own.map(({ mountPoint }) => mountPoint).reverse();
    left.push({ folder, mountPoints, ...(await clear(folder, mountPoints, dryRun)) });
  }
  return left;
}

/** The action's folder to which a mount belongs: an overlay by its "KIND/upper", an image by where it is mounted. */
function layersFolderOf(line: MountinfoLine): string | null {
  const { mountPoint, type, source } = line;
  // EROFS is mounted from the image's file where the kernel can.
  if (/^\/dev\/loop\d+$/.test(source) || type === 'erofs') {
    return /^(\/.+\/unlatch\/layers)\/(?:modules|build)\/layers\/\d+$/.exec(mountPoint)?.[1] ?? null;
  }
  if (source !== 'unlatch') return null;
  return /^(\/.+\/unlatch\/layers)\/(?:modules|build)\/upper$/.exec(upperFolderOf(line) ?? '')?.[1] ?? null;
}

async function clear(
  folder: string,
  mountPoints: readonly string[],
  dryRun: boolean,
): Promise<Pick<LeftMounts, 'outcome' | 'why'>> {
  const users = usersOf(mountPoints);
  if (users.length > 0) {
    const nowMs = Date.now();
    return { outcome: 'busy', why: `used by ${users.map((one) => describeProcess(one, nowMs)).join('; ')}` };
  }
  if (dryRun) return { outcome: 'planned', why: null };
  // Not lazily: who came meanwhile keeps them.
  const script = 'folder=$1; shift; for point; do umount "$point" || exit 1; done; rm -rf --one-file-system "$folder"';
  const [command = 'sh', ...args] = [
    ...(process.geteuid?.() === 0 ? [] : ['sudo', '-n']),
    ...['sh', '-c', script, 'sh', folder, ...mountPoints],
  ];
  const env = { PATH: '/usr/sbin:/sbin:/usr/bin:/bin', LC_ALL: 'C' };
  const { signal } = new AbortController();
  const { code, stderr } = await runCommand(command, args, { folder: '/', env, limitMs: 60_000, signal });
  if (code === 0) return { outcome: 'removed', why: null };
  return { outcome: 'failed', why: lastLine(stderr) };
}

function usersOf(mountPoints: readonly string[]): readonly Process[] {
  return listProcesses().filter((one) => one.pid !== process.pid && mountPoints.some((point) => isAt(one, point)));
}
