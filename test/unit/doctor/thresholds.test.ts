/** The figures by which somebody is accused, each from both sides: pure, with one fact changed. */
import { describe, expect, test } from 'vitest';
import type { PlaceFact } from '../../../src/doctor/cache-fact.ts';
import { idleHelper } from '../../../src/doctor/chain/helper.ts';
import { isMoving } from '../../../src/doctor/chain/moving.ts';
import { networkWaitOf, paceOf } from '../../../src/doctor/chain/network-wait.ts';
import { diagnose } from '../../../src/doctor/judge/diagnose.ts';
import type { ConnectionFact, ProcessFact } from '../../../src/doctor/process-fact.ts';
import type { Snapshot } from '../../../src/doctor/snapshot.ts';
import { aConnection, aProcess } from './a-process.ts';
import { aSnapshot } from './an-empty-snapshot.ts';

const did = (change: Partial<ProcessFact['did']>): ProcessFact => ({
  ...aProcess,
  did: { ...aProcess.did, ...change },
});

describe('what counts as progress', () => {
  test.each<[string, ProcessFact, boolean]>([
    ['nothing at all', aProcess, false],
    ['30 ms of CPU, as the Go runtime uses when idle', did({ busyMs: 30 }), false],
    ['40 ms of CPU, one tick more', did({ busyMs: 40 }), true],
    ['4096 bytes, as terminal output', did({ ioBytes: 4096 }), false],
    ['4097 bytes', did({ ioBytes: 4097 }), true],
    ['a byte count that this user may not read', did({ ioBytes: null }), false],
    ['a child', did({ children: 1 }), true],
    ['a byte received', { ...aProcess, connections: [{ ...aConnection, receivedMeanwhile: 1 }] }, true],
    ['none received', { ...aProcess, connections: [{ ...aConnection, receivedMeanwhile: 0 }] }, false],
    ['bytes that nothing counts', { ...aProcess, connections: [{ ...aConnection, receivedMeanwhile: null }] }, false],
  ])('%s', (_, process, moving) => {
    expect(isMoving(process)).toBe(moving);
  });
});

describe('limits of silence', () => {
  test.each<[number | null, number, ReturnType<typeof paceOf>]>([
    [0, 60_000, null],
    [1499, 60_000, null],
    [1500, 60_000, 'slow'],
    [9999, 60_000, 'slow'],
    [10_000, 10_000, 'stalled'],
    [null, 29_999, null],
    [null, 30_000, 'stalled'],
  ])('%s ms of a process of %s ms: %s', (silentMs, ageMs, pace) => {
    expect(paceOf(silentMs, ageMs)).toBe(pace);
  });

  const waitOf = (connection: Partial<ConnectionFact>, change: Partial<ProcessFact> = {}) => {
    const process = { ...aProcess, connections: [{ ...aConnection, ...connection }], ...change };
    return networkWaitOf(process, aSnapshot([process]))?.pace ?? null;
  };

  test('an answered request is not pending, however old it is', () => {
    expect(waitOf({ receivedBytes: 5, silentMs: 60_000, sentMs: 60_001 })).toBe(null);
    expect(waitOf({ receivedBytes: 5, silentMs: 60_000, sentMs: 60_000 })).toBe('stalled');
    expect(waitOf({ receivedBytes: 5, silentMs: 60_000, sentMs: 59_999 })).toBe('stalled');
  });

  test('silence starts with the last bytes sent', () => {
    expect(waitOf({ receivedBytes: 5, silentMs: 60_000, sentMs: 9999 })).toBe('slow');
    expect(waitOf({ sentMs: 9999 })).toBe('slow');
    expect(waitOf({ sentMs: 1499 })).toBe(null);
  });

  test('a retransmission does not end the silence, an acknowledgement does', () => {
    const resent = { receivedBytes: 5, silentMs: 60_000, sentMs: 100, sendQueueBytes: 200 };
    expect(waitOf({ ...resent, ackedMs: 60_000 })).toBe('stalled');
    expect(waitOf({ ...resent, ackedMs: 9999 })).toBe('slow');
  });

  test('one connection that just received bytes shows that the network works', () => {
    const busy = { ...aConnection, inode: 2, sentMs: 100 };
    expect(waitOf({}, { connections: [aConnection, busy] })).toBe(null);
    expect(waitOf({}, { connections: [aConnection, { ...aConnection, inode: 2 }] })).toBe('stalled');
  });

  test('a broken download shows by its file that is still open', () => {
    const answered = { receivedBytes: 5, silentMs: 20_000, sentMs: 30_000 };
    const zip = { fd: 3, path: '/m/cache/download/x/@v/v1.0.0.zip1.tmp', inode: 1, lock: null, lockDevice: null };
    expect(waitOf(answered)).toBe(null);
    expect(waitOf(answered, { connections: [{ ...aConnection, ...answered }], files: [zip] })).toBe('stalled');
  });
});

describe('a helper process that go waits for', () => {
  const paceOfHelper = (ageMs: number, change: Partial<ProcessFact> = {}) => {
    const helper = { ...aProcess, name: 'git', ageMs, ...change };
    return idleHelper(helper, 'git', aSnapshot([helper]))?.pace ?? null;
  };

  test.each([
    [1499, null],
    [1500, 'slow'],
    [9999, 'slow'],
    [10_000, 'stalled'],
  ])('%s ms old and idle: %s', (ageMs, pace) => {
    expect(paceOfHelper(ageMs)).toBe(pace);
  });

  test('has been idle since its last received byte, and is not idle while it works', () => {
    expect(paceOfHelper(60_000, { connections: [{ ...aConnection, silentMs: 9999 }] })).toBe('slow');
    expect(paceOfHelper(60_000, { connections: [{ ...aConnection, silentMs: 10_000 }] })).toBe('stalled');
    expect(paceOfHelper(60_000, { did: { busyMs: 40, ioBytes: 0, children: 0 } })).toBe(null);
  });
});

describe('disk-full', () => {
  const room: PlaceFact = {
    role: 'GOCACHE',
    path: '/c',
    stat: { uid: 0, mode: '755' },
    notWritable: null,
    type: 'ef53',
    freeBytes: 1 << 30,
    freeInodes: 1000,
    flock: null,
    shape: 'folder',
    linkTo: null,
    noexec: false,
    nfs: null,
  };
  const found = (change: Partial<PlaceFact>) =>
    diagnose({ ...aSnapshot([]), places: [{ ...room, ...change }] } satisfies Snapshot).findings.some(
      ({ id }) => id === 'disk-full',
    );

  test.each<[Partial<PlaceFact>, boolean]>([
    [{ freeBytes: 8 * 1024 ** 2 }, false],
    [{ freeBytes: 8 * 1024 ** 2 - 1 }, true],
    [{ freeInodes: 32 }, false],
    [{ freeInodes: 31 }, true],
    // A filesystem without a count of inodes, one that did not say, and the /tmp of 50 MB of a container in CI.
    [{ freeInodes: null }, false],
    [{ freeBytes: null }, false],
    [{ role: 'TMPDIR', freeBytes: 50 * 1024 ** 2 }, false],
    // An image that is mounted read-only, and folders into which go writes nothing to speak of.
    [{ freeBytes: 0, notWritable: 'EROFS' }, false],
    [{ freeBytes: 0, notWritable: 'EACCES' }, true],
    [{ role: 'HOME', freeBytes: 0 }, false],
    [{ role: 'XDG_RUNTIME_DIR', freeBytes: 4096 }, false],
    [{ role: 'TMPDIR', freeBytes: 0 }, true],
    [{ role: 'the cache of gopls', freeBytes: 0 }, true],
  ])('%o: %s', (change, full) => {
    expect(found(change)).toBe(full);
  });
});
