import { closeSync, constants, lstatSync, openSync, readSync } from 'node:fs';
import { basename } from 'node:path';
import { errnoOf } from '../errors.ts';
import { clipCommand } from '../process/describe-process.ts';
import { isAlive } from '../process/is-alive.ts';
import { isListening } from '../process/is-listening.ts';
import { isAt, openPaths } from '../process/proc/open-paths.ts';
import { listProcesses, type Process } from '../process/proc/process-table.ts';
import type { Candidate } from './residue.ts';

export type Found = Omit<Candidate, 'use'>;

/** Adds to each candidate what uses it, as far as this is known without its lock. */
export async function withUses(found: readonly Found[], mounts: ReadonlySet<string>): Promise<readonly Candidate[]> {
  let all: readonly Process[] | null = null;
  const processes = () => {
    all ??= listProcesses();
    return all;
  };
  let open: ReadonlyMap<string, Process> | null = null;
  const opener = (path: string) => {
    open ??= openFiles(processes());
    return open.get(path);
  };
  const candidates: Candidate[] = [];
  for (const entry of found) candidates.push({ ...entry, use: await useOf(entry, mounts, processes, opener) });
  return candidates;
}

async function useOf(
  { kind, path, tree, modifiedMs, type }: Found,
  mounts: ReadonlySet<string>,
  processes: () => readonly Process[],
  opener: (path: string) => Process | undefined,
): Promise<string | null> {
  switch (kind) {
    case 'partial':
      return tree !== null && lstatSync(tree, { throwIfNoEntry: false }) !== undefined ? halfExtracted : null;
    case 'write-temp':
    case 'work-file': {
      const process = opener(path);
      return process === undefined ? null : `open in pid ${process.pid} (${clipCommand(process.command)})`;
    }
    case 'work-folder': {
      if ([...mounts].some((mount) => mount.startsWith(`${path}/`))) return 'something is mounted in it';
      const process = processes().find((one) => owns(one, path, modifiedMs));
      return process === undefined ? null : `may belong to pid ${process.pid} (${clipCommand(process.command)})`;
    }
    case 'pid-file':
      return type === 'file' ? pidUse(path) : null;
    case 'daemon-socket':
      return type !== 'socket' || (await isListening(path)) === false ? null : 'a daemon listens on it, or may';
    default:
      return null;
  }
}

/**
 * Without the marker, go takes a half-extracted module for a complete one (modfetch/cache.go,
 * DownloadDir).
 */
export const halfExtracted = 'go needs it: the module that it marks is half extracted, and go extracts it again';

/**
 * A work folder does not name its process. It may belong to any go or gopls that started before the
 * folder was last modified, and to any process that works in it or runs from it, as under `go run`
 * and `go test`.
 */
function owns(process: Process, folder: string, modifiedMs: number): boolean {
  const ofGopls = /gopls-(\d+)\.details/.exec(basename(folder))?.[1];
  if (ofGopls !== undefined) return process.pid === Number(ofGopls);
  const older = process.startedMs <= modifiedMs + 2000;
  if (/^(?:go|gopls)(?:[\d.].*)?$/.test(process.name) && older) return true;
  return process.command.includes(folder) || isAt(process, folder);
}

function openFiles(processes: readonly Process[]): ReadonlyMap<string, Process> {
  return new Map(processes.flatMap((process) => openPaths(process).map((path) => [path, process] as const)));
}

function pidUse(path: string): string | null {
  const pid = /^\s*(\d{1,9})\s*$/.exec(headOf(path))?.[1];
  if (pid === undefined) return 'it contains no process id';
  return isAlive(Number(pid)) ? `process ${pid} is alive` : null;
}

/** The first bytes of a file, which may have been replaced meanwhile. */
function headOf(path: string): string {
  try {
    const fd = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    try {
      const head = Buffer.alloc(64);
      return head.toString('latin1', 0, readSync(fd, head));
    } finally {
      closeSync(fd);
    }
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return '';
  }
}
