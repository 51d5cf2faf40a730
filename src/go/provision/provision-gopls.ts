import { access, chmod, copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compare, prerelease, valid } from 'semver';
import { EnvironmentError, errnoOf, UserError } from '../../errors.ts';
import type { ProvisionContext } from '../context.ts';
import { askGo } from '../go-on-path.ts';
import { readGoSettings } from '../go-settings.ts';
import { builtInMatrix } from '../matrix.ts';
import { DownloadError } from '../network/download.ts';
import { listVersions, readGoMod } from '../network/module-proxy.ts';
import { exeName, hostPlatform, platformKey } from '../platform.ts';
import { runGo, whyFailed } from '../run-go.ts';
import { install, storeDir } from '../store/store.ts';
import { compareGo, lineOf, resolveGoVersion } from '../versions.ts';
import { buildSteps } from './build-steps.ts';
import { type ProvisionedGo, provisionGo } from './provision-go.ts';

/** A gopls on this machine. */
export interface ProvisionedGopls {
  /** "0.18.1" */
  readonly version: string;
  /** The binary. */
  readonly path: string;
  /** The Go it was built with, which affects its behaviour: "1.24.13". */
  readonly builtWith: string;
}

const goplsModule = 'golang.org/x/tools/gopls';
const oldestGo = '1.21';

/**
 * Resolves "latest" or "stable" to the newest release, and "0.18.1" or "v0.18.1" to itself.
 *
 * @throws UserError for other texts.
 */
export async function resolveGoplsVersion(text: string, context: ProvisionContext): Promise<string> {
  if (text !== 'latest' && text !== 'stable') {
    const version = text.replace(/^v/, '');
    if (valid(version) === version) return version;
    throw new UserError(`${JSON.stringify(text)} is not a gopls version; write it as 0.18.1, or latest`);
  }
  const newest = (await listGoplsVersions(context)).filter((version) => prerelease(version) === null).at(-1);
  if (newest === undefined) throw new EnvironmentError('the module proxy lists no release of gopls');
  return newest;
}

/**
 * The newest release of gopls that a Go can build: its go.mod requires no newer line.
 *
 * @param goVersion "1.24.13"
 * @throws UserError when there is none, for a Go older than 1.21.
 */
export async function newestGoplsFor(goVersion: string, context: ProvisionContext): Promise<string> {
  const line = lineOf(goVersion);
  if (compareGo(line, oldestGo) >= 0) {
    const goproxy = await moduleProxy(context);
    const releases = (await listGoplsVersions(context)).filter((version) => prerelease(version) === null);
    for (const version of releases.toReversed()) {
      // Sequentially: the newest is nearly always the one, and its go.mod is a kilobyte.
      const wanted = goLineOf(await readGoMod(goproxy, goplsModule, `v${version}`, network(context)));
      if (compareGo(wanted, line) <= 0) return version;
    }
  }
  throw new UserError(
    `no gopls can be built with Go ${goVersion}; name a gopls version, and unlatch builds it with a Go that fits`,
  );
}

/** The gopls versions on the proxy, oldest first. */
export async function listGoplsVersions(context: ProvisionContext): Promise<readonly string[]> {
  const list = await listVersions(await moduleProxy(context), goplsModule, network(context));
  return list
    .map((version) => version.replace(/^v/, ''))
    .filter((version) => valid(version) === version)
    .sort(compare);
}

/** The GOPROXY for building gopls. If none is set, downloads a Go and uses its default. */
export async function moduleProxy(context: ProvisionContext): Promise<string> {
  const platform = context.platform ?? hostPlatform();
  const settings = await readGoSettings(context.env, platform, context.signal);
  if (settings.goproxy !== null) return settings.goproxy;
  const go = await provisionGo(await resolveGoVersion('stable', { ...context, prefer: 'matrix' }), context);
  const said = await askGo(join(go.goroot, 'bin', exeName('go', platform)), context.env, context.signal);
  if (said?.goproxy == null)
    throw new EnvironmentError('GOPROXY is not set, and go has no default for it; set GOPROXY to a module proxy');
  return said.goproxy;
}

function network(context: ProvisionContext) {
  return { signal: context.signal, limits: context.network, env: context.env };
}

/**
 * Provides a gopls version, built by `go install` with `builder`, else with the Go line that its
 * go.mod requires.
 *
 * @throws UserError: there is no such version, GOPROXY=off, or the store is not writable.
 * @throws EnvironmentError: no network, it does not compile, the disk is full.
 */
export async function provisionGopls(
  version: string,
  context: ProvisionContext,
  builder?: ProvisionedGo,
): Promise<ProvisionedGopls> {
  if (valid(version) !== version) throw new UserError(`${version} is not an exact gopls version; resolve it first`);
  const platform = context.platform ?? hostPlatform();
  const store = storeDir(context.env);
  const name = exeName('gopls', platform);
  const check = async (dir: string): Promise<ProvisionedGopls | null> => {
    const builtWith = await readBuildNote(dir, name);
    return builtWith === null ? null : { version, path: join(dir, name), builtWith };
  };
  const place = `gopls/${version}-${platformKey(platform)}`;
  const there = await check(join(store, place));
  if (there !== null) return there;
  const goproxy = await moduleProxy(context);
  const go = builder ?? (await goFor(version, goproxy, context));
  return await install({
    store,
    place,
    what: `gopls ${version}`,
    check,
    build: async (made, scratch) => {
      context.onProgress?.({ what: `gopls ${version}`, step: `building with go ${go.version}` });
      await goInstall(version, go, goproxy, scratch, store, context);
      await copyFile(join(scratch, 'bin', name), join(made, name));
      await chmod(join(made, name), 0o755);
      await writeBuildNote(made, go.version);
    },
  });
}

const buildNote = 'built-with';

async function writeBuildNote(dir: string, goVersion: string): Promise<void> {
  await writeFile(join(dir, buildNote), `${goVersion}\n`, { flush: true });
}

/** The Go version in the note beside the binary; null: the note or the binary is missing. */
async function readBuildNote(dir: string, name: string): Promise<string | null> {
  try {
    await access(join(dir, name));
    return (await readFile(join(dir, buildNote), 'utf8')).trim() || null;
  } catch (error) {
    // Unreadable counts as missing: building it will report what is wrong with the store.
    if (['ENOENT', 'ENOTDIR', 'EACCES'].includes(errnoOf(error) ?? '')) return null;
    throw error;
  }
}

/**
 * The Go line of its go.mod: an old gopls does not compile with a new Go, which its x/tools does
 * not support.
 */
async function goFor(version: string, goproxy: string, context: ProvisionContext): Promise<ProvisionedGo> {
  const matrix = context.matrix ?? builtInMatrix();
  const known = matrix.goplsGo[version];
  const line = known ?? goLineOf(await goModOf(version, goproxy, context));
  return await provisionGo(await resolveGoVersion(line, { ...context, prefer: 'matrix' }), context);
}

async function goModOf(version: string, goproxy: string, context: ProvisionContext): Promise<string> {
  try {
    return await readGoMod(goproxy, goplsModule, `v${version}`, network(context));
  } catch (error) {
    if (error instanceof DownloadError) {
      const known = await listGoplsVersions(context);
      if (!known.includes(version)) {
        throw new UserError(noSuchGopls(version, known).message, { cause: error });
      }
    }
    throw error;
  }
}

/** The error for a version that is not in the list. */
export function noSuchGopls(version: string, known: readonly string[]): UserError {
  const hint = known.filter((candidate) => prerelease(candidate) === null).slice(-4);
  return new UserError(`there is no gopls ${version}; the newest are ${hint.join(', ')}`);
}

/** The Go line that a gopls go.mod requires, by its `toolchain` or `go` line; at least 1.21. */
export function goLineOf(goMod: string): string {
  const wanted = [oldestGo];
  for (const [, version] of goMod.matchAll(/^(?:go|toolchain)\s+(?:go)?(1\.\d+(?:\.\d+)?(?:(?:rc|beta)\d+)?)\b/gm)) {
    if (version !== undefined) wanted.push(lineOf(version));
  }
  return wanted.sort(compareGo).at(-1) ?? oldestGo;
}

async function goInstall(
  version: string,
  go: ProvisionedGo,
  goproxy: string,
  scratch: string,
  store: string,
  context: ProvisionContext,
): Promise<void> {
  const platform = context.platform ?? hostPlatform();
  const tmp = join(scratch, 'tmp');
  await mkdir(tmp);
  const { GOROOT: _goroot, GOEXPERIMENT: _experiment, GODEBUG: _debug, ...rest } = context.env;
  // GOSUMDB, GOPRIVATE and the like may be set with `go env -w`, which stays in effect.
  const result = await runGo(
    join(go.goroot, 'bin', exeName('go', platform)),
    // go always prints what it downloads, and with -v also what it compiles.
    ['install', '-v', `${goplsModule}@v${version}`],
    {
      cwd: scratch,
      signal: context.signal,
      silentMs: context.network?.silentMs,
      onStderr: buildSteps(`gopls ${version}`, context.onProgress),
      env: {
        ...rest,
        GOBIN: join(scratch, 'bin'),
        GOPATH: join(scratch, 'gopath'),
        GOMODCACHE: context.buildCaches?.gomodcache ?? join(store, 'build', 'modcache'),
        GOCACHE: context.buildCaches?.gocache ?? join(store, 'build', 'gocache'),
        GOTMPDIR: tmp,
        GOOS: platform.os,
        GOARCH: platform.arch,
        GOTOOLCHAIN: 'local',
        GO111MODULE: 'on',
        GOWORK: 'off',
        GOPROXY: goproxy,
        // Folders of our own cache may be writable; the user's cache must stay as go makes it.
        GOFLAGS: context.buildCaches === undefined ? '-trimpath -modcacherw' : '-trimpath',
        CGO_ENABLED: '0',
      },
    },
  );
  if (result.code === 0) return;
  const said = result.stderr.trim();
  if (said.includes('no space left on device')) {
    // install() handles this errno.
    throw Object.assign(new Error(said), { code: 'ENOSPC' });
  }
  throw new EnvironmentError(`gopls ${version} could not be built with go ${go.version}: ${whyFailed(result, 5)}`, {
    cause: result.error,
  });
}
