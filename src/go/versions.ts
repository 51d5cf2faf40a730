import compare from 'semver/functions/compare.js';
import satisfies from 'semver/functions/satisfies.js';
import validRange from 'semver/ranges/valid.js';
import { HarnessError, messageOf, UserError } from '../errors.ts';
import type { ProvisionContext } from './context.ts';
import { builtInMatrix, pinnedHash } from './matrix.ts';
import { hostPlatform, type Platform, platformKey } from './platform.ts';

/** A Go version as a user writes it. */
export type GoRequest =
  | { readonly kind: 'exact'; readonly version: string }
  | { readonly kind: 'line'; readonly line: string }
  | { readonly kind: 'range'; readonly range: string }
  | { readonly kind: 'stable' | 'oldstable' };

const versionPattern = /^(?:go)?1\.(\d+)(?:\.(\d+))?(?:(rc|beta)(\d+))?$/;
/** A pre-release in semver's words, as actions/setup-go takes it: "1.27.0-rc.1". */
const semverPrerelease = /^(1\.\d+)(?:\.0|(\.\d+))-(rc|beta)\.(\d+)$/;

/**
 * "1.22.12", "go1.22.12", "1.27rc1", "1.27.0-rc.1": exact. "1.22": the newest patch of that line. "^1.22", "1.22.x",
 * ">=1.21 <1.24": the newest release in a range of semver. "stable", "oldstable". A UserError for anything else.
 */
export function parseGoRequest(text: string): GoRequest {
  if (text === 'stable' || text === 'oldstable') return { kind: text };
  const [, start, dotPatch, name, number] = semverPrerelease.exec(text) ?? [];
  if (start !== undefined) return { kind: 'exact', version: `${start}${dotPatch ?? ''}${name}${number}` };
  const match = versionPattern.exec(text);
  if (match === null) {
    const range = text.trim() === '' ? null : validRange(text);
    if (range !== null) return { kind: 'range', range };
    throw new UserError(
      `${JSON.stringify(text)} is no Go version; write it as 1.22.12, 1.22 (its newest patch), ^1.22 (a range), 1.27rc1, stable or oldstable`,
    );
  }
  const version = text.replace(/^go/, '');
  const [, minor, patch, pre] = match;
  if (patch === undefined && pre === undefined) return { kind: 'line', line: version };
  // Until Go 1.20 the first release of a line had no third number (cmd/go/internal/gover).
  if (patch === '0' && pre === undefined && Number(minor) < 21) return { kind: 'exact', version: `1.${minor}` };
  return { kind: 'exact', version };
}

/** Whether it is written as Go writes its own versions: "1.22.12", "1.27rc1". */
export function isGoVersion(text: string): boolean {
  return versionPattern.test(text);
}

/** "1.27rc1" → "1.27.0-rc.1", as the tool cache and semver have it. */
export function toSemver(version: string): string {
  const [, minor, patch, pre, preNumber] = versionPattern.exec(version) ?? [];
  return `1.${minor}.${patch ?? '0'}${pre === undefined ? '' : `-${pre}.${preNumber}`}`;
}

/** Orders Go versions, oldest first: 1.21rc2 < 1.21.0 < 1.21.1. Both must be versions. */
export function compareGo(a: string, b: string): number {
  return compare(toSemver(a), toSemver(b));
}

/** "1.22.12" → "1.22". */
export function lineOf(version: string): string {
  return `1.${versionPattern.exec(version)?.[1]}`;
}

function isRelease(version: string): boolean {
  return !/rc|beta/.test(version);
}

/** The version that a request means among those known, or null. An exact one stands for itself when it is known. */
export function resolveAmong(request: GoRequest, known: readonly string[]): string | null {
  if (request.kind === 'exact') return known.includes(request.version) ? request.version : null;
  if (request.kind === 'range') {
    const { range } = request;
    return [...known].sort(compareGo).findLast((version) => satisfies(toSemver(version), range)) ?? null;
  }
  const releases = known.filter(isRelease).sort(compareGo);
  const newest = releases.at(-1);
  if (newest === undefined) return null;
  if (request.kind === 'line') return releases.findLast((version) => lineOf(version) === request.line) ?? null;
  if (request.kind === 'stable') return newest;
  return releases.findLast((version) => lineOf(version) !== lineOf(newest)) ?? null;
}

/** Up to four known versions that someone who wrote `wanted` may have meant: of its line, else its neighbours. */
export function nearVersions(wanted: string, known: readonly string[]): readonly string[] {
  const sorted = [...known].sort(compareGo);
  const sameLine = sorted.filter((version) => lineOf(version) === lineOf(wanted));
  if (sameLine.length > 0) {
    const at = sameLine.findIndex((version) => compareGo(version, wanted) > 0);
    const middle = at === -1 ? sameLine.length : at;
    const from = Math.max(0, Math.min(middle - 2, sameLine.length - 4));
    return sameLine.slice(from, from + 4);
  }
  const newestOfLine = new Map(sorted.filter(isRelease).map((version) => [lineOf(version), version]));
  return [...newestOfLine.values()].slice(-4);
}

/** The versions of `golang.org/toolchain` for a platform in a proxy's list, as Go versions. */
export function toolchainVersions(list: readonly string[], platform: Platform): readonly string[] {
  const suffix = `.${platform.os}-${platform.arch}`;
  return list.flatMap((entry) => {
    const version = entry.endsWith(suffix) ? /^v0\.0\.1-go(.+)$/.exec(entry.slice(0, -suffix.length))?.[1] : undefined;
    return version !== undefined && versionPattern.test(version) ? [version] : [];
  });
}

/** Every Go version there is for the platform, from the module proxy or, where none is named, from go.dev. */
export async function listGoVersions(context: ProvisionContext): Promise<readonly string[]> {
  // What speaks to the network is loaded here: most callers only compare versions.
  const [{ listGoDevVersions }, { readGoSettings }, { listVersions }] = await Promise.all([
    import('./go-dev.ts'),
    import('./go-settings.ts'),
    import('./module-proxy.ts'),
  ]);
  const platform = context.platform ?? hostPlatform();
  const settings = await readGoSettings(context.env, platform, context.signal);
  if (settings.goproxy === null || context.goDevUrl !== undefined) return await listGoDevVersions(platform, context);
  const list = await listVersions(settings.goproxy, 'golang.org/toolchain', {
    signal: context.signal,
    patience: context.network,
  });
  return toolchainVersions(list, platform);
}

/** The Go versions of the matrix that are pinned for a platform. */
export function matrixGoVersions(context: Pick<ProvisionContext, 'matrix' | 'platform'>): readonly string[] {
  const matrix = context.matrix ?? builtInMatrix();
  const key = platformKey(context.platform ?? hostPlatform());
  return Object.keys(matrix.go).filter((version) => pinnedHash(matrix, version, key) !== null);
}

/**
 * Turns a request into an exact version. 'matrix' asks docker/versions.json first, so that a run is reproducible and
 * needs no network; 'newest' asks the network for everything that is not exact.
 *
 * @throws UserError when there is no such line, or GOPROXY=off.
 * @throws HarnessError when the list cannot be fetched.
 */
export async function resolveGoVersion(
  text: string,
  context: ProvisionContext & { readonly prefer?: 'matrix' | 'newest' },
): Promise<string> {
  const request = parseGoRequest(text);
  // Whether an exact version exists turns out when it is fetched, and it may be here already.
  if (request.kind === 'exact') return request.version;
  if (context.prefer === 'matrix') {
    const pinned = resolveAmong(request, matrixGoVersions(context));
    if (pinned !== null) return pinned;
  }
  const known = await listForRequest(text, context);
  const version = resolveAmong(request, known);
  if (version === null) throw noSuchGo(text, known, context.platform ?? hostPlatform());
  return version;
}

async function listForRequest(text: string, context: ProvisionContext): Promise<readonly string[]> {
  try {
    return await listGoVersions(context);
  } catch (error) {
    const message = `cannot tell which Go ${JSON.stringify(text)} is, which an exact version would not need: ${messageOf(error)}`;
    if (error instanceof UserError) throw new UserError(message, { cause: error });
    if (error instanceof HarnessError) throw new HarnessError(message, { cause: error });
    throw error;
  }
}

/** The error for a version that is not in the list. */
export function noSuchGo(text: string, known: readonly string[], platform: Platform): UserError {
  const near = versionPattern.test(text) ? nearVersions(text.replace(/^go/, ''), known) : [];
  const hint = near.length === 0 ? '' : `; there is ${near.join(', ')}`;
  return new UserError(`there is no Go ${text.replace(/^go/, '')} for ${platform.os}/${platform.arch}${hint}`);
}
