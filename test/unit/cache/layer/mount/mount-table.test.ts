import { expect, test } from 'vitest';
import { parseMounts } from '../../../../../src/cache/layer/mount/mount-table.ts';

test('a mount is told with the folder that takes its changes, and the escapes of the kernel undone', () => {
  const text = [
    '29 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw',
    '97 29 0:52 / /home/a\\040b/go/pkg rw,nosuid shared:2 - overlay unlatch rw,lowerdir=/t/a:/t/b,upperdir=/t/x\\040y/upper,workdir=/t/work',
    '98 29 7:0 / /t/layers/0 ro,nosuid - erofs /dev/loop0 ro',
    '99 29 0:53 / /ro rw - overlay overlay ro,lowerdir=/a:/b',
    '',
  ].join('\n');
  expect(parseMounts(text)).toEqual([
    { mountPoint: '/', type: 'ext4', upperFolder: null },
    { mountPoint: '/home/a b/go/pkg', type: 'overlay', upperFolder: '/t/x y/upper' },
    { mountPoint: '/t/layers/0', type: 'erofs', upperFolder: null },
    { mountPoint: '/ro', type: 'overlay', upperFolder: null },
  ]);
});
