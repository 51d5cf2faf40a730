/** Where each thread of a process sleeps. Any thread of a Go process may be the waiting one. */

import { readNames, readText } from '../../../process/proc/read-proc.ts';
import type { ThreadFact } from '../../process-fact.ts';

/** Numbers of flock(2). Source: arch/x86/entry/syscalls/syscall_64.tbl; include/uapi/asm-generic/unistd.h. */
const flock: Readonly<Record<string, string>> = { x64: '73', arm64: '32', riscv64: '32', loong64: '32', ppc64: '143' };
/** The kernel function in which a task waits for a flock. */
const flockWait = 'locks_lock_inode_wait';

/** Kernel functions in which a call waits for the answer of a filesystem's server: FUSE, 9p, NFS, CIFS. */
const filesystemWaits =
  /^(request_wait_answer|__fuse_simple_request|p9_client_rpc|p9_virtio_request|rpc_wait_bit_killable|nfs4?_wait|cifs_wait|wait_for_response)/;

export function isFilesystemWait({ wchan }: ThreadFact): boolean {
  return filesystemWaits.test(wchan);
}

export function readThreads(pid: number): readonly ThreadFact[] {
  return (readNames(`/proc/${pid}/task`) ?? []).map((tid) => {
    const wchan = readText(`/proc/${pid}/task/${tid}/wchan`) ?? '';
    // Only if needed: it requires the right to trace, which Yama may refuse.
    const call = wchan === flockWait || wchan === '0' ? readText(`/proc/${pid}/task/${tid}/syscall`) : null;
    const [number, first = '-1'] = (call ?? '').split(' ');
    return {
      tid: Number(tid),
      wchan: wchan === '0' ? '' : wchan,
      flockFd: number === flock[process.arch] ? Number(first) : wchan === flockWait ? -1 : null,
    };
  });
}
