/** How the processes of a trial on this machine are isolated from all others. */
import { spawnSync } from 'node:child_process';
import { UserError } from '../../../errors.ts';
import { lastLine } from '../../../last-line.ts';
import { effectiveCapabilities } from '../../../process/proc/capabilities.ts';
import { type Isolation, isolations } from './isolations.ts';

/** The descriptor on which bubblewrap reports the sandbox's pid. */
export const infoFd = 3;

/** What a trial gets besides read access to this machine's files. */
export interface Bounds {
  /** The writable folder. */
  readonly root: string;
  /** Folders that must stay visible below /tmp. */
  readonly visible: readonly string[];
  /** Run as uid 0, without its capabilities. */
  readonly asRoot: boolean;
}

/**
 * The command prefix of the driver.
 * @param bounds null: only a probe.
 * @param admin whether the trial gets CAP_SYS_ADMIN to mount filesystems or create PID namespaces.
 */
export function prefixOf(isolation: Isolation, bounds: Bounds | null, admin: boolean): readonly string[] {
  switch (isolation) {
    case 'bubblewrap':
      return bubblewrap(bounds, admin);
    case 'unshare':
      return unshared(bounds, admin);
    case 'marker':
      return marked();
  }
}

/** The last words of a command that fails in such a sandbox; null: it succeeds. */
export function failureIn(isolation: Isolation, admin: boolean, ...argv: readonly string[]): string | null {
  const [command = 'false', ...args] = prefixOf(isolation, null, admin);
  const { status, signal, stderr, error } = spawnSync(command, [...args, ...argv], {
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  });
  if (status === 0) return null;
  if (error !== undefined) return error.message;
  return lastLine(stderr) || (signal === null ? `it ended with ${status}` : `${signal} ended it`);
}

export function succeeds(command: string, args: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}

/**
 * Tries the isolation: hosted runners may forbid namespaces to ordinary users.
 * @param wanted the required one; null: the best available.
 * @throws UserError if it is not available.
 */
export function chooseIsolation(wanted: Isolation | null): Isolation {
  const found = (wanted === null ? isolations : [wanted]).find(
    (isolation) => failureIn(isolation, false, 'true') === null,
  );
  if (found !== undefined) return found;
  const [command = ''] = prefixOf(wanted ?? 'marker', null, false);
  const known = succeeds('sh', ['-c', 'command -v "$1"', '-', command]);
  throw new UserError(
    known
      ? `isolation ${wanted ?? 'marker'} does not work here: the system denies \`${command}\` what it needs; choose another --isolation`
      : `isolation ${wanted ?? 'marker'} does not work here: \`${command}\` is not installed; choose another --isolation`,
  );
}

/**
 * The uid inside. Programs act on it regardless of capabilities: tar as uid 0 creates folders that it cannot
 * write to without root's capabilities (GNU tar, extract.c, safe_dir_mode).
 */
function userWithin(asRoot: boolean): string {
  const uid = process.getuid?.() ?? 1000;
  return asRoot ? '0' : `${uid === 0 ? 1000 : uid}`;
}

/** bubblewrap's mount namespace belongs to an outer user namespace, so mounting needs another one inside. */
function bubblewrap(bounds: Bounds | null, admin: boolean): readonly string[] {
  const uid = userWithin(bounds?.asRoot === true);
  const user = ['--unshare-user', '--uid', uid, '--gid', uid];
  const places = ['--ro-bind', '/', '/', '--dev', '/dev', '--proc', '/proc', '--tmpfs', '/tmp'];
  const fuse = admin
    ? ['--dev-bind-try', '/dev/fuse', '/dev/fuse', '--cap-drop', 'ALL', '--cap-add', 'CAP_SYS_ADMIN']
    : [];
  const binds =
    bounds === null
      ? []
      : [
          ...bounds.visible.flatMap((path) => ['--ro-bind', path, path]),
          ...['--bind', bounds.root, bounds.root, '--info-fd', String(infoFd)],
        ];
  const spaces = [
    '--unshare-pid',
    '--unshare-net',
    '--unshare-ipc',
    '--unshare-uts',
    '--die-with-parent',
    '--new-session',
  ];
  return ['bwrap', ...user, ...spaces, ...places, ...fuse, ...binds, '--', ...(admin ? ['unshare', '--mount'] : [])];
}

/**
 * A user in its own user namespace without capabilities, except CAP_SYS_ADMIN for `admin`. It keeps the
 * capabilities just long enough to bring up the loopback device.
 */
function unshared(bounds: Bounds | null, admin: boolean): readonly string[] {
  const uid = userWithin(bounds?.asRoot === true);
  const user = ['--user', `--map-user=${uid}`, `--map-group=${uid}`, '--keep-caps'];
  const spaces = ['--pid', '--mount', '--net', '--fork', '--kill-child=KILL', '--mount-proc'];
  const kept = admin ? '-all,+sys_admin' : '-all';
  const dropped = `--no-new-privs --bounding-set ${kept} --inh-caps ${kept} --ambient-caps ${kept}`;
  return ['unshare', ...user, ...spaces, 'sh', '-c', `ip link set lo up && exec setpriv ${dropped} "$@"`, '-'];
}

/** No namespaces, and no capabilities: with root's no file would be read-only. */
function marked(): readonly string[] {
  if ((effectiveCapabilities() ?? 0n) === 0n) return ['env'];
  // uid 0 gains the bounding set at exec, other users the ambient set. Source: capabilities(7).
  const bounding = process.getuid?.() === 0 ? ['--bounding-set', '-all'] : [];
  return ['setpriv', '--no-new-privs', ...bounding, '--inh-caps', '-all', '--ambient-caps', '-all'];
}
