// The logs are what strace 6.1 wrote on Debian 12 under the very faults that read them here.
import { describe, expect, test } from 'vitest';
import { callDelayed } from '../../../../src/lab/fault/call-delayed.ts';
import { callFails } from '../../../../src/lab/fault/call-fails.ts';
import { killedAtCall } from '../../../../src/lab/fault/killed-at-call.ts';
import { stoppedAtCall } from '../../../../src/lab/fault/stopped-at-call.ts';

describe('a call that fails', () => {
  const log = `16164 renameat2(AT_FDCWD</lab/work>, "/lab/out/fault.canary", AT_FDCWD</lab/work>, "/lab/out/fault.canary.moved", RENAME_NOREPLACE) = -1 EBUSY (Device or resource busy) (INJECTED)
16167 renameat2(AT_FDCWD</lab/work>, "a", AT_FDCWD</lab/work>, "b", RENAME_NOREPLACE) = -1 EBUSY (Device or resource busy) (INJECTED)
16165 renameat2(AT_FDCWD</lab/work>, "a", AT_FDCWD</lab/work>, "c", RENAME_NOREPLACE) = -1 EBUSY (Device or resource busy) (INJECTED)
`;
  const fault = callFails({ call: 'rename' }, 'EBUSY');

  test('is one hit for each injected call, without the canary', () => {
    expect(fault.count(log)).toEqual({ armed: true, hits: 2 });
  });

  test('is not armed without a log, as when strace is missing', () => {
    expect(fault.count('')).toEqual({ armed: false, hits: 0 });
  });

  test('is not armed if the canary call succeeded', () => {
    const unharmed = log.replace(/= -1 EBUSY.*/, '= 0');
    expect(fault.count(unharmed)).toEqual({ armed: false, hits: 2 });
  });

  test('is no hit if the call failed by itself', () => {
    const own = '12 renameat2(AT_FDCWD</w>, "a", AT_FDCWD</w>, "b", 0) = -1 EBUSY (Device or resource busy)\n';
    expect(fault.count(log + own)).toEqual({ armed: true, hits: 2 });
  });

  test('that fails from its second time on spares the canary, which is the first', () => {
    const second = callFails({ call: 'rename', nth: 2 }, 'EXDEV');
    const seen = `16204 renameat2(AT_FDCWD</lab/work>, "/lab/out/fault.canary", AT_FDCWD</lab/work>, "/lab/out/fault.canary.moved", RENAME_NOREPLACE) = 0
16202 renameat2(AT_FDCWD</lab/work>, "a", AT_FDCWD</lab/work>, "b", RENAME_NOREPLACE) = 0
16202 renameat2(AT_FDCWD</lab/work>, "b", AT_FDCWD</lab/work>, "c", RENAME_NOREPLACE) = -1 EXDEV (Invalid cross-device link) (INJECTED)
`;
    expect(second.count(seen)).toEqual({ armed: true, hits: 1 });
    expect(second.count('')).toEqual({ armed: false, hits: 0 });
  });
});

describe('a call on a descriptor', () => {
  test('is matched by the file behind it', () => {
    const log = `15174 flock(3</lab/out/fault.canary>, LOCK_EX|LOCK_NB) = -1 ENOLCK (No locks available) (INJECTED)
15167 flock(3</lab/work/l>, LOCK_EX)    = -1 ENOLCK (No locks available) (INJECTED)
`;
    const fault = callFails({ call: 'flock', path: '$WORK/l' }, 'ENOLCK');
    expect(fault.wrap).toMatch(/ -y /);
    expect(fault.count(log)).toEqual({ armed: true, hits: 1 });
  });

  test('that strace logged in two parts is one call, also for the canary', () => {
    const log = `15109 flock(3</lab/out/fault.canary>, LOCK_EX|LOCK_NB <unfinished ...>
15110 flock(4</lab/work/n>, LOCK_EX <unfinished ...>
15109 <... flock resumed>)              = 0 (DELAYED)
15136 flock(3</lab/work/l>, LOCK_EX <unfinished ...>
15137 flock(3</lab/work/m>, LOCK_EX <unfinished ...>
15136 <... flock resumed>)              = 0 (DELAYED)
15137 <... flock resumed>)              = 0 (DELAYED)
`;
    // The call of 15110 was still held up at the end.
    expect(callDelayed({ call: 'flock' }, 50).count(log)).toEqual({ armed: true, hits: 3 });
  });
});

describe('a question about a file', () => {
  // Go asks with newfstatat, coreutils with statx.
  const log = `26925 newfstatat(AT_FDCWD</lab/work>, "/lab/out/fault.canary",  <unfinished ...>) = ?
26951 statx(AT_FDCWD</lab/work>, "/lab/run/s", AT_STATX_SYNC_AS_STAT|AT_SYMLINK_NOFOLLOW|AT_NO_AUTOMOUNT, 0, 0x7ffc23d44120) = -1 ENOENT (No such file or directory) (DELAYED)
26905 newfstatat(AT_FDCWD</lab/work>, "/lab/run/s", 0x7ffea007e570, 0) = -1 ENOENT (No such file or directory) (DELAYED)
`;
  const fault = callDelayed({ call: 'stat', path: '/lab/run/s' }, 1000);

  test('fails under every name of its system call', () => {
    expect(fault.count(log)).toEqual({ armed: true, hits: 2 });
  });

  test('that was answered normally is no hit', () => {
    expect(fault.count(log.replaceAll(' (DELAYED)', ''))).toEqual({ armed: true, hits: 0 });
  });
});

describe('a mkdir that fails', () => {
  test('is a hit even if the canary folder exists: ENOSPC comes before EEXIST', () => {
    const log = `32633 mkdir("/lab/out/fault.canary", 0777) = -1 ENOSPC (No space left on device) (INJECTED)
32635 mkdir("/lab/full", 0777)         = -1 ENOSPC (No space left on device) (INJECTED)
`;
    const fault = callFails({ call: 'mkdir', path: '/lab/full' }, 'ENOSPC');
    expect(fault.count(log)).toEqual({ armed: true, hits: 1 });
    expect(fault.count(log.replace(/= -1 ENOSPC.*/, '= -1 EEXIST (File exists)'))).toEqual({ armed: false, hits: 1 });
  });
});

describe('a process killed at its call', () => {
  const log = `15320 openat(AT_FDCWD</lab/work>, "/lab/out/fault.canary", O_WRONLY|O_CREAT|O_NOCTTY|O_NONBLOCK, 0666) = ?
15322 openat(AT_FDCWD</lab/work>, "/lab/out/fault.canary", O_RDONLY) = ?
15319 openat(AT_FDCWD</lab/work>, "/lab/work/f", O_RDONLY) = ?
`;
  const fault = killedAtCall({ call: 'open', path: '$WORK/f' });

  test('is one hit, by the call that never returned', () => {
    expect(fault.count(log)).toEqual({ armed: true, hits: 1 });
  });

  test('is no hit for a call that returned or that a signal interrupted', () => {
    expect(
      fault.count(
        log.replace('O_RDONLY) = ?\n15319', 'O_RDONLY) = 3\n15319').replace(/f", O_RDONLY\) = \?/, 'f", O_RDONLY) = 3'),
      ),
    ).toEqual({
      armed: true,
      hits: 0,
    });
    const restarted =
      '15319 openat(AT_FDCWD</w>, "/w/f", O_RDONLY) = ? ERESTARTSYS (To be restarted if SA_RESTART is set)\n';
    expect(fault.count(restarted)).toEqual({ armed: false, hits: 0 });
  });

  test('is a hit for a write to its file too', () => {
    const writes = `18681 write(1</lab/out/fault.canary>, "\\n", 1) = ?
18679 write(1</lab/work/f>, "hi\\n", 3)  = ?
`;
    expect(killedAtCall({ call: 'write', path: '$WORK/f' }).count(writes)).toEqual({ armed: true, hits: 1 });
  });

  // strace drops a signal that it should inject at a seccomp stop, and says nothing.
  test('is traced without a seccomp filter, other faults with one', () => {
    expect(fault.wrap).not.toMatch(/seccomp/);
    expect(callFails({ call: 'open' }, 'EIO').wrap).toMatch(/--seccomp-bpf/);
  });
});

test('a stopped process has made its call; a call that was never tried is no hit', () => {
  const log = `26001 connect(3<socket:[11]>, {sa_family=AF_UNIX, sun_path="/lab/out/worker/slow.0/fault.canary"}, 110) = -1 ENOENT (No such file or directory)
27295 connect(11<socket:[8443556]>, {sa_family=AF_UNIX, sun_path="/lab/xdg/run/gopls-e7b7cc-daemon.shared"}, 43) = -1 ENOENT (No such file or directory)
27295 connect(11<socket:[8462176]>, {sa_family=AF_UNIX, sun_path="/lab/xdg/run/gopls-e7b7cc-daemon.shared"}, 43) = 0
`;
  const fault = stoppedAtCall({ call: 'connect' });
  expect(fault.count(log)).toEqual({ armed: true, hits: 2 });
  expect(fault.count('')).toEqual({ armed: false, hits: 0 });
});

describe('times', () => {
  const log = `81 1796000000.100000 flock(3</lab/out/fault.canary>, LOCK_EX|LOCK_NB) = -1 ENOLCK (No locks available) (INJECTED)
90 1796000000.250000 flock(3</lab/work/l>, LOCK_EX <unfinished ...>
91 1796000000.300000 flock(3</lab/work/l>, LOCK_EX) = -1 ENOLCK (No locks available) (INJECTED)
90 1796000000.400000 <... flock resumed>) = -1 ENOLCK (No locks available) (INJECTED)
92 1796000000.500000 flock(3</lab/work/l>, LOCK_EX) = 0
`;
  const fault = callFails({ call: 'flock', path: '$WORK/l' }, 'ENOLCK');

  test('change nothing about what is counted', () => {
    expect(fault.count(log)).toEqual({ armed: true, hits: 2 });
  });

  test('are when the calls that were hit began, without the canary', () => {
    expect(fault.times?.(log).toSorted()).toEqual([1796000000250000, 1796000000300000]);
  });

  test('are none in a log of an older strace line', () => {
    expect(fault.times?.('91 flock(3</l>, LOCK_EX) = -1 ENOLCK (No locks available) (INJECTED)\n')).toEqual([]);
  });
});

test('the canary of an open makes no other call that would be stopped with nobody to continue it', () => {
  expect(stoppedAtCall({ call: 'open', path: 'a' }).canary).not.toContain('touch');
  expect(stoppedAtCall({ call: 'flock', path: 'a' }).canary).toContain('touch');
});
