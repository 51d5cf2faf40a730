import compare from 'semver/functions/compare.js';
import satisfies from 'semver/functions/satisfies.js';
import validRange from 'semver/ranges/valid.js';
import { EnvironmentError, UserError } from '../errors.ts';
import type { ProvisionContext } from './context.ts';
import { builtInMatrix, pinnedHash } from './matrix.ts';
import { hostPlatform, type Platform, platformKey } from './platform.ts';
import { NoSuchVersion } from './source/no-such-version.ts';
import type { SourceAnswer } from './source/source-answer.ts';

/** A Go version as a user writes it. */
export type GoRequest =
  | { readonly kind: 'exact'; readonly version: string }
  | { readonly kind: 'line'; readonly line: string }
  | { readonly kind: 'range'; readonly range: string }
  | { readonly kind: 'stable' | 'oldstable' };

const versionPattern = /^(?:go)?1\.(\d+)(?:\.(\d+))?(?:(rc|beta)(\d+))?$/;
/** The same as a prefix of a custom build's name: "1.25.4-1". */
const versionStart = /^(?:go)?1\.(\d+)(?:\.(\d+))?(?:(rc|beta)(\d+))?/;
/** A prerelease in semver's form or similar: "1.27.0-rc.1", "1.27-rc1". */
const dashedPrerelease = /^(?:go)?(1\.\d+(?:\.\d+)?)-(rc|beta)\.?(\d+)$/;
/** Names of the development branch. */
const tips: ReadonlySet<string> = new Set(['tip', 'gotip', 'master', 'devel']);

/**
 * Parses a request. "1.22.12", "go1.22.12", "1.27rc1", "1.27.0-rc.1", "1.27-rc1": exact. "1.22":
 * the newest patch of that line. "^1.22", "1.22.x", ">=1.21 <1.24": the newest release in a semver
 * range. "stable" or "latest", "oldstable".
 *
 * @throws UserError for anything else.
 */
export function parseGoRequest(text: string): GoRequest {
  if (text === 'latest') return { kind: 'stable' };
  if (text === 'stable' || text === 'oldstable') return { kind: text };
  if (tips.has(text)) {
    throw new UserError(
      `${text} is Go's development branch, which has no published archives; a step can build it: go install golang.org/dl/gotip@latest && gotip download`,
    );
  }
  const [, start, name, number] = dashedPrerelease.exec(text) ?? [];
  const written = start === undefined ? text : `${start}${name}${number}`;
  const match = versionPattern.exec(written);
  if (match === null) {
    const range = text.trim() === '' ? null : validRange(text);
    if (range !== null) return { kind: 'range', range };
    throw new UserError(
      `${JSON.stringify(text)} is not a Go version; write it as 1.22.12, 1.22 (its newest patch), ^1.22 (a range), 1.27rc1, stable or oldstable`,
    );
  }
  const [, minor, patch, pre, preNumber] = match;
  if (patch === undefined && pre === undefined) return { kind: 'line', line: `1.${minor}` };
  // Prereleases of a line have no third number, nor do first releases up to Go 1.20
  // (cmd/go/internal/gover).
  if (patch === '0' && (pre !== undefined || Number(minor) < 21)) {
    return { kind: 'exact', version: `1.${minor}${pre ?? ''}${preNumber ?? ''}` };
  }
  return { kind: 'exact', version: written.replace(/^go/, '') };
}

/** Whether it has the form of Go's own versions: "1.22.12", "1.27rc1". */
export function isGoVersion(text: string): boolean {
  return versionPattern.test(text);
}

/** Whether it names a development build: "1.28-devel.8a1bd4e". */
export function isDevelVersion(text: string): boolean {
  return /^1\.\d+-devel\.[0-9a-f]+$/.test(text);
}

/** "1.27rc1" → "1.27.0-rc.1", the form of semver and of the tool cache. */
export function toSemver(version: string): string {
  const [, minor, patch, pre, preNumber] = versionStart.exec(version) ?? [];
  return `1.${minor}.${patch ?? '0'}${pre === undefined ? '' : `-${pre}.${preNumber}`}`;
}

/** Orders Go versions, oldest first: 1.21rc2 < 1.21.0 < 1.21.1. Both must be versions. */
export function compareGo(a: string, b: string): number {
  return compare(toSemver(a), toSemver(b));
}

/** "1.22.12" → "1.22". */
export function lineOf(version: string): string {
  return `1.${versionStart.exec(version)?.[1]}`;
}

function isRelease(version: string): boolean {
  return !/rc|beta/.test(version);
}

/** The known version that a request means, or null. */
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

/**
 * Up to four known versions to suggest for `wanted`: neighbours in its line, else the newest of
 * other lines.
 */
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

/** The Go versions for a platform in a proxy's list of `golang.org/toolchain`. */
export function toolchainVersions(list: readonly string[], platform: Platform): readonly string[] {
  const suffix = `.${platform.os}-${platform.arch}`;
  return list.flatMap((entry) => {
    const version = entry.endsWith(suffix) ? /^v0\.0\.1-go(.+)$/.exec(entry.slice(0, -suffix.length))?.[1] : undefined;
    return version !== undefined && versionPattern.test(version) ? [version] : [];
  });
}

/** The Go versions of the matrix that are pinned for a platform. */
export function matrixGoVersions(context: Pick<ProvisionContext, 'matrix' | 'platform'>): readonly string[] {
  const matrix = context.matrix ?? builtInMatrix();
  const key = platformKey(context.platform ?? hostPlatform());
  return Object.keys(matrix.go).filter((version) => pinnedHash(matrix, version, key) !== null);
}

/**
 * Resolves a request to an exact version. 'matrix' tries docker/versions.json first, so that a run
 * is reproducible and needs no network. 'newest' looks up everything that is not exact online: on
 * the module proxies of GOPROXY, then on go.dev, until one has a matching version.
 *
 * @throws UserError when there is no such line.
 * @throws EnvironmentError when no list is available.
 */
export async function resolveGoVersion(
  text: string,
  context: ProvisionContext & { readonly prefer?: 'matrix' | 'newest' },
): Promise<string> {
  const request = parseGoRequest(text);
  // Whether an exact version exists shows when it is downloaded, and it may be here already.
  if (request.kind === 'exact') return request.version;
  if (context.prefer === 'matrix') {
    const pinned = resolveAmong(request, matrixGoVersions(context));
    if (pinned !== null) return pinned;
  }
  return await resolveByLists(text, request, context);
}

/**
 * Resolves a request by the first list with a matching version.
 *
 * @throws UserError when no list has one; EnvironmentError when no list is available.
 */
export async function resolveByLists(text: string, request: GoRequest, context: ProvisionContext): Promise<string> {
  // Loaded lazily: most callers only compare versions, and need no network code.
  const [{ goListings }, { answerOf, tableOf }] = await Promise.all([
    import('./source/go-listings.ts'),
    import('./source/source-answer.ts'),
  ]);
  const answers: SourceAnswer[] = [];
  const known = new Set<string>();
  for (const { name, list } of await goListings(context, toolchainVersions)) {
    try {
      const versions = await list();
      const version = resolveAmong(request, versions);
      if (version !== null) return version;
      for (const one of versions) known.add(one);
      answers.push({ source: name, outcome: 'absent', said: `none of its ${versions.length} versions matches` });
    } catch (error) {
      context.signal?.throwIfAborted();
      const answer = answerOf(name, error);
      if (answer === null) throw error;
      answers.push(answer);
    }
  }
  const table = tableOf(answers);
  if (known.size > 0) {
    const error = noSuchGo(text, [...known], context.platform ?? hostPlatform());
    error.message += table;
    throw error;
  }
  throw new EnvironmentError(
    `cannot resolve Go ${JSON.stringify(text)}, since no list of versions is available; an exact version needs no list${table}`,
  );
}

/** The error for a version that is not in the list. */
export function noSuchGo(text: string, known: readonly string[], platform: Platform): NoSuchVersion {
  const near = versionPattern.test(text) ? nearVersions(text.replace(/^go/, ''), known) : [];
  const hint = near.length === 0 ? '' : `; there is ${near.join(', ')}`;
  return new NoSuchVersion(`there is no Go ${text.replace(/^go/, '')} for ${platform.os}/${platform.arch}${hint}`);
}
