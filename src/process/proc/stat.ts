/** /proc/PID/stat. Source: proc_pid_stat(5). */
import { readText } from './read-proc.ts';

export interface Stat {
  readonly pid: number;
  readonly name: string;
  readonly state: string;
  readonly ppid: number;
  readonly group: number;
  /** PF_… of include/linux/sched.h. */
  readonly flags: number;
  /** User and system time so far, in ticks of 10 ms. */
  readonly ticks: number;
  /** The same for ended children that it has waited for. */
  readonly childTicks: number;
  readonly threads: number;
  /** Start time in ticks since boot. */
  readonly startTicks: number;
  /** End address of its environment; 0 in the middle of exec, or if this user may not see it. */
  readonly environmentEnd: number;
}

/** USER_HZ, which is 100 on every architecture that Go and Node run on. */
export const msPerTick = 10;

export function readStat(pid: number): Stat | null {
  const text = readText(`/proc/${pid}/stat`);
  return text === null ? null : parseStat(text);
}

/**
 * A zombie, as they pile up in a container without an init, does nothing any more. While other threads are
 * left, only the first has ended: the process still holds its files and locks. After SIGKILL, that is until the
 * kernel has freed its memory.
 */
export function isDead({ state, threads }: Pick<Stat, 'state' | 'threads'>): boolean {
  return state === 'X' || (state === 'Z' && threads <= 1);
}

/** The name is in parentheses and may contain anything, even parentheses. */
export function parseStat(text: string): Stat | null {
  const open = text.indexOf('(');
  const close = text.lastIndexOf(')');
  const fields = text.slice(close + 2).split(' ');
  const [state, ppid, group] = fields;
  if (open < 0 || close < open || state === undefined) return null;
  return {
    pid: Number(text.slice(0, open)),
    name: text.slice(open + 1, close),
    state,
    ppid: Number(ppid),
    group: Number(group),
    flags: Number(fields[6]),
    ticks: Number(fields[11]) + Number(fields[12]),
    childTicks: Number(fields[13]) + Number(fields[14]),
    threads: Number(fields[17]),
    startTicks: Number(fields[19]),
    environmentEnd: Number(fields[48] ?? 0),
  };
}

/** Whole ticks since boot. */
export function uptimeTicks(): number {
  return parseUptime(readText('/proc/uptime') ?? '0.00');
}

/** The product is rounded: 4.35 s times 100 is 434.99…, and 64.1 s times 100 more than 6410. */
export function parseUptime(text: string): number {
  return Math.round(Number(text.split(' ')[0]) * (1000 / msPerTick));
}

/** @param uptime from uptimeTicks(). */
export function ageMsOf({ startTicks }: Stat, uptime: number): number {
  return Math.max(0, Math.round((uptime - startTicks) * msPerTick));
}
