/** Lines of mountinfo as Linux 6.1 writes them, for the options that were given; test/e2e/cache/nfs.test.ts has the machines. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { mountFactsIn } from '../../../src/doctor/facts/disk/mount-facts.ts';
import { diagnose } from '../../../src/doctor/judge/diagnose.ts';
import { parseSnapshot } from '../../../src/doctor/parse-snapshot.ts';
import type { Snapshot } from '../../../src/doctor/snapshot.ts';

const file = join(import.meta.dirname, 'snapshots/nfs-lookup-cache.json');
const real = parseSnapshot(file, readFileSync(file, 'utf8'));

const root = '19 1 0:17 / / ro,relatime - hostfs /dev/root rw';
const nfs = (options: string, mount = 'rw,relatime', type = 'nfs4') =>
  `22 19 0:19 / /run/shared ${mount} - ${type} 10.77.1.1:/shared rw,vers=4.2,namlen=255,${options}`;
const after = 'proto=tcp,timeo=600,retrans=2,sec=sys,clientaddr=10.77.1.2';
const end = 'local_lock=none,addr=10.77.1.1';

function noted(line: string, change: Partial<Snapshot['places'][number]> = {}) {
  const places = real.places.map((place) =>
    place.role === 'GOMODCACHE' ? { ...place, ...mountFactsIn(`${root}\n${line}`, place.path), ...change } : place,
  );
  return diagnose({ ...real, places }).findings.filter(({ id }) => id === 'nfs-lookup-cache');
}

describe('nfs-lookup-cache', () => {
  test('is a note, with the mount as evidence, on a machine with the default options', () => {
    const [found] = diagnose(real).findings.filter(({ id }) => id === 'nfs-lookup-cache');
    expect(found).toMatchObject({ severity: 'note', remedy: [{ kind: 'decide' }] });
    expect(found?.evidence[0]).toMatch(
      /^\/proc\/self\/mountinfo: 10\.77\.1\.1:\/shared on \/run\/shared, nfs4, rw,vers=4\.2,.*hard,/,
    );
  });

  test.each([
    ['the default', nfs(`hard,${after},${end}`)],
    ['version 3', nfs(`hard,${after},mountaddr=10.77.1.1,mountvers=3,${end}`, 'rw', 'nfs')],
    ['a longer time', nfs(`acdirmin=3600,acdirmax=3600,hard,${after},${end}`)],
    ['a time of zero for files only', nfs(`acregmin=0,acregmax=0,hard,${after},${end}`)],
  ])('is noted with %s', (_, line) => {
    expect(noted(line)).toHaveLength(1);
  });

  test.each([
    ['lookupcache=positive', nfs(`hard,${after},lookupcache=pos,${end}`)],
    ['lookupcache=none', nfs(`hard,${after},lookupcache=none,${end}`)],
    ['actimeo=0', nfs(`acregmin=0,acregmax=0,acdirmin=0,acdirmax=0,hard,${after},${end}`)],
    ['noac', nfs(`acregmin=0,acregmax=0,acdirmin=0,acdirmax=0,hard,noac,${after},${end}`)],
    ['another mount over it', `${nfs(`hard,${after},${end}`)}\n23 22 0:20 / /run/shared/mod rw - tmpfs tmpfs rw`],
    ['NFS elsewhere', nfs(`hard,${after},${end}`).replace('/run/shared', '/run/other')],
    ['FUSE', '22 19 0:19 / /run/shared rw - fuse.sshfs host:/shared rw,user_id=0'],
    ['SMB', '22 19 0:19 / /run/shared rw - cifs //host/shared rw,username=somebody'],
  ])('is not noted with %s', (_, line) => {
    expect(noted(line)).toEqual([]);
  });

  test('is not noted where nothing is written: on a mount that is read-only', () => {
    expect(noted(nfs(`hard,${after},${end}`, 'ro,relatime'), { notWritable: 'EROFS' })).toEqual([]);
  });

  test('keeps no options of other filesystems, which may have a password', () => {
    const cifs = '22 19 0:19 / /run/shared rw - cifs //host/shared rw,password=secret';
    expect(mountFactsIn(cifs, '/run/shared')).toEqual({ noexec: false, nfs: null });
  });
});
