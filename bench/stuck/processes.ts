/** Starts, finds and ends the processes of a stall. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { readLink, readNames, readPids, readText } from '../../src/process/proc/read-proc.ts';
import { readStat } from '../../src/process/proc/stat.ts';
import { signalGroup } from '../../src/process/signal-group.ts';
import type { Place } from './stuck.ts';

export function started({ root, env }: Place, more: Readonly<Record<string, string>>, command: string): ChildProcess {
  return spawn('bash', ['-c', `${command}; exit`], {
    cwd: join(root, 'work'),
    env: { ...env, ...more },
    stdio: 'ignore',
    detached: true,
  });
}

export async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  signalGroup(child.pid, 'SIGKILL');
  await gone;
}

export function holdsLock(pid: number): boolean {
  const fds = readNames(`/proc/${pid}/fdinfo`) ?? [];
  return fds.some((fd) => readText(`/proc/${pid}/fdinfo/${fd}`)?.includes('FLOCK'));
}

export function kill(pid: number): void {
  if (readStat(pid) !== null) process.kill(pid, 'SIGKILL');
}

interface Running {
  readonly pid: number;
  readonly ppid: number;
  readonly name: string;
  readonly cwd: string;
}

export function all(): readonly Running[] {
  return readPids().flatMap((pid): readonly Running[] => {
    const stat = readStat(pid);
    return stat === null ? [] : [{ ...stat, cwd: readLink(`/proc/${pid}/cwd`) ?? '' }];
  });
}

export function below(pid: number | undefined, name: string): number | undefined {
  const own = new Set([pid]);
  const found = all();
  for (let grown = true; grown; ) {
    const more = found.filter((one) => own.has(one.ppid) && !own.has(one.pid));
    for (const one of more) own.add(one.pid);
    grown = more.length > 0;
  }
  return found.find((one) => own.has(one.pid) && one.name === name)?.pid;
}
