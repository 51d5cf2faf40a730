/** Socket tables of a network namespace. Source: proc_pid_net(5); net/unix/af_unix.c, unix_seq_show. */

export interface TcpRow {
  readonly inode: number;
  readonly local: string;
  readonly remote: string;
  readonly state: 'ESTABLISHED' | 'SYN_SENT';
  readonly sendQueueBytes: number;
  readonly receiveQueueBytes: number;
}

export interface UnixRow {
  /** 0: a connection not yet accepted. */
  readonly inode: number;
  readonly listens: boolean;
  readonly path: string;
}

const states: Readonly<Record<string, TcpRow['state']>> = { '01': 'ESTABLISHED', '02': 'SYN_SENT' };

/** The established and opening connections in /proc/PID/net/tcp and tcp6. */
export function parseTcp(text: string): readonly TcpRow[] {
  return text.split('\n').flatMap((line): readonly TcpRow[] => {
    const [, local, remote, st, queues, , , , , inode] = line.trim().split(/\s+/);
    const state = states[st ?? ''];
    if (state === undefined || local === undefined || remote === undefined) return [];
    const [send = '0', receive = '0'] = (queues ?? '').split(':');
    return [
      {
        inode: Number(inode),
        local: address(local),
        remote: address(remote),
        state,
        sendQueueBytes: Number.parseInt(send, 16),
        receiveQueueBytes: Number.parseInt(receive, 16),
      },
    ];
  });
}

/** The listening sockets in the same tables. */
export function parseListening(text: string): readonly { readonly inode: number; readonly local: string }[] {
  return text.split('\n').flatMap((line) => {
    const [, local, , st, , , , , , inode] = line.trim().split(/\s+/);
    return st === '0A' && local !== undefined ? [{ inode: Number(inode), local: address(local) }] : [];
  });
}

/** "0100007F:1F90" is 127.0.0.1:8080: each group of 32 bits is in host byte order. */
function address(hex: string): string {
  const [host = '', port = ''] = hex.split(':');
  const bytes = (host.match(/.{8}/g) ?? []).flatMap((word) =>
    (word.match(/../g) ?? []).reverse().map((byte) => Number.parseInt(byte, 16)),
  );
  const at = `:${Number.parseInt(port, 16)}`;
  if (bytes.length === 4) return bytes.join('.') + at;
  const mapped = bytes.slice(0, 10).every((byte) => byte === 0) && bytes[10] === 255 && bytes[11] === 255;
  if (mapped) return bytes.slice(12).join('.') + at;
  const groups = Array.from({ length: 8 }, (_, index) =>
    (((bytes[2 * index] ?? 0) << 8) | (bytes[2 * index + 1] ?? 0)).toString(16),
  );
  return `[${groups.join(':')}]${at}`;
}

/** The sockets with a path in /proc/PID/net/unix. */
export function parseUnix(text: string): readonly UnixRow[] {
  return text.split('\n').flatMap((line): readonly UnixRow[] => {
    const [, flags, inode, path] = /^\S+: \S+ \S+ (\S+) \S+ \S+ +(\d+) (\/.*)$/.exec(line) ?? [];
    if (path === undefined) return [];
    // __SO_ACCEPTCON, include/linux/net.h
    return [{ inode: Number(inode), listens: (Number.parseInt(flags ?? '0', 16) & 0x10000) !== 0, path }];
  });
}

/** The kernel's timers of a TCP connection. Source: ss(8); struct tcp_info in linux/tcp.h. */
export interface TcpTimes {
  /** Milliseconds since the last byte received; null: none received. */
  readonly silentMs: number | null;
  /** Milliseconds since the last byte sent; for an opening connection since the first SYN. */
  readonly sentMs: number | null;
  /** Milliseconds since the last acknowledgement. */
  readonly ackedMs: number | null;
  readonly receivedBytes: number;
}

/** Parses `ss -tneoiOH`, by the socket's inode. */
export function parseTcpTimes(text: string): ReadonlyMap<number, TcpTimes> {
  return new Map(
    text.split('\n').flatMap((line): readonly [number, TcpTimes][] => {
      const number = (name: string) => {
        const found = new RegExp(`\\b${name}:(\\d+)`).exec(line)?.[1];
        return found === undefined ? null : Number(found);
      };
      const inode = number('ino');
      if (inode === null) return [];
      if (line.startsWith('SYN-SENT')) {
        return [[inode, { silentMs: null, sentMs: sinceFirstSyn(line, number), ackedMs: null, receivedBytes: 0 }]];
      }
      const receivedBytes = number('bytes_received') ?? 0;
      const silentMs = receivedBytes === 0 ? null : number('lastrcv');
      return [[inode, { silentMs, sentMs: number('lastsnd'), ackedMs: number('lastack'), receivedBytes }]];
    }),
  );
}

/**
 * Before the first send lastsnd is the kernel's uptime, so this computes from the SYN retransmissions:
 * their number and the time until the next. The first comes after 1 s; each later wait is as long as the
 * one before, or twice as long if `backoff` counts it.
 * Source: net/ipv4/tcp_timer.c, tcp_retransmit_timer; sysctl tcp_syn_linear_timeouts.
 */
function sinceFirstSyn(line: string, number: (name: string) => number | null): number | null {
  const [, minutes, time, unit, repeated] = /timer:\(on,(?:(\d+)min)?([\d.]*)(sec|ms)?,(\d+)\)/.exec(line) ?? [];
  if (repeated === undefined) return null;
  // ss prints 5.472 s as "5.472ms", 0.64 s as "640ms" and 15 s as "15sec" (misc/ss.c, print_ms_timer).
  const inMs = unit === 'ms' && time?.includes('.') !== true;
  const dueMs = Number(minutes ?? 0) * 60_000 + Number(time || 0) * (inMs ? 1 : 1000);
  const doubled = Math.min(number('backoff') ?? Number(repeated), Number(repeated));
  return Math.max(0, Math.round((Number(repeated) - doubled + 2 ** (doubled + 1) - 1) * 1000 - dueMs));
}
