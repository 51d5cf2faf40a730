/** Magic numbers of statfs(2) that matter for locks. Source: include/uapi/linux/magic.h. */
const names: Readonly<Record<string, string>> = {
  '6969': 'NFS',
  '1021997': '9p',
  '65735546': 'FUSE (VirtioFS, sshfs, bindfs …)',
  ff534d42: 'CIFS',
  fe534d42: 'SMB2',
  '794c7630': 'overlayfs',
  ef53: 'ext4',
  '1021994': 'tmpfs',
  '9123683e': 'btrfs',
  '58465342': 'XFS',
  '2fc12fc1': 'ZFS',
};

export function filesystemText(type: string | null): string {
  return type === null ? 'unknown' : (names[type] ?? `of type 0x${type}`);
}
