import { expect, test } from 'vitest';
import { notesAccessIn } from '../../../../src/clean/bound/access-times.ts';

const mounts = `27 1 8:1 / / rw,relatime - ext4 /dev/sda1 rw
40 27 8:2 / /home rw,noatime - ext4 /dev/sda2 rw
41 27 8:3 / /mnt/with\\040blank rw,nodiratime - ext4 /dev/sda3 rw
42 27 8:4 / /srv ro,relatime - ext4 /dev/sda4 ro
`;

test.each([
  ['/root/go/pkg/mod', true],
  ['/home/me/go/pkg/mod', false],
  ['/homely/mod', true],
  ['/mnt/with blank/mod', true],
  ['/srv/mod', false],
])('%s: the innermost mount says whether reading is noted', (path, notes) => {
  expect(notesAccessIn(mounts, path)).toBe(notes);
});

test('without a list of mounts nothing is known, and nothing noted', () => {
  expect(notesAccessIn('', '/root')).toBe(false);
});
