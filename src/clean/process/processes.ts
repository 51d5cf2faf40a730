/** The processes of this machine that /proc shows to this user. Source: proc(5). */
import { lstatSync, readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { msPerTick, parseStat } from '../../process/stat.ts';
import { seen } from './seen.ts';

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
  return seen(() => readFileSync('/proc/self/stat')) !== null;
}

/** All processes except zombies, which hold nothing. */
export function listProcesses(): readonly Process[] {
  const bootMs = bootTimeMs();
  const pids = (seen(() => readdirSync('/proc')) ?? []).filter((name) => /^\d+$/.test(name));
  return pids.flatMap((pid) => readProcess(Number(pid), bootMs) ?? []);
}

export function readProcess(pid: number, bootMs = bootTimeMs()): Process | null {
  return seen(() => {
    const stat = parseStat(readFileSync(`/proc/${pid}/stat`, 'utf8'));
    if (stat === null || stat.state === 'Z' || stat.state === 'X') return null;
    const { startTicks } = stat;
    const { uid } = lstatSync(`/proc/${pid}`);
    const exe = isOpenToUs(uid) ? seen(() => readlinkSync(`/proc/${pid}/exe`)) : null;
    const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replace(/\0+$/, '').replaceAll('\0', ' ');
    return {
      pid,
      parent: stat.ppid,
      uid,
      name: exe === null ? stat.name : basename(exe.replace(/ \(deleted\)$/, '')),
      command: line === '' ? stat.name : line,
      startTicks,
      startedMs: bootMs + startTicks * msPerTick,
      container: containerOf(seen(() => readFileSync(`/proc/${pid}/cgroup`, 'utf8')) ?? ''),
    };
  });
}

/**
 * /proc shows open files only to the process's own user and to root; trying others would take most
 * of the time.
 */
function isOpenToUs(uid: number): boolean {
  const own = globalThis.process.geteuid?.();
  return own === 0 || own === uid;
}

function bootTimeMs(): number {
  const text = seen(() => readFileSync('/proc/stat', 'utf8')) ?? '';
  return Number(/^btime (\d+)$/m.exec(text)?.[1] ?? 0) * 1000;
}

/** The id in "docker-<64 hex digits>.scope", "/docker/<id>" or "cri-containerd-<id>.scope". */
function containerOf(cgroup: string): string | null {
  return /[/-]([0-9a-f]{12})[0-9a-f]{52}(?:\.scope)?$/m.exec(cgroup)?.[1] ?? null;
}

/** Everything that a process has open: its descriptors, working folder, root and executable. */
export function openPaths({ pid, uid }: Process): readonly string[] {
  if (!isOpenToUs(uid)) return [];
  const fds = seen(() => readdirSync(`/proc/${pid}/fd`)) ?? [];
  const links = ['cwd', 'exe', 'root', ...fds.map((fd) => `fd/${fd}`)];
  return links.flatMap((link) => seen(() => readlinkSync(`/proc/${pid}/${link}`)) ?? []);
}

/** Whether it works in that folder, or has it or something below it open. */
export function isAt(process: Process, folder: string): boolean {
  if (!isOpenToUs(process.uid)) return false;
  const here = seen(() => statSync(folder));
  const there = seen(() => statSync(`/proc/${process.pid}/cwd`));
  if (here !== null && there !== null && here.dev === there.dev && here.ino === there.ino) return true;
  return openPaths(process).some((path) => path === folder || path.startsWith(`${folder}/`));
}

/** "pid 411 (go mod download), 12 min old, in container 0123456789ab". */
export function describeProcess(process: Process, nowMs: number): string {
  const seconds = Math.max(0, Math.round((nowMs - process.startedMs) / 1000));
  const age =
    seconds < 120
      ? `${seconds} s`
      : seconds < 7200
        ? `${Math.round(seconds / 60)} min`
        : `${Math.round(seconds / 3600)} h`;
  const inside = process.container === null ? '' : `, in container ${process.container}`;
  return `pid ${process.pid} (${shortCommand(process.command)}), ${age} old${inside}`;
}

/** A command line for a message: one line, at most 80 characters. Some contain a whole program. */
export function shortCommand(command: string): string {
  const line = command.replace(/\s+/g, ' ');
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}

/** Whether the same process still runs: a pid is reused, a pid with its start time is not. */
export function isSame(process: Process): boolean {
  return readProcess(process.pid)?.startTicks === process.startTicks;
}
