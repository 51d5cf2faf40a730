import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { mustSucceed } from './layer-command.ts';
import { readMounts } from './mount-table.ts';
import type { MountTools } from './mount-tools.ts';

/** An image, and the folder where it is mounted on its own. */
export interface LayerPlace {
  readonly image: string;
  readonly folder: string;
}

export interface OverlayRequest {
  readonly tools: MountTools;
  /** The newest first. */
  readonly layers: readonly LayerPlace[];
  /** The folder of each image that is shown; '': all of it. */
  readonly within: string;
  /** An own folder, for the changes ("upper") and the kernel's own files ("work"). */
  readonly place: string;
  readonly mountPoint: string;
  /** A folder that is shown below all layers, or null. */
  readonly beneath: string | null;
}

/** The number of mount(2): asm/unistd_64.h, asm-generic/unistd.h. */
const mountCall = ({ x64: 165, arm64: 40 } as Readonly<Partial<Record<NodeJS.Architecture, number>>>)[process.arch];

export const canMountFiles = mountCall !== undefined;

/**
 * mount(8) gives every image a loop device, so this makes the call itself: perl is on every Debian and Ubuntu.
 * 7 is MS_RDONLY | MS_NOSUID | MS_NODEV.
 */
const fileMount = `my $none = ""; syscall(${mountCall}, @ARGV[0 .. 2], 7, $none) == 0 or die "mount: $!\n"`;

/**
 * Mounts the images read-only, and an overlay of them with a fresh folder for the changes. If a
 * mount fails, undoes the earlier ones.
 *
 * @throws EnvironmentError
 */
export async function mountOverlay(request: OverlayRequest): Promise<void> {
  const { tools, layers, within, place, mountPoint, beneath } = request;
  const [upper, work] = [join(place, 'upper'), join(place, 'work')];
  for (const folder of [upper, work, ...layers.map((layer) => layer.folder)]) mkdirSync(folder, { recursive: true });
  const lower = [...layers.map(({ folder }) => join(folder, within)), ...(beneath === null ? [] : [beneath])];
  const options = [
    ...['nodev', 'nosuid', 'noatime'],
    ...(tools.metacopy ? ['metacopy=on', 'redirect_dir=on'] : []),
    ...[`lowerdir=${lower.join(':')}`, `upperdir=${upper}`, `workdir=${work}`],
  ];
  // One shell, since sudo takes as long as a mount. The words are arguments, so none is parsed.
  const script = [
    'set -e; format=$1 options=$2 point=$3 from=$4; shift 4',
    'image_mount() { mount -t "$format" -o loop,ro,nodev,nosuid "$1" "$2"; }',
    `[ "$from" != file ] || image_mount() { perl -e '${fileMount}' "$1" "$2" "$format"; }`,
    'while [ $# -gt 0 ]; do image_mount "$1" "$2" || exit 41; shift 2; done',
    'mount -t overlay unlatch -o "$options" "$point" || { echo "overlay: mount failed"; exit 42; }',
  ].join('\n');
  const from = tools.fromFile ? 'file' : 'loop';
  const words = layers.flatMap(({ image, folder }) => [image, folder]);
  try {
    await mustSucceed(
      asRoot(tools.asRoot, 'sh', '-c', script, 'sh', tools.format, options.join(','), mountPoint, from, ...words),
    );
  } catch (error) {
    await unmountBelow(place, tools.asRoot);
    throw error;
  }
}

/**
 * Unmounts what belongs to an own folder: overlays whose changes go there, and what is mounted in
 * it. Where a process still works in one, the mount goes from the tree, and the process keeps what
 * it sees.
 *
 * @returns how many mounts there were.
 * @throws EnvironmentError
 */
export async function unmountBelow(place: string, rootPrefix: readonly string[]): Promise<number> {
  const points = ownMounts(place);
  const script = 'for point; do umount "$point" 2>/dev/null || umount -l "$point" || exit 1; done';
  for (let left = points; left.length > 0; ) {
    try {
      await mustSucceed(asRoot(rootPrefix, 'sh', '-c', script, 'sh', ...left));
      break;
    } catch (error) {
      // The umount of a killed job outlives it, and may take one first.
      const still = ownMounts(place);
      if (still.length === left.length) throw error;
      left = still;
    }
  }
  return points.length;
}

/** Mount points that belong to an own folder, the last made first. */
export function ownMounts(place: string): readonly string[] {
  const isWithin = (path: string | null) => path !== null && `${path}/`.startsWith(`${place}/`);
  return readMounts()
    .filter(({ mountPoint, upperFolder }) => isWithin(mountPoint) || isWithin(upperFolder))
    .map(({ mountPoint }) => mountPoint)
    .reverse();
}

function asRoot(
  prefix: readonly string[],
  command: string,
  ...args: readonly string[]
): readonly [string, ...string[]] {
  const [first = command, ...rest] = [...prefix, command, ...args];
  return [first, ...rest];
}
