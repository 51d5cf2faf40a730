/**
 * Readers and possible writers of pipes: a reader that waits for EOF waits for all writers to close.
 * Sources: pipe(7); proc_pid_fdinfo(5), "flags".
 */
import { readText } from '../../../process/proc/read-proc.ts';
import type { PipeFact } from '../../process-fact.ts';

/** A pipe descriptor; which end it is, is not known yet. */
export interface PipeDescriptor {
  readonly fd: number;
  /** Of the pipe. */
  readonly inode: number;
}

/** Source: include/uapi/asm-generic/fcntl.h. */
const writeOnly = 0o1;
const closedAtExec = 0o2000000;

/** The read ends that a process created for its children: close-on-exec, which an inherited end cannot be. */
export function pipesRead(pid: number, pipes: readonly PipeDescriptor[]): readonly PipeFact[] {
  return pipes.flatMap(({ fd, inode }) => {
    const flags = flagsOf(pid, fd);
    return flags === null || flags & writeOnly || !(flags & closedAtExec) ? [] : [{ fd, inode, end: 'read' as const }];
  });
}

export function pipesWritten(
  pid: number,
  pipes: readonly PipeDescriptor[],
  read: ReadonlySet<number>,
): readonly PipeFact[] {
  return pipes.flatMap(({ fd, inode }) => {
    const flags = read.has(inode) ? flagsOf(pid, fd) : null;
    return flags === null || !(flags & writeOnly) ? [] : [{ fd, inode, end: 'write' as const }];
  });
}

function flagsOf(pid: number, fd: number): number | null {
  const octal = /^flags:\s+([0-7]+)$/m.exec(readText(`/proc/${pid}/fdinfo/${fd}`) ?? '')?.[1];
  return octal === undefined ? null : Number.parseInt(octal, 8);
}
