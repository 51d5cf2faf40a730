/** Filesystems of which a layer can be an image, the one that is read fastest first. All of them are stored: the store compresses. */
export const imageFormats = ['erofs', 'squashfs', 'ext4'] as const;

export type ImageFormat = (typeof imageFormats)[number];

/** What the image of a tree takes at least, for formats whose size is fixed beforehand. */
export interface TreeSize {
  readonly files: number;
  readonly folders: number;
  /** Each file rounded up to blocks of 4 KiB. */
  readonly blockBytes: number;
}

/**
 * The command that makes an image of a folder. All files get one mtime, so that a later one shows
 * use; mke2fs cannot do that.
 *
 * @param markMs Unix time in ms, whole seconds
 */
export function imageCommand(
  format: ImageFormat,
  folder: string,
  image: string,
  markMs: number,
  { files, folders, blockBytes }: TreeSize,
): readonly [string, ...string[]] {
  const markS = String(Math.floor(markMs / 1000));
  switch (format) {
    case 'erofs':
      return ['mkfs.erofs', '--quiet', '-x-1', `-T${markS}`, image, folder];
    case 'squashfs': {
      const stored = ['-noI', '-noD', '-noF', '-noX'];
      const times = ['-all-time', markS, '-mkfs-time', markS];
      return ['mksquashfs', folder, image, ...stored, ...times, '-no-xattrs', '-no-progress', '-quiet', '-noappend'];
    }
    case 'ext4': {
      const inodes = files + folders + 64;
      // Inodes of 256 bytes, a block for each folder, and room for the maps and the extents.
      const bytes = blockBytes + inodes * 256 + folders * 8192 + (4 << 20);
      const blocks = Math.ceil((bytes * 1.04) / 4096);
      const features = '^has_journal,^resize_inode,^metadata_csum';
      return [
        'mke2fs',
        '-q',
        '-t',
        'ext4',
        '-b',
        '4096',
        '-I',
        '256',
        '-N',
        String(inodes),
        '-m',
        '0',
        '-O',
        features,
        '-E',
        'lazy_itable_init=0',
        '-d',
        folder,
        image,
        String(blocks),
      ];
    }
  }
}

/** Whether an image of this format carries the time that imageCommand was given. */
export function carriesMark(format: ImageFormat): boolean {
  return format !== 'ext4';
}
