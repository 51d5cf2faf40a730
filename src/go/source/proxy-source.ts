import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ProvisionContext } from '../context.ts';
import { builtInMatrix, pinnedHash } from '../matrix.ts';
import { hash1OfZip } from '../network/dirhash.ts';
import { DownloadError } from '../network/download.ts';
import { downloadZip, namesProxy } from '../network/module-proxy.ts';
import { openZip } from '../network/zip.ts';
import { hostPlatform, platformKey } from '../platform.ts';
import { unpackToolchain } from '../provision/unpack-toolchain.ts';
import { sumOfToolchain } from '../provision/verify-sum.ts';
import type { GoSource } from './go-source.ts';
import { ChecksumMismatch } from './source-answer.ts';

/**
 * GOPROXY concerns modules: "off" and "direct" do not keep Go itself from coming from other
 * sources.
 */
export function namesNone(goproxy: string): string {
  return `GOPROXY=${goproxy} names no proxy`;
}

/** How to verify a module proxy's zip. */
export interface ProxyTrust {
  readonly goproxy: string;
  /** "off": no checksum database. null: the default of the go that queries it. */
  readonly gosumdb: string | null;
  /**
   * The path of a go, 1.21 or newer, that can query the checksum database; null: there is none, and
   * none is pinned.
   */
  readonly findVerifyingGo: (() => Promise<string>) | null;
}

/**
 * The module proxies of GOPROXY, which have Go as the module golang.org/toolchain. Verified by the
 * hash in docker/versions.json, else by the checksum database.
 */
export function proxySource(name: string, trust: ProxyTrust, context: ProvisionContext): GoSource {
  return {
    kind: 'proxy',
    name,
    fetch: (version, goroot, scratch) => fetchFromProxy(version, goroot, scratch, trust, context),
  };
}

async function fetchFromProxy(
  version: string,
  goroot: string,
  scratch: string,
  { goproxy, gosumdb, findVerifyingGo }: ProxyTrust,
  context: ProvisionContext,
): Promise<string> {
  const platform = context.platform ?? hostPlatform();
  const pin = pinnedHash(context.matrix ?? builtInMatrix(), version, platformKey(platform));
  if (!namesProxy(goproxy)) throw new DownloadError(namesNone(goproxy));
  // DownloadError, not NoSuchVersion: no proxy was asked, so the version may exist.
  if (pin === null && gosumdb === 'off') {
    throw new DownloadError(`go ${version} is not pinned, and GOSUMDB=off, so it cannot be verified`);
  }
  if (pin === null && findVerifyingGo === null) {
    throw new DownloadError(
      `no Go that can query the checksum database is pinned for ${platformKey(platform)}; put any Go since 1.21 on PATH`,
    );
  }
  const moduleVersion = `v0.0.1-go${version}.${platform.os}-${platform.arch}`;
  const file = join(scratch, 'toolchain.zip');
  const from = await downloadZip(goproxy, 'golang.org/toolchain', moduleVersion, file, {
    what: `go ${version}`,
    signal: context.signal,
    limits: context.network,
    env: context.env,
    onBytes: (receivedBytes, totalBytes) => context.onProgress?.({ what: `go ${version}`, receivedBytes, totalBytes }),
  });
  context.onProgress?.({ what: `go ${version}`, step: 'verifying and unpacking' });
  const prefix = `golang.org/toolchain@${moduleVersion}/`;
  const zip = await openZip(file, prefix, from);
  const ours = await hash1OfZip(zip);
  const theirs =
    pin ??
    (await sumOfToolchain({
      go: (await findVerifyingGo?.()) ?? '',
      version: moduleVersion,
      zip: file,
      goproxy,
      gosumdb,
      scratch: await makeDir(join(scratch, 'verify')),
      env: context.env,
      signal: context.signal,
    }));
  if (ours !== theirs) {
    throw new ChecksumMismatch(
      `go ${version}: the zip from ${from} is refused: its checksum is ${ours}, but ${theirs} is ${pin === null ? 'in the checksum database' : 'pinned'}; nothing was kept`,
    );
  }
  await unpackToolchain(zip, prefix, goroot, context.signal);
  return pin === null ? 'verified by the checksum database' : 'verified by its pinned hash';
}

async function makeDir(dir: string): Promise<string> {
  await mkdir(dir, { recursive: true });
  return dir;
}
