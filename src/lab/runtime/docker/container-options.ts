/** The user, capabilities and limits of a container. */
import type Docker from 'dockerode';
import type { Capability } from '../../fault/fault.ts';
import { needsSysAdmin } from '../needs-sys-admin.ts';
import type { SandboxNeeds } from '../runtime.ts';

/** root has no capabilities here, so it cannot write to another user's folder and gets one in its own home. */
export const rootOf = (needs: SandboxNeeds) => (needs.root ? '/root/lab' : '/lab');
const user = '1000:1000';
export const memoryBytes = 2 * 1024 ** 3;

const [uid, gid] = user.split(':');
/** Starts as root, opens /dev/fuse to the user, then drops to the user with only CAP_SYS_ADMIN. */
const administering =
  `{ [ ! -e /dev/fuse ] || chmod 666 /dev/fuse; } && exec setpriv --reuid ${uid} --regid ${gid} --clear-groups ` +
  '--inh-caps -all,+sys_admin --ambient-caps -all,+sys_admin --bounding-set -all,+sys_admin "$@"';

export function hostConfig(capabilities: readonly Capability[]): Docker.HostConfig {
  const fuse = capabilities.includes('fuse');
  const mounts = fuse || capabilities.includes('mount');
  return {
    NetworkMode: 'none',
    CapDrop: ['ALL'],
    CapAdd: needsSysAdmin(capabilities) ? ['SYS_ADMIN', 'SETUID', 'SETGID', 'SETPCAP'] : [],
    Devices: fuse ? [{ PathOnHost: '/dev/fuse', PathInContainer: '/dev/fuse', CgroupPermissions: 'rwm' }] : [],
    SecurityOpt: mounts ? ['no-new-privileges', 'apparmor=unconfined'] : ['no-new-privileges'],
    PidsLimit: 2048,
    Memory: memoryBytes,
    // No swap on top.
    MemorySwap: memoryBytes,
    NanoCpus: 2e9,
  };
}

/** The user and command with which a container runs a shell line. */
export function asWhom(
  needs: Pick<SandboxNeeds, 'root' | 'capabilities'>,
  line: string,
): Pick<Docker.ContainerCreateOptions, 'User' | 'Cmd'> {
  const command = ['sh', '-c', line];
  if (needs.root) return { User: '0:0', Cmd: command };
  if (needsSysAdmin(needs.capabilities)) return { User: '0:0', Cmd: ['sh', '-c', administering, '-', ...command] };
  return { User: user, Cmd: command };
}
