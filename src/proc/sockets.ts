/** The tables of sockets of a network namespace. Source: proc_pid_net(5); net/unix/af_unix.c, unix_seq_show. */

export interface TcpRow {
  readonly inode: number;
  readonly local: string;
  readonly remote: string;
  readonly state: 'ESTABLISHED' | 'SYN_SENT';
  readonly sendQueueBytes: number;
  readonly receiveQueueBytes: number;
}

export interface UnixRow {
  /** 0: a connection that nobody has accepted yet. */
  readonly inode: number;
  readonly listens: boolean;
  readonly path: string;
}

const states: Readonly<Record<string, TcpRow['state']>> = { '01': 'ESTABLISHED', '02': 'SYN_SENT' };

/** Of /proc/PID/net/tcp and tcp6 only connections that are open, or being opened. */
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

/** Of the same tables the sockets that listen. */
export function parseListening(text: string): readonly { readonly inode: number; readonly local: string }[] {
  return text.split('\n').flatMap((line) => {
    const [, local, , st, , , , , , inode] = line.trim().split(/\s+/);
    return st === '0A' && local !== undefined ? [{ inode: Number(inode), local: address(local) }] : [];
  });
}

/** "0100007F:1F90" is 127.0.0.1:8080: each group of 32 bits stands as this machine's processor has it. */
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

/** Of /proc/PID/net/unix those with a path. */
export function parseUnix(text: string): readonly UnixRow[] {
  return text.split('\n').flatMap((line): readonly UnixRow[] => {
    const [, flags, inode, path] = /^\S+: \S+ \S+ (\S+) \S+ \S+ +(\d+) (\/.*)$/.exec(line) ?? [];
    if (path === undefined) return [];
    // __SO_ACCEPTCON, include/linux/net.h
    return [{ inode: Number(inode), listens: (Number.parseInt(flags ?? '0', 16) & 0x10000) !== 0, path }];
  });
}

/** Of `ss -tneiOH`: since when no byte came, by the socket's inode, in milliseconds. */
export function parseSilence(text: string): ReadonlyMap<number, number> {
  return new Map(
    text.split('\n').flatMap((line): readonly [number, number][] => {
      const inode = /\bino:(\d+)/.exec(line)?.[1];
      const silent = /\blastrcv:(\d+)/.exec(line)?.[1];
      return inode === undefined || silent === undefined ? [] : [[Number(inode), Number(silent)]];
    }),
  );
}
