/**
 * Roots of containers as a runner's `container:` has them, with the node that the runner brings at /__e and its tool cache at
 * /__t. They are made of Debian's packages: no image registry is asked.
 */
import { execFileSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ProvisionedGo } from '../../../src/go/provision/provision-go.ts';
import { packageRoot } from '../../../src/package-root.ts';
import { writableAll } from '../../integration/cache/writable-all.ts';
import type { Container } from './a-job.ts';

/** What the smallest images of each kind have, and lack. */
export type ContainerKind =
  /** GNU tar and bash; no git, no zstd, no certificates. */
  | 'Debian'
  /** busybox alone for all programs, and no glibc but the runner's. */
  | 'Alpine'
  /** As ubi-minimal: no tar, no git, no zstd; certificates below /etc/pki. */
  | 'Red Hat';

export interface Containers extends AsyncDisposable {
  readonly of: (kind: ContainerKind) => Container;
}

/** It takes mmdebstrap, bubblewrap and a Debian mirror as apt is set up here. */
export async function containers(gos: readonly ProvisionedGo[]): Promise<Containers> {
  const outer = await mkdtemp(join(tmpdir(), 'e2e-container-'));
  const at = (...names: string[]) => join(outer, ...names);
  const options = ['man', 'doc', 'locale'].map((name) => `--dpkgopt=path-exclude=/usr/share/${name}/*`);
  const root = (kind: ContainerKind) => at(kind.replace(' ', '-'));
  const all = ['--quiet', '--variant=minbase', '--include=busybox-static', ...options, 'bookworm', at('debian.tar')];
  execFileSync('mmdebstrap', all, { stdio: ['ignore', 'ignore', 'pipe'] });
  for (const kind of ['Debian', 'Red Hat'] as const) {
    await mkdir(root(kind));
    execFileSync('tar', ['-xf', at('debian.tar'), '-C', root(kind), '--exclude=./dev/*']);
  }
  await rm(at('debian.tar'));
  await makeAlpine(root('Alpine'), join(root('Debian'), 'bin/busybox'));
  await makeRedHat(root('Red Hat'));
  await makeRunner(at('__e'));
  return {
    of: (kind) => ({
      enter: (place) => [
        ...[
          'bwrap',
          '--bind',
          root(kind),
          '/',
          '--dev',
          '/dev',
          '--proc',
          '/proc',
          '--tmpfs',
          '/tmp',
          '--die-with-parent',
        ],
        ...['--ro-bind', at('__e'), '/__e', '--bind', place, place],
        ...['--ro-bind', join(packageRoot(), 'dist'), join(packageRoot(), 'dist')],
        ...['--ro-bind', join(packageRoot(), 'package.json'), join(packageRoot(), 'package.json')],
        ...gos.flatMap(({ version, goroot }) => ['--ro-bind', goroot, `/__t/go/${version}/x64`]),
        ...gos.flatMap(({ version }) => ['--ro-bind', at('__e/empty'), `/__t/go/${version}/x64.complete`]),
      ],
      node: '/__e/node',
      shell: 'sh',
      dist: join(packageRoot(), 'dist'),
      path: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
    }),
    [Symbol.asyncDispose]: async () => {
      await writableAll(outer);
      await rm(outer, { recursive: true, force: true });
    },
  };
}

async function makeAlpine(root: string, busybox: string): Promise<void> {
  for (const name of ['bin', 'sbin', 'usr/bin', 'usr/sbin', 'etc', 'tmp', 'root']) {
    await mkdir(join(root, name), { recursive: true });
  }
  await cp(busybox, join(root, 'bin/busybox'));
  execFileSync('chroot', [root, '/bin/busybox', '--install', '-s'], { stdio: 'inherit' });
  await writeFile(join(root, 'etc/os-release'), 'NAME="Alpine Linux"\nID=alpine\nVERSION_ID=3.22.1\n');
  await writeFile(join(root, 'etc/alpine-release'), '3.22.1\n');
  await writeFile(join(root, 'etc/passwd'), 'root:x:0:0:root:/root:/bin/sh\n');
}

async function makeRedHat(root: string): Promise<void> {
  for (const name of ['usr/bin/tar', 'usr/bin/busybox', 'bin/tar', 'bin/busybox', 'etc/debian_version', 'etc/ssl']) {
    await rm(join(root, name), { recursive: true, force: true });
  }
  await rm(join(root, 'etc/os-release'), { force: true });
  await writeFile(join(root, 'etc/os-release'), 'NAME="Red Hat Enterprise Linux"\nID="rhel"\nVERSION_ID="9.6"\n');
}

/** A node that needs nothing of the container, as the runner's for Alpine: its loader and libraries lie beside it. */
async function makeRunner(folder: string): Promise<void> {
  await mkdir(folder);
  await writeFile(join(folder, 'empty'), '');
  const libraries = execFileSync('ldd', [process.execPath], { encoding: 'utf8' }).matchAll(/(\/\S+\/([^/\s]+)) \(/g);
  for (const [, path = '', name = ''] of libraries) await cp(path, join(folder, name), { dereference: true });
  const node = await readFile(process.execPath);
  const loader = '/lib64/ld-linux-x86-64.so.2\0';
  const own = '/__e/ld-linux-x86-64.so.2\0';
  const start = node.indexOf(loader);
  if (start < 0 || start > 8192) throw new Error('this node has another loader');
  node.write(own, start);
  await writeFile(join(folder, 'node'), node, { mode: 0o755 });
}
