/** The processes of this machine that /proc shows to this user. Source: proc(5). */
import { lstatSync } from 'node:fs';
import { basename } from 'node:path';
import { containerOf } from './container-of.ts';
import { isOpenToUs } from './open-paths.ts';
import { readLink, readPids, readText, unreadableToNull } from './read-proc.ts';
import { isDead, msPerTick, readStat } from './stat.ts';

export interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly uid: number;
  /** Base name of its executable; the kernel's name for it if the executable is unreadable. */
  readonly name: string;
  /** Its command line. */
  readonly command: string;
  /** In clock ticks since boot; together with the pid it identifies a process. */
  readonly startTicks: number;
  readonly startedMs: number;
  /** The first 12 digits of its container's id. */
  readonly container: string | null;
}

/** Whether this system shows its processes in /proc. */
export function hasProc(): boolean {
  return readText('/proc/self/stat') !== null;
}

/** All processes except zombies, which hold nothing. */
export function listProcesses(): readonly Process[] {
  const bootMs = bootTimeMs();
  return readPids().flatMap((pid) => readProcess(pid, bootMs) ?? []);
}

export function readProcess(pid: number, bootMs = bootTimeMs()): Process | null {
  const stat = readStat(pid);
  if (stat === null || isDead(stat)) return null;
  const uid = unreadableToNull(() => lstatSync(`/proc/${pid}`).uid);
  const cmdline = readText(`/proc/${pid}/cmdline`);
  if (uid === null || cmdline === null) return null;
  const exe = isOpenToUs(uid) ? readLink(`/proc/${pid}/exe`) : null;
  const line = cmdline.replace(/\0+$/, '').replaceAll('\0', ' ');
  return {
    pid,
    parent: stat.ppid,
    uid,
    name: exe === null ? stat.name : basename(exe.replace(/ \(deleted\)$/, '')),
    command: line === '' ? stat.name : line,
    startTicks: stat.startTicks,
    startedMs: bootMs + stat.startTicks * msPerTick,
    container: containerOf(pid),
  };
}

/** Whether the same process still runs: a pid is reused, a pid with its start time is not. */
export function isSame(process: Process): boolean {
  return readProcess(process.pid)?.startTicks === process.startTicks;
}

function bootTimeMs(): number {
  return Number(/^btime (\d+)$/m.exec(readText('/proc/stat') ?? '')?.[1] ?? 0) * 1000;
}
