/** A process's kernel counters. The difference of two readings shows what it did in between. */
import { readText } from '../../../process/proc/read-proc.ts';
import { msPerTick, type Stat } from '../../../process/proc/stat.ts';
import type { Activity } from '../../process-fact.ts';

export interface Counters {
  /** CPU time, including children that it has waited for. */
  readonly ticks: number;
  /** Of files and sockets alike. Source: proc_pid_io(5). */
  readonly ioBytes: number | null;
}

export const none: Activity = { busyMs: 0, ioBytes: 0, children: 0 };

export function countersOf({ pid, ticks, childTicks }: Stat): Counters {
  const io = readText(`/proc/${pid}/io`);
  const [read, written] = ['rchar', 'wchar'].map((name) => new RegExp(`^${name}: (\\d+)`, 'm').exec(io ?? '')?.[1]);
  return {
    ticks: ticks + childTicks,
    ioBytes: read === undefined || written === undefined ? null : Number(read) + Number(written),
  };
}

/** @param children the number it started in between. */
export function activityBetween(before: Counters, after: Counters, children: number): Activity {
  return {
    busyMs: Math.max(0, (after.ticks - before.ticks) * msPerTick),
    ioBytes: before.ioBytes === null || after.ioBytes === null ? null : Math.max(0, after.ioBytes - before.ioBytes),
    children,
  };
}
