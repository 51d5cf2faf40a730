/** The processes of this machine, as far as /proc shows them to this user. Source: proc(5). */
import { lstatSync, readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { msPerTick, parseStat } from '../../process/stat.ts';
import { seen } from './seen.ts';

export interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly uid: number;
  /** The file that it runs, without its folder; the kernel's name for it where the file cannot be read. */
  readonly name: string;
  /** Its command line. */
  readonly command: string;
  /** In ticks since the boot: with the pid it names one process for good. */
  readonly startTicks: number;
  readonly startedMs: number;
  /** The first digits of the id of its container. */
  readonly container: string | null;
}

/** Whether this system shows its processes in /proc. */
export function hasProc(): boolean {
  return seen(() => readFileSync('/proc/self/stat')) !== null;
}

/** All but the dead ones that nobody has waited for: they hold nothing. */
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

/** What a process has open is shown to its own user and to root; asking all the others takes most of the time. */
function isOpenToUs(uid: number): boolean {
  const own = globalThis.process.geteuid?.();
  return own === 0 || own === uid;
}

function bootTimeMs(): number {
  const text = seen(() => readFileSync('/proc/stat', 'utf8')) ?? '';
  return Number(/^btime (\d+)$/m.exec(text)?.[1] ?? 0) * 1000;
}

/** "docker-<64 hex digits>.scope", "/docker/<id>", "cri-containerd-<id>.scope": the id is what they have in common. */
function containerOf(cgroup: string): string | null {
  return /[/-]([0-9a-f]{12})[0-9a-f]{52}(?:\.scope)?$/m.exec(cgroup)?.[1] ?? null;
}

/** Everything that a process has open or stands in: its descriptors, its working folder, its program. */
export function openPaths({ pid, uid }: Process): readonly string[] {
  if (!isOpenToUs(uid)) return [];
  const fds = seen(() => readdirSync(`/proc/${pid}/fd`)) ?? [];
  const links = ['cwd', 'exe', 'root', ...fds.map((fd) => `fd/${fd}`)];
  return links.flatMap((link) => seen(() => readlinkSync(`/proc/${pid}/${link}`)) ?? []);
}

/** Whether it works in that folder or has it or something below it open, by whatever path it came there. */
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

/** A command line for a message, at most 80 characters on one line: some hold a whole program. */
export function shortCommand(command: string): string {
  const line = command.replace(/\s+/g, ' ');
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}

/** Whether that very process still runs: a pid is used again, a pid and its start are not. */
export function isSame(process: Process): boolean {
  return readProcess(process.pid)?.startTicks === process.startTicks;
}
