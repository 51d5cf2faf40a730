import { UserError } from '../errors.ts';

/** GOOS and GOARCH, as the names of Go's archives and toolchain modules spell them. */
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
  // Node says so of both byte orders; on Linux it runs on the small one alone, on AIX on the big one.
  ppc64: process.platform === 'aix' ? 'ppc64' : 'ppc64le',
  s390x: 's390x',
  riscv64: 'riscv64',
  loong64: 'loong64',
};

/** This machine in Go's words. A UserError when Go has no build for it. */
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

/** The architecture in the names of go.dev's archives: GOARCH, but for ARM on Linux, whose builds are for ARMv6. */
export function goDevArch({ os, arch }: Platform): string {
  return os === 'linux' && arch === 'arm' ? 'armv6l' : arch;
}

/** "go" or "go.exe". */
export function exeName(name: string, platform: Platform): string {
  return platform.os === 'windows' ? `${name}.exe` : name;
}
