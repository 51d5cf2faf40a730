/** A line of /proc/PID/mountinfo. Source: proc_pid_mountinfo(5). */
export interface MountinfoLine {
  /** As fdinfo has it, "mnt_id". */
  readonly id: number;
  readonly mountPoint: string;
  /** Of this mount: "ro", "noexec", "noatime". */
  readonly options: readonly string[];
  readonly type: string;
  /** What was mounted: a device, or the name that mount was given. */
  readonly source: string;
  /** Of the filesystem, as the kernel writes them: "upperdir=/a\\040b". */
  readonly superOptions: string;
}

/** @param mountinfo the text of the file, which lists a mount after those that it covers. */
export function parseMountinfo(mountinfo: string): readonly MountinfoLine[] {
  return mountinfo.split('\n').flatMap((line) => {
    const [before = '', after = ''] = line.split(' - ');
    const [id, , , , point, options] = before.split(' ');
    if (point === undefined || options === undefined) return [];
    const [type = '', source = '', superOptions = ''] = after.split(' ');
    return [
      { id: Number(id), mountPoint: unescapedMount(point), options: options.split(','), type, source, superOptions },
    ];
  });
}

/** The mount that holds a path, which must be absolute and without symlinks. */
export function mountOf(mounts: readonly MountinfoLine[], path: string): MountinfoLine | undefined {
  let best: MountinfoLine | undefined;
  for (const mount of mounts) {
    const { mountPoint } = mount;
    const holds = mountPoint === '/' || path === mountPoint || path.startsWith(`${mountPoint}/`);
    if (holds && mountPoint.length >= (best?.mountPoint.length ?? 0)) best = mount;
  }
  return best;
}

/** Of an overlay: the folder that takes the changes. null: it has none, or the mount is of another type. */
export function upperFolderOf({ type, superOptions }: Pick<MountinfoLine, 'type' | 'superOptions'>): string | null {
  const upper = type === 'overlay' ? /(?:^|,)upperdir=([^,]*)/.exec(superOptions)?.[1] : undefined;
  return upper === undefined ? null : unescapedMount(upper);
}

/** Undoes the kernel's escapes: "\040" is a space. */
export function unescapedMount(text: string): string {
  return text.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)));
}
