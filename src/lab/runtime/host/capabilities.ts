/** Probes this machine for each capability, the way a trial would use it. */

import type { Capability } from '../../fault/fault.ts';
import { ownPidNamespace } from '../../trial/own-pid-namespace.ts';
import { failureIn, succeeds } from './isolation.ts';
import type { Isolation } from './isolations.ts';

/** Why it is missing; null: it is available. */
type Probe = (isolation: Isolation) => string | null;

const unless = (there: boolean, reason: string): string | null => (there ? null : reason);
const because = (failure: string | null, reason: string): string | null =>
  failure === null ? null : `${reason}: ${failure}`;

/** A mount ends with its namespace. On /sys, where neither TMPDIR nor a program of PATH can be. */
const mountTmpfs = 'mount -t tmpfs unlatch /sys';

const probes: Readonly<Record<Capability, Probe>> = {
  ptrace: (isolation) => {
    if (!succeeds('strace', ['--version'])) return 'strace is not installed';
    const traced = ['strace', '-f', '--seccomp-bpf', '-qq', '-e', 'trace=flock', '-o', '/dev/null', 'true'];
    return because(failureIn(isolation, false, ...traced), 'strace cannot trace here');
  },
  procfs: (isolation) =>
    because(
      failureIn(isolation, false, ...['test', '-r', '/proc/self/fdinfo/0', '-a', '-r', '/proc/self/wchan']),
      '/proc does not show locks',
    ),
  mount: (isolation) =>
    isolation === 'marker'
      ? 'no mount namespace available'
      : because(failureIn(isolation, true, 'sh', '-c', mountTmpfs), 'mounting is not allowed in a sandbox'),
  // By mounting: /dev/fuse may exist but not for this user, and a kernel may have FUSE but not in user namespaces.
  fuse: (isolation) => {
    if (isolation === 'marker') return 'no mount namespace available';
    if (!succeeds('bindfs', ['--version'])) return 'bindfs is not installed';
    const script = `${mountTmpfs} && mkdir /sys/a /sys/b && bindfs /sys/a /sys/b && test -w /sys/b/.`;
    return because(failureIn(isolation, true, 'sh', '-c', script), 'FUSE cannot be mounted here');
  },
  pidns: (isolation) =>
    isolation === 'marker'
      ? 'no PID namespace available'
      : because(
          failureIn(isolation, true, ...ownPidNamespace.split(' '), 'true'),
          'PID namespaces are not allowed in a sandbox',
        ),
  node: () => null,
  user: (isolation) =>
    unless(isolation !== 'marker' || process.getuid?.() !== 0, 'without a user namespace trials run as uid 0 here'),
  netns: (isolation) => unless(isolation !== 'marker', 'no network namespace available'),
  memory: () => 'a trial on the host has no memory limit',
  git: () => unless(succeeds('git', ['--version']), 'git is not installed'),
  ps: () => unless(succeeds('ps', ['--version']), 'ps (procps) is not installed'),
  ss: () => unless(succeeds('ss', ['-V']), 'ss (iproute2) is not installed'),
  redis: () =>
    unless(
      succeeds('redis-server', ['--version']) && succeeds('redis-cli', ['--version']),
      'Redis is not installed (redis-server, redis-cli)',
    ),
  etcd: () =>
    unless(
      succeeds('etcd', ['--version']) && succeeds('etcdctl', ['version']),
      'etcd is not installed (etcd, etcdctl)',
    ),
  root: (isolation) => unless(isolation !== 'marker', 'no user namespace available'),
};

/** Why a trial under this isolation lacks the capability; null: it has it. */
export function missingOnHost(capability: Capability, isolation: Isolation): string | null {
  return probes[capability](isolation);
}
