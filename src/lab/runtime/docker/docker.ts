/** Trials in containers: one fresh container each, which is sent its files as a tar and answers with one. */
import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { type Duplex, PassThrough, Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import type Docker from 'dockerode';
import { extract, pack } from 'tar-stream';
import { EnvironmentError, errnoOf, messageOf } from '../../../errors.ts';
import { isAlive } from '../../../process/is-alive.ts';
import type { Capability } from '../../fault/fault.ts';
import { ownPidNamespace } from '../../trial/own-pid-namespace.ts';
import { needsSysAdmin } from '../needs-sys-admin.ts';
import type { Runtime, Sandbox, SandboxNeeds, Toolchain } from '../runtime.ts';
import type { Engine } from './engine.ts';
import { label, labImage, statusOf, toolchainImage } from './image.ts';

export interface DockerOptions {
  readonly engine: Engine;
  readonly keep: boolean;
  readonly tell: (what: string) => void;
  /** The lab image, when it is not to be the one of docker/. */
  readonly image?: string;
}

/** Root has no capability here, so it cannot write in the folder of another user, and gets one in its own home. */
const rootOf = (needs: SandboxNeeds) => (needs.root ? '/root/lab' : '/lab');
const user = '1000:1000';
const memoryBytes = 2 * 1024 ** 3;
/** The last part of each output that is read. */
const readLimit = 65_536;

/** @throws EnvironmentError when the engine is gone. */
export async function dockerRuntime(options: DockerOptions): Promise<Runtime> {
  const { docker } = options.engine;
  const run = randomUUID();
  // What is kept on purpose, a later run must not take for what a killed one left.
  const labels = {
    [label]: options.keep ? 'kept' : 'trial',
    [`${label}.run`]: run,
    [`${label}.owner`]: `${hostname()}/${process.pid}`,
  };
  await sweepLeftovers(docker);
  let lab: Promise<string> | undefined;
  const images = new Map<string, Promise<string>>();
  const answers = new Map<Capability, Promise<string | null>>();
  const labTag = (tell: (what: string) => void, signal: AbortSignal) => {
    lab ??= options.image === undefined ? labImage(docker, tell, signal) : Promise.resolve(options.image);
    return lab;
  };
  const imageOf = async (toolchain: Toolchain, tell: (what: string) => void, signal: AbortSignal) => {
    const key = keyOf(toolchain);
    const image = images.get(key) ?? toolchainImage(docker, await labTag(tell, signal), toolchain, tell, signal);
    images.set(key, image);
    return await image;
  };
  return {
    name: 'docker',
    description: `engine ${options.engine.version}`,
    engine: options.engine.version,
    missing: async (capability) => {
      const answer =
        answers.get(capability) ??
        missingInImage(docker, await labTag(options.tell, new AbortController().signal), labels, capability);
      answers.set(capability, answer);
      return await answer;
    },
    ready: async (tell, signal) => {
      await labTag(tell, signal);
    },
    prepare: async (toolchain, tell, signal) => {
      try {
        await imageOf(toolchain, tell, signal);
      } catch (error) {
        if (statusOf(error) === undefined && errnoOf(error) === undefined) throw error;
        throw new EnvironmentError('the engine could not make its image', { cause: error });
      }
    },
    open: async (needs) => {
      const image = await images.get(keyOf(needs.toolchain));
      if (image === undefined) throw new EnvironmentError(`no image was prepared for ${keyOf(needs.toolchain)}`);
      return openContainer(docker, image, labels, needs, options);
    },
    [Symbol.asyncDispose]: async () => {
      if (!options.keep) await removeAll(docker, [`${label}.run=${run}`]);
    },
  };
}

function keyOf({ go, gopls }: Toolchain): string {
  return gopls === null ? `Go ${go.version}` : `Go ${go.version} with gopls ${gopls.version}`;
}

const [uid, gid] = user.split(':');
/** As root a container begins whose user is to have the one capability to mount, or to make PID namespaces; it opens the device to the user. */
const administering =
  `{ [ ! -e /dev/fuse ] || chmod 666 /dev/fuse; } && exec setpriv --reuid ${uid} --regid ${gid} --clear-groups ` +
  '--inh-caps -all,+sys_admin --ambient-caps -all,+sys_admin --bounding-set -all,+sys_admin "$@"';

function hostConfig(capabilities: readonly Capability[]): Docker.HostConfig {
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
    // No swap besides.
    MemorySwap: memoryBytes,
    NanoCpus: 2e9,
  };
}

/** How a container runs a shell line. */
function asWhom(
  needs: Pick<SandboxNeeds, 'root' | 'capabilities'>,
  line: string,
): Pick<Docker.ContainerCreateOptions, 'User' | 'Cmd'> {
  const command = ['sh', '-c', line];
  if (needs.root) return { User: '0:0', Cmd: command };
  if (needsSysAdmin(needs.capabilities)) return { User: '0:0', Cmd: ['sh', '-c', administering, '-', ...command] };
  return { User: user, Cmd: command };
}

async function openContainer(
  docker: Docker,
  image: string,
  labels: Readonly<Record<string, string>>,
  needs: SandboxNeeds,
  options: DockerOptions,
): Promise<Sandbox> {
  const root = rootOf(needs);
  const container = await docker.createContainer({
    Image: image,
    ...asWhom(
      needs,
      `${needs.root ? `mkdir ${root} && ` : ''}tar -xf - -C ${root} && exec bash ${root}/trial/driver.sh`,
    ),
    Env: ['GOROOT_BIN=/opt/go/bin:/opt/gopls', 'EMIT=1'],
    Labels: labels,
    OpenStdin: true,
    StdinOnce: true,
    AttachStdin: true,
    AttachStdout: true,
    AttachStderr: true,
    HostConfig: hostConfig(needs.capabilities),
  });
  return {
    run: async (files, limitMs, signal) => {
      const output = await exchange(container, files, limitMs, signal);
      const read = await unpackTexts(output.stdout);
      if (read.size === 0)
        throw new EnvironmentError(`the driver did not answer: ${output.stderr.trim() || 'it printed nothing'}`);
      return (name) => read.get(name);
    },
    [Symbol.asyncDispose]: async () => {
      if (!options.keep) return await remove(container);
      // Kept for a look at its files, not to go on.
      await stop(container);
      options.tell(`kept: container ${container.id.slice(0, 12)}`);
    },
  };
}

/** Sends the files, starts the driver, and gathers what it prints until it ends. */
async function exchange(
  container: Docker.Container,
  files: ReadonlyMap<string, Uint8Array>,
  limitMs: number,
  signal: AbortSignal,
): Promise<{ readonly stdout: Buffer; readonly stderr: string }> {
  signal.throwIfAborted();
  const stream = (await container.attach({
    stream: true,
    stdin: true,
    stdout: true,
    stderr: true,
    hijack: true,
  })) as Duplex;
  const stdout = gather();
  const stderr = gather();
  container.modem.demuxStream(stream, stdout.into, stderr.into);
  // A stream that is torn down while it still writes says so twice; the first word is kept below.
  stream.on('error', () => undefined);
  await container.start();
  const timer = setTimeout(() => stream.destroy(new Error(`the driver did not end within ${limitMs} ms`)), limitMs);
  const interrupted = () => stream.destroy(new Error('interrupted'));
  // An abort that came while the container was started is not told again.
  if (signal.aborted) interrupted();
  signal.addEventListener('abort', interrupted, { once: true });
  try {
    stream.end(await packFiles(files));
    await finished(stream, { writable: false });
  } catch (error) {
    throw new EnvironmentError(`the container was lost: ${messageOf(error)}`, { cause: error });
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', interrupted);
  }
  return { stdout: stdout.taken(), stderr: stderr.taken().toString('utf8') };
}

function gather(): { readonly into: Writable; readonly taken: () => Buffer } {
  const chunks: Buffer[] = [];
  const into = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      chunks.push(chunk);
      done();
    },
  });
  return { into, taken: () => Buffer.concat(chunks) };
}

async function packFiles(files: ReadonlyMap<string, Uint8Array>): Promise<Buffer> {
  const tar = pack();
  const folders = new Set<string>();
  const addFolder = (path: string) => {
    if (path === '' || folders.has(path)) return;
    addFolder(path.slice(0, path.lastIndexOf('/') + 1).slice(0, -1));
    folders.add(path);
    tar.entry({ name: `${path}/`, type: 'directory', mode: 0o755 });
  };
  for (const [name, data] of files) {
    addFolder(name.slice(0, Math.max(0, name.lastIndexOf('/'))));
    if (!name.endsWith('/')) tar.entry({ name, mode: 0o644 }, Buffer.from(data));
  }
  tar.finalize();
  const chunks: Buffer[] = [];
  for await (const chunk of tar) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

async function unpackTexts(tar: Buffer): Promise<ReadonlyMap<string, string>> {
  // A connection that is cut between two files would leave an archive that is well-formed as far as it goes.
  if (tar.length > 0 && tar.subarray(-1024).some((byte) => byte !== 0)) {
    throw new EnvironmentError('what the driver answered is not whole');
  }
  const texts = new Map<string, string>();
  const input = new PassThrough();
  input.end(tar);
  try {
    for await (const entry of input.pipe(extract())) {
      const chunks: Buffer[] = [];
      for await (const chunk of entry) chunks.push(chunk as Buffer);
      if (entry.header.type !== 'file') continue;
      texts.set(entry.header.name.replace(/^\.\//, ''), Buffer.concat(chunks).subarray(-readLimit).toString('utf8'));
    }
  } catch (error) {
    throw new EnvironmentError('what the driver answered is not whole', { cause: error });
  }
  return texts;
}

/** What the image cannot do under the limits that its trials have. */
async function missingInImage(
  docker: Docker,
  image: string,
  labels: Readonly<Record<string, string>>,
  capability: Capability,
): Promise<string | null> {
  const checks: Readonly<Record<Capability, readonly [line: string, reason: string]>> = {
    ptrace: [
      'command -v strace && strace -f --seccomp-bpf -qq -e trace=flock -o /dev/null true',
      'strace is not in the image, or may not trace there (ptrace is forbidden)',
    ],
    procfs: ['test -r /proc/self/wchan && test -r /proc/self/fdinfo/0', '/proc does not show locks'],
    mount: ['mkdir a && mount -t tmpfs unlatch a', 'nothing may be mounted there (CAP_SYS_ADMIN)'],
    fuse: ['mkdir a b && bindfs a b && test -w b/.', 'FUSE may not be mounted there (/dev/fuse, bindfs)'],
    pidns: [`${ownPidNamespace} true`, 'no PID namespace can be had there (CAP_SYS_ADMIN)'],
    node: ['command -v node', 'node is not in the image'],
    memory: [
      `cat /sys/fs/cgroup/memory.max /sys/fs/cgroup/memory/memory.limit_in_bytes | grep -qx ${memoryBytes}`,
      'the engine sets no limit of memory',
    ],
    netns: ['true', 'no network namespace can be had'],
    git: ['command -v git', 'git is not in the image'],
    ps: ['command -v ps', 'ps is not in the image'],
    ss: ['command -v ss', 'ss is not in the image'],
    root: ['true', 'root is not to be had'],
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
    if (statusOf(error) !== undefined) return `${reason} (${messageOf(error)})`;
    throw new EnvironmentError('the engine is gone', { cause: error });
  } finally {
    if (container !== undefined) await remove(container);
  }
}

async function remove(container: Docker.Container): Promise<void> {
  await unlessGone(container.remove({ force: true, v: true }));
}

async function stop(container: Docker.Container): Promise<void> {
  await unlessGone(container.kill());
}

/** Gone already, not running, being removed by somebody else, or the engine itself is gone: the next run sweeps. */
async function unlessGone(act: Promise<unknown>): Promise<void> {
  try {
    await act;
  } catch (error) {
    if ([404, 409].includes(statusOf(error) ?? 0)) return;
    if (['ECONNREFUSED', 'ENOENT', 'ECONNRESET', 'EPIPE'].includes(errnoOf(error) ?? '')) return;
    throw error;
  }
}

async function removeAll(docker: Docker, labelFilters: readonly string[]): Promise<void> {
  let found: Docker.ContainerInfo[];
  try {
    found = await docker.listContainers({ all: true, filters: { label: [...labelFilters] } });
  } catch (error) {
    if (['ECONNREFUSED', 'ENOENT', 'ECONNRESET', 'EPIPE'].includes(errnoOf(error) ?? '')) return;
    throw error;
  }
  await Promise.all(found.map(({ Id }) => remove(docker.getContainer(Id))));
}

/** Containers of an unlatch on this machine that is no longer alive. */
async function sweepLeftovers(docker: Docker): Promise<void> {
  let found: Docker.ContainerInfo[];
  try {
    found = await docker.listContainers({ all: true, filters: { label: [`${label}=trial`] } });
  } catch (error) {
    throw new EnvironmentError('the engine does not list its containers', { cause: error });
  }
  for (const { Id, Labels } of found) {
    const [host, pid] = (Labels[`${label}.owner`] ?? '').split('/');
    if (host !== hostname() || isAlive(Number(pid))) continue;
    await remove(docker.getContainer(Id));
  }
}
