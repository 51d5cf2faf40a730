/**
 * Kills all processes with a mark in their environment, including orphans and just-forked ones: a fork
 * has its parent's environment from the start.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { EnvironmentError, errnoOf } from '../errors.ts';
import { readPids, readText } from './proc/read-proc.ts';
import { isDead, readStat, type Stat } from './proc/stat.ts';

/** A call that hangs in the kernel keeps a killed process alive. */
const limitMs = 30_000;
/** How long to recheck processes whose environment is not readable yet: on a busy machine an exec takes seconds. */
const patienceMs = 5000;

/** Identifies one process, even if its pid is reused later. */
export interface ProcessId {
  readonly pid: number;
  readonly startTicks: number;
}

interface Sight {
  readonly marked: readonly ProcessId[];
  /** In the middle of exec or ending: the environment is empty, and they may have the mark. */
  readonly unclear: readonly ProcessId[];
}

/**
 * Looks and kills until two looks in a row find nothing.
 * @param mark the environment entry, "NAME=value".
 * @param sinceTicks the start of the first of them; older processes are skipped.
 * @param known marked processes that may already be ending. The init of a PID namespace kills all others
 * in it before it goes (pid_namespaces(7)), and until then they may still write.
 * @throws EnvironmentError if one of them is still there after half a minute.
 */
export async function endMarked(mark: string, sinceTicks: number, known: readonly ProcessId[] = []): Promise<void> {
  const begin = performance.now();
  const awaited = new Map(known.map((one) => [keyOf(one), one]));
  let doubtful: ReadonlySet<string> | null = null;
  let lastSeen = begin;
  for (let quiet = 0; quiet < 2; ) {
    const { marked, unclear } = look(mark, sinceTicks);
    for (const one of marked) {
      awaited.set(keyOf(one), one);
      end(one);
    }
    for (const [key, one] of awaited) if (!isThere(one)) awaited.delete(key);
    const now = performance.now();
    const seen = marked.length > 0 || awaited.size > 0;
    // A process that becomes unclear later was not started by them: none of them is left then.
    const keys = unclear.map(keyOf);
    doubtful = new Set(seen || doubtful === null ? keys : keys.filter((key) => doubtful?.has(key)));
    if (seen) lastSeen = now;
    quiet = seen || (doubtful.size > 0 && now - lastSeen < patienceMs) ? 0 : quiet + 1;
    if (now - begin > limitMs) {
      throw new EnvironmentError(
        `processes with ${mark} do not end: ${[...awaited.values()].map(({ pid }) => pid).join(', ')}`,
      );
    }
    if (quiet === 0) await sleep(2);
  }
}

/** Signals the marked children of this process. */
export function signalOwnMarked(mark: string, signal: NodeJS.Signals): void {
  for (const { pid } of look(mark, 0).marked) if (readStat(pid)?.ppid === process.pid) send(pid, signal);
}

export function processId(pid: number): ProcessId | null {
  const stat = readStat(pid);
  return stat === null ? null : { pid, startTicks: stat.startTicks };
}

function look(mark: string, sinceTicks: number): Sight {
  const marked: ProcessId[] = [];
  const unclear: ProcessId[] = [];
  for (const pid of readPids()) {
    const stat = readStat(pid);
    if (stat === null || stat.startTicks < sinceTicks || isKernels(stat) || isDead(stat)) continue;
    const one = { pid: stat.pid, startTicks: stat.startTicks };
    const environ = readText(`/proc/${pid}/environ`);
    if (environ?.split('\0').includes(mark) === true) {
      marked.push(one);
    } else if (isEnding(stat) || (environ === '' && stat.environmentEnd === 0)) {
      unclear.push(one);
    }
  }
  return { marked, unclear };
}

function end(one: ProcessId): void {
  if (isThere(one)) send(one.pid, 'SIGKILL');
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (errnoOf(error) !== 'ESRCH') throw error;
  }
}

function isThere({ pid, startTicks }: ProcessId): boolean {
  const stat = readStat(pid);
  return stat !== null && stat.startTicks === startTicks && !isDead(stat);
}

/** Source: include/linux/sched.h, PF_EXITING, PF_KTHREAD. */
function isEnding({ flags }: Stat): boolean {
  return (flags & 0x4) !== 0;
}

function isKernels({ flags }: Stat): boolean {
  return (flags & 0x20_0000) !== 0;
}

function keyOf({ pid, startTicks }: ProcessId): string {
  return `${pid}:${startTicks}`;
}
