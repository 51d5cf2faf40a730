/** Folders for caches and temporary files that a real go cannot use. */
import { spawnSync } from 'node:child_process';
import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { mountFactsIn } from '../../../src/doctor/facts/disk/mount-facts.ts';
import type { Snapshot } from '../../../src/doctor/snapshot.ts';
import { aPlace, foundIn } from './a-snapshot.ts';
import { mended } from './mended.ts';

const asRoot = process.getuid?.() === 0;

describe.concurrent('the folder of a cache', { timeout: 180_000 }, () => {
  test('GOCACHE=off, and a relative path', async () => {
    await using place = await aPlace();
    const snapshot = await place.look({ GOCACHE: 'off' });
    expect(foundIn(snapshot, place.root)).toEqual(['cache-path']);
    expect(foundIn(await place.look(mended(place, snapshot, 'cache-path')), place.root)).toEqual([]);
    expect(foundIn(await place.look({ GOMODCACHE: 'mod' }), place.root)).toContain('cache-path');
    expect(foundIn(await place.look({ GOPATH: 'gopath' }), place.root)).toEqual(['cache-path']);
  });

  test('a dangling symlink, a symlink to a folder, and a file', async () => {
    await using place = await aPlace();
    const path = join(place.root, 'link');
    await symlink('disk/gone', path);
    const snapshot = await place.look({ GOCACHE: path });
    expect(foundIn(snapshot, place.root)).toEqual(['cache-path']);
    mended(place, snapshot, 'cache-path');
    expect(foundIn(await place.look({ GOCACHE: path }), place.root)).toEqual([]);
    const file = await place.write('file', '');
    const second = await place.look({ GOMODCACHE: file });
    expect(foundIn(second, place.root)).toContain('cache-path');
    mended(place, second, 'cache-path');
    expect(foundIn(await place.look({ GOMODCACHE: file }), place.root)).toEqual([]);
  });

  test('no finding if it does not exist yet', async () => {
    await using place = await aPlace();
    expect(foundIn(await place.look({ GOCACHE: join(place.root, 'a/new/one') }), place.root)).toEqual([]);
  });
});

describe.concurrent('the temporary folder', { timeout: 180_000 }, () => {
  test('is missing or a file; GOTMPDIR replaces it', async () => {
    await using place = await aPlace();
    const gone = { TMPDIR: join(place.root, 'gone') };
    // go does not need it, but a daemon's socket may: a note as long as no gopls wants one.
    expect(foundIn(await place.look({ ...gone, GOTMPDIR: join(place.root, 'tmp') }), place.root)).toEqual([]);
    const snapshot = await place.look(gone);
    expect(foundIn(snapshot, place.root)).toEqual(['tmpdir-unusable']);
    mended(place, snapshot, 'tmpdir-unusable');
    expect(foundIn(await place.look(gone), place.root)).toEqual([]);
    const file = { GOTMPDIR: await place.write('file', '') };
    const second = await place.look(file);
    expect(foundIn(second, place.root)).toEqual(['tmpdir-unusable']);
    expect(foundIn(await place.look(mended(place, second, 'tmpdir-unusable', file)), place.root)).toEqual([]);
  });

  test.runIf(asRoot)('is mounted noexec, unless GOTMPDIR is elsewhere (needs: root)', async () => {
    await using place = await aPlace();
    const look = (extra: string) => {
      const script = `mount -t tmpfs -o noexec tmpfs "$TMPDIR" && ${extra} exec "${process.execPath}" "${join(import.meta.dirname, 'look.ts')}" "${place.root}/work"`;
      const { stdout, stderr } = spawnSync('unshare', ['--mount', 'sh', '-c', script], {
        env: place.env,
        encoding: 'utf8',
        maxBuffer: 2 ** 26,
      });
      expect(stderr).toBe('');
      return JSON.parse(stdout) as Snapshot;
    };
    const snapshot = look('');
    expect(foundIn(snapshot, place.root)).toEqual(['tmpdir-unusable']);
    const { GOTMPDIR } = mended(place, snapshot, 'tmpdir-unusable');
    expect(foundIn(look(`GOTMPDIR="${GOTMPDIR}"`), place.root)).toEqual([]);
    expect(foundIn(look(`GOTMPDIR="${place.root}"`), place.root)).toEqual([]);
  });

  test('a path belongs to the mount with the longest prefix, the last one of equals', () => {
    const mounts = [
      '21 1 0:1 / / rw,relatime - ext4 /dev/a rw',
      '22 21 0:2 / /tmp rw,noexec - tmpfs tmpfs rw',
      '23 22 0:3 / /tmp/with\\040space rw - tmpfs tmpfs rw',
      '24 21 0:4 / /var/tmp rw - tmpfs tmpfs rw',
      '25 24 0:5 / /var/tmp rw,noexec - tmpfs tmpfs rw',
    ].join('\n');
    const noexec = (path: string) => mountFactsIn(mounts, path).noexec;
    expect(['/', '/tmpx', '/tmp/with space/a'].map(noexec)).toEqual([false, false, false]);
    expect(['/tmp', '/tmp/a', '/var/tmp/a'].map(noexec)).toEqual([true, true, true]);
  });
});
