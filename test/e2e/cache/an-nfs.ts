/**
 * Two machines that have a folder in common by NFS 4.2: the kernel's own client, in User Mode Linux, and nfs-ganesha, in a network
 * namespace that ends with the test.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Seconds after which the server gives away the locks of a machine that is silent. */
export const leaseSeconds = 10;

/** Each needs a link of its own. */
const mostMachines = 10;

export interface AMachine {
  /** Waits until its script has said that on a line of its own. */
  readonly says: (line: string) => Promise<void>;
  readonly said: () => string;
  /** Makes `await_word WORD` in its script go on. */
  readonly tell: (word: string) => Promise<void>;
  /** As if its power failed. */
  readonly powerFails: () => Promise<void>;
  /** It has shut down. */
  readonly ended: Promise<void>;
}

export interface AnNfs extends AsyncDisposable {
  /**
   * @param script in bash; the folder in common is /run/shared, root's home is empty, and this machine's files can be read
   * @param options of the mount, nfs(5)
   */
  readonly boot: (script: string, options?: string) => Promise<AMachine>;
}

const needed = ['linux.uml', 'ganesha.nfsd', 'modprobe', 'ip', 'setpriv', 'unshare', 'nsenter'];
const modules = '/usr/lib/uml';
/** A test run that is killed leaves nothing. */
const ifWeEnd = ['--pdeathsig', 'KILL'];

/** Why there is none; null: there can be one. */
export function missingNfs(): string | null {
  // Kernels that share two cores with other tests: minutes, and processor time that these need.
  if (process.env['UNLATCH_WHOLE'] !== '1') return 'UNLATCH_WHOLE=1';
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'root on Linux';
  const missing = needed.find((name) => spawnSync('sh', ['-c', `command -v ${name}`]).status !== 0);
  return missing ?? (existsSync('/dev/net/tun') ? null : '/dev/net/tun');
}

export async function anNfs(): Promise<AnNfs> {
  const folder = await mkdtemp(join(tmpdir(), 'nfs-'));
  for (const name of ['shared', 'recovery', 'modules/lib']) await mkdir(join(folder, name), { recursive: true });
  // Where modprobe looks below -d.
  spawnSync('ln', ['-s', `${modules}/modules`, join(folder, 'modules/lib/modules')]);
  await writeFile(
    join(folder, 'ganesha.conf'),
    `
NFS_CORE_PARAM { Protocols = 4; Enable_NLM = false; Enable_RQUOTA = false; }
NFSv4 { Graceless = true; Lease_Lifetime = ${leaseSeconds}; RecoveryBackend = fs; RecoveryRoot = ${join(folder, 'recovery')}; Only_Numeric_Owners = true; }
EXPORT_DEFAULTS { Squash = No_Root_Squash; SecType = sys; }
EXPORT { Export_Id = 1; Path = ${join(folder, 'shared')}; Pseudo = /shared; Access_Type = RW; FSAL { Name = VFS; } }
`,
  );
  const links = Array.from({ length: mostMachines }, (_, index) => index + 1).map(
    (one) =>
      `ip tuntap add dev m${one} mode tap && ip addr add 10.77.${one}.1/24 dev m${one} && ip link set m${one} up`,
  );
  const server = `ganesha.nfsd -F -f ${folder}/ganesha.conf -L ${folder}/log -p ${folder}/pid -N NIV_EVENT`;
  const child = spawn(
    'setpriv',
    [...ifWeEnd, 'unshare', '--net', 'sh', '-ec', `ip link set lo up\n${links.join('\n')}\nexec ${server}`],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  while (!(await readFile(join(folder, 'log'), 'utf8').catch(() => '')).includes('NFS SERVER INITIALIZED')) {
    if (child.exitCode !== null) throw new Error(await readFile(join(folder, 'log'), 'utf8').catch(() => 'no log'));
    await new Promise((resolve) => setTimeout(resolve, 50));
  }

  const machines: ChildProcess[] = [];
  let booted = 0;
  const boot = async (script: string, more = 'hard'): Promise<AMachine> => {
    const number = ++booted;
    const words = join(folder, `words-${number}`);
    await mkdir(words);
    const init = join(folder, `init-${number}`);
    const options = `vers=4.2,addr=10.77.${number}.1,clientaddr=10.77.${number}.2,sec=sys,${more}`;
    await writeFile(
      init,
      `#!/bin/bash
export PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/run/home
mount -t proc proc /proc && mount -t tmpfs tmpfs /run && mkdir /run/home /run/shared
ip link set lo up && ip addr add 10.77.${number}.2/24 dev vec0 && ip link set vec0 up
hostname machine-${number}
modprobe -d ${folder}/modules nfsv4
mount -i -t nfs4 -o ${options} 10.77.${number}.1:/shared /run/shared || echo no mount
await_word() { until [[ -e ${words}/$1 ]]; do sleep 0.1; done; }
${script}
echo the end
echo o >/proc/sysrq-trigger
sleep 60
`,
      { mode: 0o755 },
    );
    const kernel = [
      ...['linux.uml', 'mem=768M', 'root=/dev/root', 'rootfstype=hostfs', 'ro', `init=${init}`, 'quiet'],
      ...['con=null', 'con0=null,fd:1', `uml_dir=${folder}/`, `vec0:transport=tap,ifname=m${number},depth=128,gro=0`],
    ];
    const machine = spawn('setpriv', [...ifWeEnd, 'nsenter', '--net', '--target', String(child.pid), ...kernel], {
      // A kernel has processes of its own, which end with their group.
      detached: true,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    machines.push(machine);
    let said = '';
    const looks: (() => void)[] = [];
    machine.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text.replaceAll('\r', '');
      for (const look of looks) look();
    });
    const ended = once(machine, 'close').then(() => undefined);
    return {
      said: () => said,
      says: (line) =>
        new Promise((resolve, reject) => {
          const look = () => {
            if (said.split('\n').includes(line)) resolve();
          };
          looks.push(look);
          machine.once('close', () => reject(new Error(`the machine has ended: ${said}`)));
          look();
        }),
      tell: async (word) => await writeFile(join(words, word), ''),
      powerFails: async () => {
        endGroup(machine);
        await ended;
      },
      ended,
    };
  };
  return {
    boot,
    [Symbol.asyncDispose]: async () => {
      for (const machine of machines) endGroup(machine);
      const ended = child.exitCode === null ? once(child, 'exit') : null;
      child.kill('SIGKILL');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function endGroup({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended.
  }
}
