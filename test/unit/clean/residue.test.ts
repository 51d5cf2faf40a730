import { expect, test } from 'vitest';
import { type CachePart, type Candidate, kindOf, planClean } from '../../../src/clean/residue.ts';

const hex = 'ab'.repeat(32);
const minuteMs = 60_000;
const nowMs = 1_800_000_000_000;

function candidate(change: Partial<Candidate> = {}): Candidate {
  return {
    path: '/m/cache/download/a/@v/v1.0.0.zip1.tmp',
    root: '/m',
    kind: 'zip-temp',
    type: 'file',
    bytes: 1,
    modifiedMs: nowMs,
    uid: 7,
    identity: '1:2',
    lock: '/m/cache/download/a/@v/v1.0.0.lock',
    tree: null,
    use: null,
    sharedBy: null,
    ...change,
  };
}

const goes = (change: Partial<Candidate>) => planClean([candidate(change)], nowMs, 7).residue.length === 1;

test.each([
  ['versions', 'v1.0.0.zip123.tmp', 'zip-temp'],
  ['versions', 'v1.0.0.zip.tmp123', 'zip-temp'],
  ['versions', 'v1.0.0.ziphash.tmp123', 'zip-temp'],
  ['versions', 'v0.0.0-20200101000000-abcdefabcdef.partial', 'partial'],
  ['versions', 'v1.0.0+incompatible.mod5.tmp', 'write-temp'],
  ['versions', 'v1.0.0.info5.tmp', 'write-temp'],
  ['versions', 'list.tmp77', 'write-temp'],
  ['repository', 'shallow.lock', 'git-lock'],
  ['packs', 'tmp_pack_AbCdEf', 'git-temp'],
  ['packs', '.tmp-12-pack-abc.pack', 'git-temp'],
  ['gocache', 'trim.txt.tmp12', 'write-temp'],
  ['entries', `${hex}-a123.tmp`, 'write-temp'],
  ['entries', `${hex}-d.tmp`, 'write-temp'],
  ['temporary', 'gopls-1a2b3c-daemon.me', 'daemon-socket'],
  ['temporary', 'gopls-1a2b3c-daemon.me-id', 'daemon-socket'],
  ['temporary', 'go-build123', 'work-folder'],
  ['temporary', 'gopls-12.details345', 'work-folder'],
  ['temporary', 'go-codehost-12', 'work-file'],
  ['gopls-cache', 'gopls.pid', 'pid-file'],
] as const)('in %s, %j may be a leftover (%s)', (place, name, kind) => {
  expect(kindOf(place, name)?.kind).toBe(kind);
});

test.each([
  // A lock file is no leftover, whoever held it.
  ['versions', 'v1.0.0.lock'],
  ['versions', 'lock'],
  ['versions', 'list'],
  ['versions', 'v1.0.0.info'],
  ['versions', 'v1.0.0.ziphash'],
  ['versions', 'v1.0.0.zip.tmp'],
  ['versions', 'v1.0.0.zip1.tmp.bak'],
  ['versions', 'zip1.tmp'],
  ['versions', 'v1\n.zip1.tmp'],
  ['repository', 'HEAD'],
  ['repository', 'my.lock'],
  ['packs', 'pack-1.pack'],
  ['packs', 'pack-1.keep'],
  ['gocache', 'trim.txt'],
  ['gocache', 'README'],
  ['entries', `${hex}-a`],
  ['entries', `${hex}-d`],
  ['entries', `${hex}-a.stale`],
  ['entries', 'something-else-that-is-long-enough-to-be-an-entry-with-a-suffix-123.tmp'],
  ['temporary', 'go-build'],
  ['temporary', 'go-build12x'],
  ['temporary', 'gopls-12.log'],
  ['temporary', 'mygopls-1a2b3c-daemon.me'],
  ['temporary', 'nginx.pid'],
  ['gopls-cache', 'gopls.pid.bak'],
] as readonly (readonly [CachePart, string])[])('in %s, %j is left alone by its name', (place, name) => {
  expect(kindOf(place, name)).toBeNull();
});

test('the version whose lock guards a file is read from its name', () => {
  expect(kindOf('versions', 'v1.0.0-pre.1+incompatible.zip12.tmp')?.version).toBe('v1.0.0-pre.1+incompatible');
  expect(kindOf('versions', 'v1.0.0.partial')?.version).toBe('v1.0.0');
  expect(kindOf('versions', 'v1.0.0.mod1.tmp')?.version).toBeNull();
});

test('an empty zip or go.mod goes, one with a byte in it stays', () => {
  for (const kind of ['zip', 'mod'] as const) {
    expect(goes({ kind, bytes: 0 })).toBe(true);
    expect(goes({ kind, bytes: 1 })).toBe(false);
  }
});

test('the mark of an extraction stays while the module is there: without it go takes the half for the whole', () => {
  expect(goes({ kind: 'partial' })).toBe(true);
  expect(goes({ kind: 'partial', use: 'the module is there' })).toBe(false);
});

test('what no lock guards stays until it has rested, and when its time lies in the future', () => {
  expect(goes({ kind: 'write-temp', modifiedMs: nowMs - minuteMs })).toBe(true);
  expect(goes({ kind: 'write-temp', modifiedMs: nowMs - minuteMs + 1 })).toBe(false);
  expect(goes({ kind: 'write-temp', modifiedMs: nowMs + minuteMs })).toBe(false);
  expect(goes({ kind: 'work-folder', type: 'folder', modifiedMs: nowMs - 10 * minuteMs })).toBe(true);
  expect(goes({ kind: 'work-folder', type: 'folder', modifiedMs: nowMs - 9 * minuteMs })).toBe(false);
});

test('what a lock guards need not have rested', () => {
  expect(goes({ kind: 'zip-temp' })).toBe(true);
  expect(goes({ kind: 'git-lock' })).toBe(true);
});

test('on a filesystem that other machines share, a lock alone proves nothing', () => {
  expect(goes({ sharedBy: 'NFS', modifiedMs: nowMs - 23 * 60 * minuteMs })).toBe(false);
  expect(goes({ sharedBy: 'NFS', modifiedMs: nowMs - 24 * 60 * minuteMs })).toBe(true);
});

test('what is not of the expected type, in use, or somebody else’s stays, and the plan says why', () => {
  const { residue, kept } = planClean(
    [
      candidate({ type: 'folder' }),
      candidate({ type: 'other' }),
      candidate({ use: 'open in pid 3' }),
      candidate({ uid: 8 }),
    ],
    nowMs,
    7,
  );
  expect(residue).toEqual([]);
  expect(kept.map(({ why }) => why)).toEqual(['not a file', 'not a file', 'open in pid 3', 'belongs to user 8']);
});
