import { access, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { errnoOf, HarnessError, UserError } from '../errors.ts';
import type { ProvisionContext } from './context.ts';
import { hash1OfZip } from './dirhash.ts';
import { DownloadError } from './download.ts';
import { fetchGoDevArchive, listGoDevArchives } from './go-dev.ts';
import { readVersionFile } from './go-on-path.ts';
import { type GoSettings, readGoSettings } from './go-settings.ts';
import { builtInMatrix, pinnedHash } from './matrix.ts';
import { downloadZip } from './module-proxy.ts';
import { exeName, hostPlatform, type Platform, platformKey } from './platform.ts';
import { install, storeDir } from './store.ts';
import { findInToolCache } from './tool-cache.ts';
import { unpackToolchain } from './unpack-toolchain.ts';
import { compareGo, listGoVersions, noSuchGo, parseGoRequest } from './versions.ts';
import { sumOfToolchain } from './vouch.ts';
import { openZip } from './zip.ts';

/** A Go toolchain that is here. */
export interface ProvisionedGo {
  /** "1.22.12" */
  readonly version: string;
  readonly goroot: string;
  readonly source: 'path' | 'toolcache' | 'store' | 'proxy' | 'go.dev';
}

/**
 * Makes sure that an exact Go version is here: from PATH, the runner's tool cache or the store, else downloaded from
 * the module proxy, or from go.dev where nothing names a proxy. What is downloaded is verified before it is unpacked.
 *
 * @throws UserError: there is no such version, nothing may vouch for it, GOPROXY=off, the store is not writable.
 * @throws HarnessError: no network, a checksum mismatch, a damaged or hostile archive, a full disk.
 */
export async function provisionGo(version: string, context: ProvisionContext): Promise<ProvisionedGo> {
  const request = parseGoRequest(version);
  const exact = request.kind === 'exact' ? request.version : request.kind === 'line' ? request.line : null;
  if (exact === null) throw new UserError(`${version} is no exact Go version; resolve it first`);
  const platform = context.platform ?? hostPlatform();
  const store = storeDir(context.env);
  const place = placeOf(exact, platform);
  const check = async (dir: string) => ((await isWholeGoroot(join(dir, 'go'), exact, platform.os)) ? dir : null);

  const stored = await check(join(store, place));
  if (stored !== null && context.from === 'store')
    return { version: exact, goroot: join(stored, 'go'), source: 'store' };

  const settings = await readGoSettings(context.env, platform, context.signal);
  if (context.from !== 'store') {
    const { go } = settings;
    // One of another architecture answers on PATH too, where the kernel or an emulator runs it.
    if (go?.version === exact && (go.arch ?? platform.arch) === platform.arch) {
      return { version: exact, goroot: go.goroot, source: 'path' };
    }
    const cached = await findInToolCache(exact, context.env, platform);
    if (cached !== null) return { version: exact, goroot: cached, source: 'toolcache' };
  }
  if (stored !== null) return { version: exact, goroot: join(stored, 'go'), source: 'store' };

  const what = `go ${exact}`;
  const goproxy = context.goDevUrl === undefined ? settings.goproxy : null;
  const source = goproxy === null ? 'go.dev' : 'proxy';
  const dir = await install({
    store,
    place,
    what,
    check,
    build: async (made, scratch) => {
      const goroot = join(made, 'go');
      if (goproxy === null) await buildFromGoDev(exact, goroot, scratch, context);
      else await buildFromProxy(exact, goroot, scratch, goproxy, settings, context);
      if (!(await isWholeGoroot(goroot, exact, platform.os))) {
        throw new HarnessError(`${what}: the archive holds no whole Go ${exact} (bin/go or VERSION); nothing was kept`);
      }
    },
  });
  return { version: exact, goroot: join(dir, 'go'), source };
}

function placeOf(version: string, platform: Platform): string {
  return `go/${version}-${platformKey(platform)}`;
}

/** What the store trusts: its places come about by one rename, so the VERSION file and bin/go stand for the rest. */
async function isWholeGoroot(goroot: string, version: string, os: string): Promise<boolean> {
  if ((await readVersionFile(goroot)) !== version) return false;
  try {
    await access(join(goroot, 'bin', os === 'windows' ? 'go.exe' : 'go'));
    return true;
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EACCES'].includes(errnoOf(error) ?? '')) return false;
    throw error;
  }
}

async function buildFromProxy(
  version: string,
  goroot: string,
  scratch: string,
  goproxy: string,
  settings: GoSettings,
  context: ProvisionContext,
): Promise<void> {
  const platform = context.platform ?? hostPlatform();
  const pin = pinnedHash(context.matrix ?? builtInMatrix(), version, platformKey(platform));
  if (pin === null && settings.gosumdb === 'off') {
    throw new UserError(
      `go ${version} is not pinned, and GOSUMDB=off: nothing vouches for it, so it is refused; allow the checksum database, or take one of ${Object.keys((context.matrix ?? builtInMatrix()).go).join(', ')}`,
    );
  }
  const moduleVersion = `v0.0.1-go${version}.${platform.os}-${platform.arch}`;
  const file = join(scratch, 'toolchain.zip');
  let from: string;
  try {
    from = await downloadZip(goproxy, 'golang.org/toolchain', moduleVersion, file, {
      what: `go ${version}`,
      signal: context.signal,
      patience: context.network,
      onBytes: (receivedBytes, totalBytes) =>
        context.onProgress?.({ what: `go ${version}`, receivedBytes, totalBytes }),
    });
  } catch (error) {
    if (error instanceof DownloadError) await refuseUnknown(version, error, context);
    throw error;
  }
  context.onProgress?.({ what: `go ${version}`, step: 'verifying and unpacking it' });
  const prefix = `golang.org/toolchain@${moduleVersion}/`;
  const zip = await openZip(file, prefix, from);
  const ours = await hash1OfZip(zip);
  const theirs =
    pin ??
    (await sumOfToolchain({
      go: await goThatVouches(settings, context),
      version: moduleVersion,
      zip: file,
      goproxy,
      gosumdb: settings.gosumdb,
      scratch: await makeDir(join(scratch, 'vouch')),
      env: context.env,
      signal: context.signal,
    }));
  if (ours !== theirs) {
    throw new HarnessError(
      `go ${version}: the zip from ${from} is refused: its checksum is ${ours}, but ${theirs} is ${pin === null ? 'in the checksum database' : 'pinned'}; nothing was kept`,
    );
  }
  await unpackToolchain(zip, prefix, goroot, context.signal);
}

/** When the proxy's list does not have the version, that is the news, however the proxy put it. */
async function refuseUnknown(version: string, error: DownloadError, context: ProvisionContext): Promise<void> {
  let known: readonly string[];
  try {
    known = await listGoVersions(context);
  } catch (listError) {
    // The list is out of reach as well: then the first error says it better.
    if (listError instanceof DownloadError) return;
    throw listError;
  }
  if (known.includes(version)) return;
  const unknown = noSuchGo(version, known, context.platform ?? hostPlatform());
  throw new UserError(unknown.message, { cause: error });
}

async function buildFromGoDev(
  version: string,
  goroot: string,
  scratch: string,
  context: ProvisionContext,
): Promise<void> {
  const platform = context.platform ?? hostPlatform();
  const archives = await listGoDevArchives(platform, context);
  const archive = archives.find((candidate) => candidate.version === version);
  if (archive === undefined) {
    throw noSuchGo(
      version,
      archives.map((candidate) => candidate.version),
      platform,
    );
  }
  await fetchGoDevArchive(archive, goroot, scratch, context);
}

/** A go that can ask the checksum database: the user's own, else a pinned one. */
async function goThatVouches(settings: GoSettings, context: ProvisionContext): Promise<string> {
  const first = '1.21.0';
  if (settings.go?.version != null && compareGo(settings.go.version, first) >= 0) return settings.go.path;
  const platform = context.platform ?? hostPlatform();
  const matrix = context.matrix ?? builtInMatrix();
  const pinned = [...Object.keys(matrix.go), ...Object.keys(matrix.bootstrap)]
    .filter((version) => compareGo(version, first) >= 0)
    .filter((version) => pinnedHash(matrix, version, platformKey(platform)) !== null)
    .sort(compareGo);
  const store = storeDir(context.env);
  for (const version of pinned.toReversed()) {
    const goroot = join(store, placeOf(version, platform), 'go');
    if (await isWholeGoroot(goroot, version, platform.os)) return join(goroot, 'bin', exeName('go', platform));
  }
  const newest = pinned.at(-1);
  if (newest === undefined) {
    throw new HarnessError(
      `no Go that could ask the checksum database is pinned for ${platformKey(platform)}; put any Go from 1.21 on PATH`,
    );
  }
  const go = await provisionGo(newest, { ...context, from: 'store' });
  return join(go.goroot, 'bin', exeName('go', platform));
}

async function makeDir(dir: string): Promise<string> {
  await mkdir(dir, { recursive: true });
  return dir;
}
