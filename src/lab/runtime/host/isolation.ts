/** How the processes of a trial on this machine are kept together and away from all others. */
import { spawnSync } from 'node:child_process';
import { UserError } from '../../../errors.ts';
import { effectiveCapabilities } from '../../../process/capabilities.ts';

/** Best first. */
export const isolations = ['bubblewrap', 'unshare', 'marker'] as const;
export type Isolation = (typeof isolations)[number];

/** Where bubblewrap tells of the sandbox. */
export const infoFd = 3;

/** What a trial is given beside the files of this machine. */
export interface Bounds {
  /** The folder that may be written. */
  readonly root: string;
  /** Those that must stay visible below /tmp. */
  readonly visible: readonly string[];
  /** Be uid 0, without any right of it. */
  readonly asRoot: boolean;
}

/**
 * The command before the driver.
 * @param bounds null to try it out.
 * @param admin whether the trial mounts filesystems of its own, or has workers apart, and gets the one capability for that.
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

/** Whether the command ends well in such a sandbox. */
export function succeedsIn(isolation: Isolation, admin: boolean, ...argv: readonly string[]): boolean {
  const [command = 'false', ...args] = prefixOf(isolation, null, admin);
  return succeeds(command, [...args, ...argv]);
}

export function succeeds(command: string, args: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}

/**
 * Hosted runners may forbid namespaces to ordinary users, so this is asked, not assumed.
 * @param wanted the one that must be had; null: the best that there is.
 * @throws UserError where it cannot be had.
 */
export function chooseIsolation(wanted: Isolation | null): Isolation {
  const found = (wanted === null ? isolations : [wanted]).find((isolation) => succeedsIn(isolation, false, 'true'));
  if (found !== undefined) return found;
  const [command = ''] = prefixOf(wanted ?? 'marker', null, false);
  const known = succeeds('sh', ['-c', 'command -v "$1"', '-', command]);
  throw new UserError(
    known
      ? `trials cannot be kept apart by ${wanted ?? 'marker'} here: \`${command}\` is not allowed what it needs; choose another --isolation`
      : `trials cannot be kept apart by ${wanted ?? 'marker'} here: \`${command}\` is not installed; choose another --isolation`,
  );
}

/**
 * The number of the user within. Programs go by it whatever they may do: tar as uid 0 makes folders that it could not write into without the
 * capabilities of root (GNU tar, extract.c, safe_dir_mode).
 */
function userWithin(asRoot: boolean): string {
  const uid = process.getuid?.() ?? 1000;
  return asRoot ? '0' : `${uid === 0 ? 1000 : uid}`;
}

/** bubblewrap's mount namespace belongs to an outer user namespace, so that mounting takes another one within. */
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
 * A user of a user namespace of its own, without any capability but, where it mounts or has workers apart, the one for that; the loopback
 * device must be brought up by hand, for which the capabilities are kept so far.
 */
function unshared(bounds: Bounds | null, admin: boolean): readonly string[] {
  const uid = userWithin(bounds?.asRoot === true);
  const user = ['--user', `--map-user=${uid}`, `--map-group=${uid}`, '--keep-caps'];
  const spaces = ['--pid', '--mount', '--net', '--fork', '--kill-child=KILL', '--mount-proc'];
  const kept = admin ? '-all,+sys_admin' : '-all';
  const dropped = `--no-new-privs --bounding-set ${kept} --inh-caps ${kept} --ambient-caps ${kept}`;
  return ['unshare', ...user, ...spaces, 'sh', '-c', `ip link set lo up && exec setpriv ${dropped} "$@"`, '-'];
}

/** No namespace, and no capability either: before those of root no file is read-only. */
function marked(): readonly string[] {
  if ((effectiveCapabilities() ?? 0n) === 0n) return ['env'];
  // A program that uid 0 starts has all that is in the bounding set, another user's what is ambient. Source: capabilities(7).
  const bounding = process.getuid?.() === 0 ? ['--bounding-set', '-all'] : [];
  return ['setpriv', '--no-new-privs', ...bounding, '--inh-caps', '-all', '--ambient-caps', '-all'];
}
