/**
 * Trials on this machine, without Docker: a fresh directory, an environment of its own, and PID, mount and network namespaces where
 * the kernel grants them. A PID namespace takes every process down with its first one; where there is none, each
 * process carries a marker in its environment, is found again by it and ended by its id.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { access, chmod, lstat, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { errnoOf, HarnessError, messageOf, UserError } from '../../errors.ts';
import { isAlive } from '../../is-alive.ts';
import { apart } from '../apart.ts';
import type { Capability } from '../fault/fault.ts';
import { administers } from './administers.ts';
import type { Runtime, Sandbox, SandboxNeeds } from './runtime.ts';

/** How processes are kept together, best first. */
export type Isolation = 'bubblewrap' | 'unshare' | 'marker';

const marker = 'UNLATCH_TRIAL';
/** The last part of each output that is read: more than a history keeps. */
const readLimit = 65_536;
/** A trace with its beginning cut off does not say whose threads are whose. */
const traceLimit = 64 << 20;

export interface HostOptions {
  /** Where the tools that keep trials apart are found: its PATH. Nothing else of it reaches a trial. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Leave the sandboxes behind, for a look at them. */
  readonly keep: boolean;
  readonly tell: (what: string) => void;
  /** Tried in this order; absent: all that there are. */
  readonly isolations?: readonly Isolation[];
}

/** @throws HarnessError where trials cannot run at all: no Linux, or no bash 5. */
export async function hostRuntime(options: HostOptions): Promise<Runtime> {
  if (process.platform !== 'linux') {
    throw new HarnessError(`trials on the host need Linux, and this is ${process.platform}; use --runtime docker`);
  }
  if (!succeeds('bash', ['-c', '((BASH_VERSINFO[0] >= 5))']) || !succeeds('flock', ['--version'])) {
    throw new HarnessError(
      'trials on the host need bash 5 and flock (util-linux); install them or use --runtime docker',
    );
  }
  await checkTemporary();
  const isolation = (options.isolations ?? (['bubblewrap', 'unshare', 'marker'] as const)).find(isolates) ?? 'marker';
  await sweepLeftovers();
  return {
    name: 'host',
    description: isolation === 'marker' ? 'no namespaces; processes are found by a marker' : isolation,
    engine: null,
    missing: async (capability) => missingOnHost(capability, isolation),
    ready: async () => undefined,
    prepare: async () => undefined,
    open: (needs) => openSandbox(needs, isolation, options),
    [Symbol.asyncDispose]: async () => undefined,
  };
}

function succeeds(command: string, args: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}

/** Hosted runners may forbid namespaces to ordinary users, so this is asked, not assumed. */
function isolates(isolation: Isolation): boolean {
  if (isolation === 'marker') return true;
  const [command = 'false', ...args] = isolation === 'bubblewrap' ? bubblewrap(null, false) : unshared(false);
  return succeeds(command, [...args, 'true']);
}

/**
 * Asked by mounting, where a trial would: /dev/fuse may be there and not be for this user, and a kernel may have FUSE and not in user
 * namespaces. The mounts go with their namespace; /sys is where neither TMPDIR nor a program of PATH can lie.
 */
function missingFuse(isolation: Isolation): string | null {
  if (isolation === 'marker') return 'no mount namespace can be had';
  if (!succeeds('bindfs', ['--version'])) return 'bindfs is not installed';
  const [command = 'false', ...args] = isolation === 'bubblewrap' ? bubblewrap(null, true) : unshared(true);
  const script = 'mount -t tmpfs unlatch /sys && mkdir /sys/a /sys/b && bindfs /sys/a /sys/b && test -w /sys/b/.';
  return succeeds(command, [...args, 'sh', '-c', script]) ? null : 'FUSE may not be mounted here (/dev/fuse)';
}

function missingMount(isolation: Isolation): string | null {
  if (isolation === 'marker') return 'no mount namespace can be had';
  const [command = 'false', ...args] = isolation === 'bubblewrap' ? bubblewrap(null, true) : unshared(true);
  return succeeds(command, [...args, 'mount', '-t', 'tmpfs', 'unlatch', '/sys'])
    ? null
    : 'nothing may be mounted within a sandbox';
}

function missingPidns(isolation: Isolation): string | null {
  if (isolation === 'marker') return 'no PID namespace can be had';
  const [command = 'false', ...args] = isolation === 'bubblewrap' ? bubblewrap(null, true) : unshared(true);
  return succeeds(command, [...args, ...apart.split(' '), 'true'])
    ? null
    : 'no PID namespace can be had within a sandbox';
}

function missingOnHost(capability: Capability, isolation: Isolation): string | null {
  switch (capability) {
    case 'ptrace':
      if (!succeeds('strace', ['--version'])) return 'strace is not installed';
      return succeeds('strace', ['-f', '--seccomp-bpf', '-qq', '-e', 'trace=flock', '-o', '/dev/null', 'true'])
        ? null
        : 'strace may not trace here (ptrace is forbidden)';
    case 'procfs':
      return succeeds('test', ['-r', '/proc/self/fdinfo/0', '-a', '-r', '/proc/self/wchan'])
        ? null
        : '/proc does not show locks';
    case 'mount':
      return missingMount(isolation);
    case 'fuse':
      return missingFuse(isolation);
    case 'pidns':
      return missingPidns(isolation);
    case 'node':
      return null;
    case 'netns':
      return isolation === 'marker' ? 'no network namespace can be had' : null;
    case 'memory':
      return 'no limit of memory of its own can be had on the host';
    case 'root':
      return isolation === 'bubblewrap' ? null : 'a root of its own needs bubblewrap';
  }
}

/** Where bubblewrap tells of the sandbox. */
const infoFd = 3;

/**
 * @param bound the folder that may be written, and those that must stay visible below /tmp; null to try it out.
 * @param admin whether the trial mounts filesystems of its own, or has workers apart, and gets the one capability for that. bubblewrap's
 * mount namespace belongs to an outer user namespace, so that mounting takes another one within.
 */
function bubblewrap(
  bound: { readonly root: string; readonly visible: readonly string[]; readonly asRoot: boolean } | null,
  admin: boolean,
): string[] {
  const uid = bound?.asRoot === true ? '0' : process.getuid?.() === 0 ? '1000' : String(process.getuid?.() ?? 1000);
  const user = ['--unshare-user', '--uid', uid, '--gid', uid];
  const places = ['--ro-bind', '/', '/', '--dev', '/dev', '--proc', '/proc', '--tmpfs', '/tmp'];
  const fuse = admin
    ? ['--dev-bind-try', '/dev/fuse', '/dev/fuse', '--cap-drop', 'ALL', '--cap-add', 'CAP_SYS_ADMIN']
    : [];
  const binds =
    bound === null
      ? []
      : [
          ...bound.visible.flatMap((path) => ['--ro-bind', path, path]),
          ...['--bind', bound.root, bound.root, '--info-fd', String(infoFd)],
        ];
  const spaces = [
    '--unshare-pid',
    '--unshare-net',
    '--unshare-ipc',
    '--unshare-uts',
    '--die-with-parent',
    '--new-session',
  ];
  return ['bwrap', ...user, ...spaces, ...places, ...fuse, ...binds, '--', ...(admin ? ['unshare', '--mount'] : [])];
}

/**
 * Root of a user namespace of its own, without any capability but, where it mounts or has workers apart, the one for that; the loopback device must be
 * brought up by hand.
 */
function unshared(admin: boolean): string[] {
  const spaces = [
    '--user',
    '--map-root-user',
    '--pid',
    '--mount',
    '--net',
    '--fork',
    '--kill-child=KILL',
    '--mount-proc',
  ];
  const kept = admin ? '-all,+sys_admin' : '-all';
  const script = `ip link set lo up && exec setpriv --no-new-privs --bounding-set ${kept} --inh-caps -all "$@"`;
  return ['unshare', ...spaces, 'sh', '-c', script, '-'];
}

/**
 * bubblewrap says this when a mount of this machine goes, that of a container, say, while it makes them all read-only. Nothing of the
 * trial has run then: it is begun again, and not tried again.
 */
const mountVanished = /: bwrap: Can't bind mount \/oldroot\/ on \/newroot\/: Unable to apply mount flags/;
const mostBeginnings = 5;

async function openSandbox(needs: SandboxNeeds, isolation: Isolation, options: HostOptions): Promise<Sandbox> {
  const name = `unlatch-${options.keep ? 'kept-' : ''}${process.pid}-`;
  const root = await mkdtemp(join(temporary(), name)).catch(noRoom);
  let child: ChildProcess | undefined;
  let info = '';
  return {
    run: async (files, limitMs, signal) => {
      await writeFiles(root, files).catch(noRoom);
      const gopls = needs.toolchain.gopls;
      const visible = [
        needs.toolchain.go.goroot,
        dirname(process.execPath),
        ...(gopls === null ? [] : [dirname(gopls.path)]),
      ];
      const admin = administers(needs.capabilities);
      const prefix =
        isolation === 'bubblewrap'
          ? bubblewrap({ root, visible, asRoot: needs.root }, admin)
          : isolation === 'unshare'
            ? unshared(admin)
            : ['env'];
      const [command = 'env', ...args] = [...prefix, 'bash', join(root, 'trial/trial.sh')];
      const path = options.env['PATH'] ?? '/usr/bin:/bin';
      const bins = [join(needs.toolchain.go.goroot, 'bin'), ...(gopls === null ? [] : [dirname(gopls.path)])];
      const env = { PATH: path, GOROOT_BIN: bins.join(':'), NODE: process.execPath, [marker]: root };
      for (let begun = 1; ; begun++) {
        child = spawn(command, args, { env, stdio: ['ignore', 'ignore', 'pipe', 'pipe'], cwd: root });
        info = '';
        child.stdio[infoFd]?.on('data', (data) => {
          info += data;
        });
        try {
          await ended(child, limitMs, signal);
          break;
        } catch (error) {
          if (begun === mostBeginnings || !mountVanished.test(messageOf(error))) throw error;
        }
      }
      return (name) => readTail(join(root, 'out', name), name.endsWith('/trace') ? traceLimit : readLimit);
    },
    [Symbol.asyncDispose]: async () => {
      if (child !== undefined && child.exitCode === null && child.signalCode === null) {
        const exit = new Promise((resolve) => child?.once('exit', resolve));
        child.kill('SIGKILL');
        await exit;
      }
      if (isolation === 'marker') await endMarked(root);
      if (isolation === 'bubblewrap') await emptied(info);
      if (options.keep) options.tell(`kept: ${root}`);
      else await removeTree(root);
    },
  };
}

/**
 * bubblewrap ends as soon as the driver has, while the first process within, with which the kernel takes down all others, still goes
 * (bubblewrap.c, do_init; pid_namespaces(7)). Until then something may write.
 * @param info what bubblewrap told of the sandbox.
 */
async function emptied(info: string): Promise<void> {
  const [, first] = /"child-pid": (\d+)/.exec(info) ?? [];
  const limit = performance.now() + 10_000;
  while (first !== undefined && isAlive(Number(first)) && performance.now() < limit) await sleep(2);
}

/** @throws HarnessError when the driver fails, or has not ended within `limitMs`. */
function ended(child: ChildProcess, limitMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-2000);
    });
    const stop = (why: string) => {
      child.kill('SIGKILL');
      reject(new HarnessError(why));
    };
    const timer = setTimeout(() => stop(`the driver did not end within ${limitMs} ms`), limitMs);
    const interrupted = () => stop('interrupted');
    // An abort that came before this moment is not told again.
    if (signal.aborted) interrupted();
    signal.addEventListener('abort', interrupted, { once: true });
    const settle = (act: () => void) => {
      clearTimeout(timer);
      signal.removeEventListener('abort', interrupted);
      act();
    };
    child.once('error', (cause) => settle(() => reject(new HarnessError('the sandbox did not start', { cause }))));
    child.once('exit', (code, by) =>
      settle(() =>
        code === 0 ? resolve() : reject(new HarnessError(`the driver ended with ${code ?? by}: ${said.trim()}`)),
      ),
    );
  });
}

async function writeFiles(root: string, files: ReadonlyMap<string, Uint8Array>): Promise<void> {
  const folders = new Set([...files.keys()].map((name) => (name.endsWith('/') ? name : dirname(name))));
  for (const folder of folders) await mkdir(join(root, folder), { recursive: true });
  const writing = await Promise.allSettled(
    [...files].filter(([name]) => !name.endsWith('/')).map(([name, data]) => writeFile(join(root, name), data)),
  );
  // Nothing writes any more when the first failure is told: the folder is removed then.
  for (const result of writing) if (result.status === 'rejected') throw result.reason;
}

function readTail(path: string, limit: number): string | undefined {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return undefined;
    throw error;
  }
  try {
    const { size } = fstatSync(file);
    const buffer = Buffer.alloc(Math.min(size, limit));
    const length = readSync(file, buffer, 0, buffer.length, size - buffer.length);
    return buffer.toString('utf8', 0, length);
  } finally {
    closeSync(file);
  }
}

/** Ends every process that carries the marker, by its id, until none is found: one that is ended may just have forked. */
async function endMarked(root: string): Promise<void> {
  for (let found = true; found; ) {
    found = false;
    for (const name of await readdir('/proc')) {
      if (!/^\d+$/.test(name) || !(await carries(name, root))) continue;
      found = true;
      try {
        process.kill(Number(name), 'SIGKILL');
      } catch (error) {
        if (errnoOf(error) !== 'ESRCH') throw error;
      }
    }
  }
}

async function carries(pid: string, root: string): Promise<boolean> {
  try {
    return (await readFile(`/proc/${pid}/environ`, 'utf8')).split('\0').includes(`${marker}=${root}`);
  } catch (error) {
    // Gone meanwhile, or another user's: not ours then.
    if (['ENOENT', 'ESRCH', 'EACCES', 'EPERM'].includes(errnoOf(error) ?? '')) return false;
    throw error;
  }
}

/**
 * Removes a tree in which a module cache has made its folders read-only. They are opened first: an rm that fails in one
 * folder goes on in others after it has rejected, and whatever is tried next races with it.
 */
async function removeTree(root: string): Promise<void> {
  await makeWritable(root);
  await rm(root, { recursive: true, force: true });
}

async function makeWritable(folder: string): Promise<void> {
  try {
    await chmod(folder, 0o700);
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      if (entry.isDirectory()) await makeWritable(join(folder, entry.name));
    }
  } catch (error) {
    // Another unlatch that sweeps beside this one was faster.
    if (errnoOf(error) !== 'ENOENT') throw error;
  }
}

/** Absolute, since a sandbox's processes do not run where unlatch does. */
function temporary(): string {
  return resolve(tmpdir());
}

/** Said once, before the first trial, and not by each of them. */
async function checkTemporary(): Promise<void> {
  try {
    await access(temporary(), constants.R_OK | constants.W_OK | constants.X_OK);
    if ((await stat(temporary())).isDirectory()) return;
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    const why = errnoOf(error) === 'ENOENT' ? 'is not there' : `cannot be used (${errnoOf(error)})`;
    throw new UserError(`TMPDIR ${temporary()} ${why}; set it to a folder that can be written`, { cause: error });
  }
  throw new UserError(`TMPDIR ${temporary()} is no folder; set it to one that can be written`);
}

/** @throws HarnessError for a full disk, else what it was given. */
function noRoom(error: unknown): never {
  if (errnoOf(error) !== 'ENOSPC' && errnoOf(error) !== 'EDQUOT') throw error;
  throw new HarnessError(
    `the disk of ${temporary()} is full; free some space there, or set TMPDIR to a folder on another disk`,
    { cause: error },
  );
}

/**
 * Sandboxes of an unlatch of this user that was killed: their name tells its process id. Of those that were to be kept
 * only the processes are ended.
 */
async function sweepLeftovers(): Promise<void> {
  for (const name of await readdir(temporary())) {
    const [, kept, pid] = /^unlatch-(kept-)?(\d+)-\w{6}$/.exec(name) ?? [];
    if (pid === undefined || isAlive(Number(pid))) continue;
    const root = join(temporary(), name);
    if (!(await isOurs(root))) continue;
    await endMarked(root);
    if (kept === undefined) await removeTree(root);
  }
}

/** What others left in a shared /tmp is theirs to remove. */
async function isOurs(folder: string): Promise<boolean> {
  try {
    return (await lstat(folder)).uid === process.getuid?.();
  } catch (error) {
    if (errnoOf(error) !== 'ENOENT') throw error;
    return false;
  }
}
