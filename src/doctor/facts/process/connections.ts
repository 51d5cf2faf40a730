/** The TCP connections of processes. */
import { readLink, readText } from '../../../process/proc/read-proc.ts';
import { parseTcp, parseTcpTimes } from '../../../process/proc/sockets.ts';
import type { ConnectionFact, ProcessFact } from '../../process-fact.ts';

interface WithSockets {
  readonly stat: { readonly pid: number };
  /** null: not visible to this user. */
  readonly descriptors: { readonly sockets: readonly number[] } | null;
}

/** Reads the tables of each network namespace once. */
export function connectionsBySocket(found: readonly WithSockets[]): ReadonlyMap<number, ConnectionFact> {
  const read = new Set<string>();
  const connections = new Map<number, ConnectionFact>();
  for (const { stat, descriptors } of found) {
    if (descriptors === null || descriptors.sockets.length === 0) continue;
    const space = readLink(`/proc/${stat.pid}/ns/net`) ?? `${stat.pid}`;
    if (read.has(space)) continue;
    read.add(space);
    for (const table of ['tcp', 'tcp6']) {
      for (const row of parseTcp(readText(`/proc/${stat.pid}/net/${table}`) ?? '')) {
        connections.set(row.inode, { ...row, ...untimed });
      }
    }
  }
  return connections;
}

const untimed = { silentMs: null, sentMs: null, ackedMs: null, receivedBytes: null, receivedMeanwhile: null };

/** @param times the output of ss(8) in this network namespace. */
export function withTimes(processes: readonly ProcessFact[], times: string): readonly ProcessFact[] {
  const known = parseTcpTimes(times);
  return processes.map((process) => ({
    ...process,
    connections: process.connections.map((one) => {
      const now = known.get(one.inode);
      if (now === undefined) return one;
      const receivedMeanwhile = one.receivedBytes === null ? null : now.receivedBytes - one.receivedBytes;
      return { ...one, ...now, receivedMeanwhile };
    }),
  }));
}
