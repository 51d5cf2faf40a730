import { UserError } from '../errors.ts';

/** GOOS and GOARCH, as in the names of Go's archives and toolchain modules. */
export interface Platform {
  readonly os: string;
  readonly arch: string;
}

const osNames: Readonly<Record<string, string>> = {
  linux: 'linux',
  darwin: 'darwin',
  win32: 'windows',
  freebsd: 'freebsd',
  openbsd: 'openbsd',
  netbsd: 'netbsd',
  aix: 'aix',
  sunos: 'solaris',
};
const archNames: Readonly<Record<string, string>> = {
  x64: 'amd64',
  arm64: 'arm64',
  ia32: '386',
  arm: 'arm',
  mips: 'mips',
  mipsel: 'mipsle',
  // Node uses this name for both byte orders, but runs only on little endian on Linux and big
  // endian on AIX.
  ppc64: process.platform === 'aix' ? 'ppc64' : 'ppc64le',
  s390x: 's390x',
  riscv64: 'riscv64',
  loong64: 'loong64',
};

/** This machine as GOOS and GOARCH. @throws UserError when Go has no build for it. */
export function hostPlatform(): Platform {
  const os = osNames[process.platform];
  const arch = archNames[process.arch];
  if (os === undefined || arch === undefined) {
    throw new UserError(`there is no Go toolchain to download for ${process.platform}/${process.arch}`);
  }
  return { os, arch };
}

/** "linux-amd64": the key in docker/versions.json and in the store. */
export function platformKey(platform: Platform): string {
  return `${platform.os}-${platform.arch}`;
}

/**
 * The architecture in the names of go.dev's archives: GOARCH, except that ARM builds for Linux are
 * named armv6l.
 */
export function goDevArch({ os, arch }: Platform): string {
  return os === 'linux' && arch === 'arm' ? 'armv6l' : arch;
}

/** "go" or "go.exe". */
export function exeName(name: string, platform: Platform): string {
  return platform.os === 'windows' ? `${name}.exe` : name;
}
