import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { errnoOf } from '../errors.ts';
import type { Env } from './context.ts';
import { readVersionFile } from './go-on-path.ts';
import type { Platform } from './platform.ts';
import { toSemver } from './versions.ts';

const toolCacheArchs: Readonly<Record<string, string>> = { amd64: 'x64', arm64: 'arm64', '386': 'x86', arm: 'arm' };

/**
 * A Go in the runner's tool cache, $RUNNER_TOOL_CACHE/go/<semver>/<arch>. It is whole when the file "<arch>.complete"
 * lies beside it (@actions/tool-cache, find).
 *
 * @returns its GOROOT, or null.
 */
export async function findInToolCache(version: string, env: Env, platform: Platform): Promise<string | null> {
  const root = env.RUNNER_TOOL_CACHE;
  const arch = toolCacheArchs[platform.arch];
  if (root === undefined || root === '' || arch === undefined) return null;
  const goroot = join(root, 'go', toSemver(version), arch);
  try {
    await access(`${goroot}.complete`);
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return null;
  }
  return (await readVersionFile(goroot)) === version ? goroot : null;
}
