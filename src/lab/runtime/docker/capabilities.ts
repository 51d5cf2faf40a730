import type Docker from 'dockerode';
import { EnvironmentError, messageOf } from '../../../errors.ts';
import type { Capability } from '../../fault/fault.ts';
import { ownPidNamespace } from '../../trial/own-pid-namespace.ts';
import { asWhom, hostConfig, memoryBytes } from './container-options.ts';
import { httpStatusOf } from './image.ts';
import { remove } from './leftovers.ts';

/** Why the image lacks a capability under the limits of its trials; null: it has it. */
export async function missingInImage(
  docker: Docker,
  image: string,
  labels: Readonly<Record<string, string>>,
  capability: Capability,
): Promise<string | null> {
  const checks: Readonly<Record<Capability, readonly [line: string, reason: string]>> = {
    ptrace: [
      'command -v strace && strace -f --seccomp-bpf -qq -e trace=flock -o /dev/null true',
      'strace is not in the image, or ptrace is forbidden there',
    ],
    procfs: ['test -r /proc/self/wchan && test -r /proc/self/fdinfo/0', '/proc does not show locks'],
    mount: ['mkdir a && mount -t tmpfs unlatch a', 'mounting is not allowed there (CAP_SYS_ADMIN)'],
    fuse: ['mkdir a b && bindfs a b && test -w b/.', 'FUSE cannot be mounted there (/dev/fuse, bindfs)'],
    pidns: [`${ownPidNamespace} true`, 'PID namespaces are not allowed there (CAP_SYS_ADMIN)'],
    node: ['command -v node', 'node is not in the image'],
    memory: [
      `cat /sys/fs/cgroup/memory.max /sys/fs/cgroup/memory/memory.limit_in_bytes | grep -qx ${memoryBytes}`,
      'the engine sets no memory limit',
    ],
    netns: ['true', 'no network namespace available'],
    git: ['command -v git', 'git is not in the image'],
    ps: ['command -v ps', 'ps is not in the image'],
    ss: ['command -v ss', 'ss is not in the image'],
    redis: ['command -v redis-server && command -v redis-cli', 'Redis is not in the image'],
    etcd: ['command -v etcd && command -v etcdctl', 'etcd is not in the image'],
    root: ['true', 'root is not available'],
    user: ['test "$(id -u)" != 0', 'trials run as uid 0 there'],
  };
  const [line, reason] = checks[capability];
  let container: Docker.Container | undefined;
  try {
    container = await docker.createContainer({
      Image: image,
      ...asWhom({ root: capability === 'root', capabilities: [capability] }, line),
      Labels: labels,
      HostConfig: hostConfig([capability]),
    });
    await container.start();
    const { StatusCode } = await container.wait();
    return StatusCode === 0 ? null : reason;
  } catch (error) {
    // The engine refuses to start a container whose device does not exist.
    if (httpStatusOf(error) !== undefined) return `${reason} (${messageOf(error)})`;
    throw new EnvironmentError('the Docker engine is gone', { cause: error });
  } finally {
    if (container !== undefined) await remove(container);
  }
}
