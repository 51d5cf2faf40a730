/** What a scenario may need of this machine, each asked as a trial would use it. */

import type { Capability } from '../../fault/fault.ts';
import { ownPidNamespace } from '../../trial/own-pid-namespace.ts';
import { type Isolation, succeeds, succeedsIn } from './isolation.ts';

/** Why it is missing, or null when it is there. */
type Probe = (isolation: Isolation) => string | null;

const unless = (there: boolean, reason: string): string | null => (there ? null : reason);

/** What is mounted in a namespace goes with it; /sys is where neither TMPDIR nor a program of PATH can lie. */
const mountTmpfs = 'mount -t tmpfs unlatch /sys';

const probes: Readonly<Record<Capability, Probe>> = {
  ptrace: (isolation) => {
    if (!succeeds('strace', ['--version'])) return 'strace is not installed';
    const traced = ['strace', '-f', '--seccomp-bpf', '-qq', '-e', 'trace=flock', '-o', '/dev/null', 'true'];
    return unless(succeedsIn(isolation, false, ...traced), 'strace may not trace here (ptrace is forbidden)');
  },
  procfs: (isolation) =>
    unless(
      succeedsIn(isolation, false, ...['test', '-r', '/proc/self/fdinfo/0', '-a', '-r', '/proc/self/wchan']),
      '/proc does not show locks',
    ),
  mount: (isolation) =>
    isolation === 'marker'
      ? 'no mount namespace can be had'
      : unless(succeedsIn(isolation, true, 'sh', '-c', mountTmpfs), 'nothing may be mounted within a sandbox'),
  // By mounting: /dev/fuse may be there and not be for this user, and a kernel may have FUSE and not in user namespaces.
  fuse: (isolation) => {
    if (isolation === 'marker') return 'no mount namespace can be had';
    if (!succeeds('bindfs', ['--version'])) return 'bindfs is not installed';
    const script = `${mountTmpfs} && mkdir /sys/a /sys/b && bindfs /sys/a /sys/b && test -w /sys/b/.`;
    return unless(succeedsIn(isolation, true, 'sh', '-c', script), 'FUSE may not be mounted here (/dev/fuse)');
  },
  pidns: (isolation) =>
    isolation === 'marker'
      ? 'no PID namespace can be had'
      : unless(
          succeedsIn(isolation, true, ...ownPidNamespace.split(' '), 'true'),
          'no PID namespace can be had within a sandbox',
        ),
  node: () => null,
  user: (isolation) =>
    unless(isolation !== 'marker' || process.getuid?.() !== 0, 'without a user namespace trials run as uid 0 here'),
  netns: (isolation) => unless(isolation !== 'marker', 'no network namespace can be had'),
  memory: () => 'no limit of memory of its own can be had on the host',
  git: () => unless(succeeds('git', ['--version']), 'git is not installed'),
  ps: () => unless(succeeds('ps', ['--version']), 'ps (procps) is not installed'),
  ss: () => unless(succeeds('ss', ['-V']), 'ss (iproute2) is not installed'),
  root: (isolation) => unless(isolation !== 'marker', 'no user namespace can be had'),
};

/** Why a trial under this isolation has not got the capability, or null when it has. */
export function missingOnHost(capability: Capability, isolation: Isolation): string | null {
  return probes[capability](isolation);
}
