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

/** GOPROXY is about modules: what it forbids there, or leaves to git, does not keep Go from coming from elsewhere. */
export function namesNone(goproxy: string): string {
  return `GOPROXY=${goproxy} names none`;
}

/** What a module proxy's zip is verified by. */
export interface ProxyTrust {
  readonly goproxy: string;
  /** "off": no database vouches for anything. null: the default of the go that asks. */
  readonly gosumdb: string | null;
  /** The path of a go, 1.21 or newer, that can ask the checksum database; null where there is none and none is pinned. */
  readonly goThatVouches: (() => Promise<string>) | null;
}

/**
 * The module proxies of GOPROXY, which have Go as the module golang.org/toolchain. Verified by the hash in docker/versions.json, else by the
 * checksum database.
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
  { goproxy, gosumdb, goThatVouches }: ProxyTrust,
  context: ProvisionContext,
): Promise<string> {
  const platform = context.platform ?? hostPlatform();
  const pin = pinnedHash(context.matrix ?? builtInMatrix(), version, platformKey(platform));
  if (!namesProxy(goproxy)) throw new DownloadError(namesNone(goproxy));
  // Nobody has been asked yet, so none of these says anything about the version.
  if (pin === null && gosumdb === 'off') {
    throw new DownloadError(`go ${version} is not pinned, and GOSUMDB=off: nothing vouches for it`);
  }
  if (pin === null && goThatVouches === null) {
    throw new DownloadError(
      `no Go that could ask the checksum database is pinned for ${platformKey(platform)}; put any Go from 1.21 on PATH`,
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
  context.onProgress?.({ what: `go ${version}`, step: 'verifying and unpacking it' });
  const prefix = `golang.org/toolchain@${moduleVersion}/`;
  const zip = await openZip(file, prefix, from);
  const ours = await hash1OfZip(zip);
  const theirs =
    pin ??
    (await sumOfToolchain({
      go: (await goThatVouches?.()) ?? '',
      version: moduleVersion,
      zip: file,
      goproxy,
      gosumdb,
      scratch: await makeDir(join(scratch, 'vouch')),
      env: context.env,
      signal: context.signal,
    }));
  if (ours !== theirs) {
    throw new ChecksumMismatch(
      `go ${version}: the zip from ${from} is refused: its checksum is ${ours}, but ${theirs} is ${pin === null ? 'in the checksum database' : 'pinned'}; nothing was kept`,
    );
  }
  await unpackToolchain(zip, prefix, goroot, context.signal);
  return pin === null ? 'the checksum database vouches for it' : 'it is pinned by its hash';
}

async function makeDir(dir: string): Promise<string> {
  await mkdir(dir, { recursive: true });
  return dir;
}
