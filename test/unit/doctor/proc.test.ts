import { describe, expect, test } from 'vitest';
import { keptEnvironment } from '../../../src/doctor/facts/go/environment.ts';
import { parseFdinfo } from '../../../src/doctor/facts/process/descriptors.ts';
import { shortCommand } from '../../../src/doctor/facts/process/short-command.ts';
import { parseLockWaits } from '../../../src/process/proc/lock-waits.ts';
import { parseEnviron } from '../../../src/process/proc/parse-environ.ts';
import { parseTcp, parseTcpTimes, parseUnix } from '../../../src/process/proc/sockets.ts';
import { parseStat } from '../../../src/process/proc/stat.ts';
import { redact } from '../../../src/redact.ts';

describe('parsing /proc and ss', () => {
  test('stat: a name may hold spaces and parentheses', () => {
    const line = `42 (a) S (b) S 7 42 42 0 -1 4194304 1 0 0 0 12 3 0 0 20 0 5 0 98765 1 1 0 ${'0 '.repeat(24)}140736 140799 0`;
    expect(parseStat(line)).toEqual({
      pid: 42,
      name: 'a) S (b',
      state: 'S',
      ppid: 7,
      group: 42,
      flags: 4194304,
      ticks: 15,
      childTicks: 0,
      threads: 5,
      startTicks: 98765,
      environmentEnd: 140799,
    });
    expect(parseStat('')).toBeNull();
  });

  test('fdinfo: a flock, another kind of lock, no lock', () => {
    const head = 'pos:\t0\nflags:\t02100000\nmnt_id:\t24\nino:\t778259\n';
    expect(parseFdinfo(`${head}lock:\t1: FLOCK  ADVISORY  WRITE 19125 fe:00:778259 0 EOF\n`)).toEqual({
      inode: 778259,
      lock: 'WRITE',
      lockDevice: 'fe:00',
    });
    expect(parseFdinfo(`${head}lock:\t1: POSIX  ADVISORY  WRITE 19125 fe:00:778259 0 EOF\n`).lock).toBeNull();
    expect(parseFdinfo('pos:\t0\n')).toEqual({ inode: null, lock: null, lockDevice: null });
  });

  test('locks: the waiters, not the holders', () => {
    const text =
      '1: FLOCK  ADVISORY  WRITE 10 fe:00:77 0 EOF\n1: -> FLOCK  ADVISORY  WRITE 11 fe:00:77 0 EOF\n2: POSIX  ADVISORY  READ 12 fe:00:78 0 EOF\n';
    expect(parseLockWaits(text)).toEqual([{ pid: 11, file: 'fe:00:77' }]);
  });

  test('tcp: open connections of both families', () => {
    const head = '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n';
    const row = (local: string, remote: string, st: string) =>
      `   0: ${local} ${remote} ${st} 00000001:0000000A 02:00000A3C 00000000  1000        0 4242 2 0000 20 4 30 10 -1\n`;
    expect(
      parseTcp(head + row('0100007F:C2F0', '0100007F:1F90', '01') + row('0100007F:1F90', '00000000:0000', '0A')),
    ).toEqual([
      {
        inode: 4242,
        local: '127.0.0.1:49904',
        remote: '127.0.0.1:8080',
        state: 'ESTABLISHED',
        sendQueueBytes: 1,
        receiveQueueBytes: 10,
      },
    ]);
    const mapped = '0000000000000000FFFF00000100007F:1F90';
    expect(parseTcp(row(mapped, '00000000000000000000000001000000:1F90', '02'))).toMatchObject([
      { local: '127.0.0.1:8080', remote: '[0:0:0:0:0:0:0:1]:8080', state: 'SYN_SENT' },
    ]);
  });

  test('unix: listeners, and a connection not yet accepted', () => {
    const text =
      'Num       RefCount Protocol Flags    Type St Inode Path\n0000: 00000002 00000000 00010000 0001 01 77 /run/a b\n0001: 00000002 00000000 00000000 0001 02     0 /run/a b\n0002: 00000003 00000000 00000000 0001 03 78\n';
    expect(parseUnix(text)).toEqual([
      { inode: 77, listens: true, path: '/run/a b' },
      { inode: 0, listens: false, path: '/run/a b' },
    ]);
  });

  test('ss: how long a connection has been silent, and how many bytes it received', () => {
    const line =
      'ESTAB 0 0 127.0.0.1:1 127.0.0.1:2 uid:1000 ino:4242 sk:1 <-> cubic bytes_sent:9 bytes_received:77 lastsnd:4416 lastrcv:4417 lastack:4415\n';
    expect([...parseTcpTimes(line)]).toEqual([
      [4242, { silentMs: 4417, sentMs: 4416, ackedMs: 4415, receivedBytes: 77 }],
    ]);
    const unanswered = 'ESTAB 0 0 a b ino:1 cubic lastsnd:9 lastrcv:12 lastack:9\n';
    expect(parseTcpTimes(unanswered).get(1)).toEqual({ silentMs: null, sentMs: 9, ackedMs: 9, receivedBytes: 0 });
  });

  test('ss: the age of an unanswered SYN comes from its retransmissions, not from the uptime', () => {
    const age = (timer: string, rest = '') =>
      parseTcpTimes(
        `SYN-SENT 0 1 10.0.0.1:5 10.9.9.9:443 timer:(on,${timer}) ino:7 sk:2 <-> cubic rto:8000 ${rest}lastsnd:1408000 lastrcv:1408000\n`,
      ).get(7)?.sentMs;
    expect(age('640ms,0')).toBe(360);
    expect(age('1.500ms,1', 'backoff:1 ')).toBe(1500);
    expect(age('5.472ms,3', 'backoff:3 ')).toBe(9528);
    // Linear at first: tcp_syn_linear_timeouts.
    expect(age('400ms,4', 'backoff:0 ')).toBe(4600);
    expect(age('15sec,4', 'backoff:4 ')).toBe(16_000);
  });
});

describe('the part of an environment that is kept', () => {
  test('variables of Go and of the caches, without secrets', () => {
    const env = parseEnviron(
      'GOPROXY=https://me:pw@proxy.example/go,direct\0HOME=/home/me\0GITHUB_TOKEN=t\0GOAUTH=netrc\0GO_TOKEN=x\0AWS_SECRET=s\0',
    );
    expect(keptEnvironment(env)).toEqual({ GOPROXY: 'https://***@proxy.example/go,direct', HOME: '/home/me' });
  });

  test('users, passwords and signed queries are redacted everywhere', () => {
    expect(redact('https://a:b@h/x?sig=1|http://c@i?y,direct ssh://git@host/p')).toBe(
      'https://***@h/x?***|http://***@i?***,direct ssh://***@host/p',
    );
  });
});

test('a command is named in two or three words', () => {
  const short = (...command: string[]) => shortCommand({ command, name: 'x' });
  expect(short('/opt/go/bin/go', 'list', '-e', '-json=Name', '--', './...')).toBe('go list');
  expect(short('go', 'mod', 'download', 'example.com/x@v1.0.0')).toBe('go mod download');
  expect(short('gopls')).toBe('gopls');
  expect(short('gopls', '--mode', 'stdio')).toBe('gopls');
  expect(short('gopls', '-remote', 'auto', 'serve')).toBe('gopls serve');
  expect(short('git', '-c', 'protocol.version=2', '-C', '/x', 'fetch', 'origin')).toBe('git fetch');
  expect(short('/usr/bin/sleep', '60')).toBe('sleep');
  expect(short('')).toBe('x');
});
