/**
 * Who reads from a pipe, and who could write to it: a reader that waits for its end waits for all of these. Sources: pipe(7); proc_pid_fdinfo(5), "flags".
 */
import { readText } from '../../../process/read-proc.ts';
import type { PipeFact } from '../../process-fact.ts';

/** A descriptor of a pipe, whose end is not known yet. */
export interface PipeDescriptor {
  readonly fd: number;
  /** Of the pipe. */
  readonly inode: number;
}

/** Source: include/uapi/asm-generic/fcntl.h. */
const writeOnly = 0o1;
const closedAtExec = 0o2000000;

/** The ends that a process has made itself, to read what it starts: one that it was given could not be closed at exec. Go makes all of its own so. */
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
