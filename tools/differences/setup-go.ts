/**
 * Which Go actions/setup-go v7 selects, rewritten from its documentation and inputs
 * (https://github.com/actions/setup-go, v7.0.0, fba3fb4, August 2026), for comparison with ours.
 */
import coerce from 'semver/functions/coerce.js';
import prerelease from 'semver/functions/prerelease.js';
import satisfies from 'semver/functions/satisfies.js';
import valid from 'semver/functions/valid.js';

/** "1.22", "none: it takes the go on PATH", or "error". */
export type SetupGoAnswer = { readonly version: string } | 'PATH' | 'error';

/** @param known Go versions, newest first, as go.dev's index has them */
export function setupGoVersion(spec: string, known: readonly string[]): SetupGoAnswer {
  if (spec === '') return 'PATH';
  const releases = known.filter((version) => prerelease(asSemver(version)) === null);
  if (spec === 'stable') return of(releases[0]);
  if (spec === 'oldstable') {
    const [, second] = [...new Set(releases.map(lineOf))];
    // By text prefix, as setup-go does.
    return of(releases.find((version) => second !== undefined && version.startsWith(second)));
  }
  return of(known.find((version) => satisfies(asSemver(version), spec)));
}

function of(version: string | undefined): SetupGoAnswer {
  return version === undefined ? 'error' : { version };
}

function lineOf(version: string): string {
  return version
    .split(/\.|rc|beta/)
    .slice(0, 2)
    .join('.');
}

/** "1.27rc1" → "1.27.0-rc.1" */
function asSemver(version: string): string {
  const [start = '', pre] = version.replace('beta', '-beta.').replace('rc', '-rc.').split('-');
  const plain = coerce(start)?.version ?? '';
  return pre === undefined ? plain : (valid(`${plain}-${pre}`) ?? '');
}

/**
 * The version that setup-go reads from a version file; '' for none.
 *
 * @param gotoolchain GOTOOLCHAIN of the job
 */
export function setupGoFile(name: string, text: string, gotoolchain: string): string {
  if (name === 'go.mod' || name === 'go.work') {
    const toolchain = /^toolchain go(1\.\d+(?:\.\d+|rc\d+)?)/m.exec(text)?.[1];
    if (gotoolchain !== 'local' && toolchain !== undefined) return toolchain;
    return /^go (\d+(?:\.\d+)*)/m.exec(text)?.[1] ?? '';
  }
  if (name === '.tool-versions') return /^golang\s+([^\n#]+)/m.exec(text)?.[1]?.trim() ?? '';
  return text.trim();
}
