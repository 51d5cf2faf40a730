import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { errnoOf } from '../../errors.ts';
import { isThere } from '../../is-there.ts';
import type { Env } from '../context.ts';
import { readVersionFile } from '../go-on-path.ts';
import type { Platform } from '../platform.ts';
import { toSemver } from '../versions.ts';

/** Node's architecture names, which the runner uses. */
const toolCacheArchs: Readonly<Record<string, string>> = {
  amd64: 'x64',
  arm64: 'arm64',
  '386': 'x86',
  arm: 'arm',
  loong64: 'loong64',
  ppc64le: 'ppc64',
  riscv64: 'riscv64',
  s390x: 's390x',
};

/**
 * Finds a Go in the runner's tool cache, $RUNNER_TOOL_CACHE/go/<semver>/<arch>. It is complete if
 * the file "<arch>.complete" is beside it (@actions/tool-cache, find).
 *
 * @returns its GOROOT, or null.
 */
export async function findInToolCache(version: string, env: Env, platform: Platform): Promise<string | null> {
  const goroot = placeIn(toSemver(version), env, platform);
  return goroot !== null && (await versionAt(goroot)) === version ? goroot : null;
}

/** The Go versions in the runner's tool cache for a platform, unordered. */
export async function listToolCache(env: Env, platform: Platform): Promise<readonly string[]> {
  const root = env.RUNNER_TOOL_CACHE;
  if (root === undefined || root === '') return [];
  const found = await Promise.all(
    (await namesIn(join(root, 'go'))).map(async (name) => {
      const goroot = placeIn(name, env, platform);
      return goroot === null ? null : await versionAt(goroot);
    }),
  );
  return found.filter((version) => version !== null);
}

function placeIn(semver: string, env: Env, platform: Platform): string | null {
  const root = env.RUNNER_TOOL_CACHE;
  const arch = toolCacheArchs[platform.arch];
  return root === undefined || root === '' || arch === undefined ? null : join(root, 'go', semver, arch);
}

/** The version of a complete GOROOT in the tool cache, or null. */
async function versionAt(goroot: string): Promise<string | null> {
  return (await isThere(`${goroot}.complete`)) ? await readVersionFile(goroot) : null;
}

async function namesIn(dir: string): Promise<readonly string[]> {
  try {
    return await readdir(dir);
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EACCES'].includes(errnoOf(error) ?? '')) return [];
    throw error;
  }
}
