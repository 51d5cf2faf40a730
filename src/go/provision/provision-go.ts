import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { errnoOf, UserError } from '../../errors.ts';
import type { ProvisionContext } from '../context.ts';
import { readVersionFile } from '../go-on-path.ts';
import { type GoSettings, readGoSettings } from '../go-settings.ts';
import { builtInMatrix, pinnedHash } from '../matrix.ts';
import { exeName, hostPlatform, type Platform, platformKey } from '../platform.ts';
import { fetchFromFirst } from '../source/fetch-from-first.ts';
import type { GoSource } from '../source/go-source.ts';
import { lookHere } from '../source/look-here.ts';
import { remoteSources } from '../source/remote-sources.ts';
import type { SourceAnswer } from '../source/source-answer.ts';
import { install, storeDir } from '../store/store.ts';
import { compareGo, parseGoRequest } from '../versions.ts';

/** A Go toolchain on this machine. */
export interface ProvisionedGo {
  /** "1.22.12" */
  readonly version: string;
  readonly goroot: string;
  readonly source: 'path' | 'toolcache' | 'store' | 'mirror' | GoSource['kind'];
}

/**
 * Provides an exact Go version: from PATH, the runner's tool cache or the store, else from the
 * first remote source that has it. Downloads are verified before they are unpacked.
 *
 * @param answers of sources tried before, for the error message
 * @throws UserError: there is no such version, or the store is not writable.
 * @throws EnvironmentError: no source has a verifiable archive (with each answer), a checksum
 * mismatch, a full disk.
 */
export async function provisionGo(
  version: string,
  context: ProvisionContext,
  answers: readonly SourceAnswer[] = [],
): Promise<ProvisionedGo> {
  const request = parseGoRequest(version);
  const exact = request.kind === 'exact' ? request.version : request.kind === 'line' ? request.line : null;
  if (exact === null) throw new UserError(`${version} is not an exact Go version; resolve it first`);
  const platform = context.platform ?? hostPlatform();
  const store = storeDir(context.env);
  const place = placeOf(exact, platform);
  const check = async (dir: string) => ((await isWholeGoroot(join(dir, 'go'), exact, platform.os)) ? dir : null);

  const stored = await check(join(store, place));
  const inStore = stored === null ? null : ({ version: exact, goroot: join(stored, 'go'), source: 'store' } as const);
  if (inStore !== null && context.from === 'store') return inStore;

  const settings = await readGoSettings(context.env, platform, context.signal);
  const said: SourceAnswer[] = [...answers];
  if (context.from !== 'store') {
    const local = await lookHere(exact, settings.go, context);
    if (local.found !== null) return { version: exact, ...local.found };
    said.push(...local.answers);
  }
  if (inStore !== null) return inStore;
  said.push({ source: 'store', outcome: 'absent', said: `${store} does not have it` });

  let source: ProvisionedGo['source'] = 'store';
  const dir = await install({
    store,
    place,
    what: `go ${exact}`,
    check,
    build: async (made, scratch) => {
      const sources = remoteSources(exact, settings, findVerifyingGo(settings, context), context);
      const goroot = join(made, 'go');
      const whole = () => isWholeGoroot(goroot, exact, platform.os);
      source = (await fetchFromFirst(exact, sources, { goroot, scratch, whole, said }, context)).kind;
    },
  });
  return { version: exact, goroot: join(dir, 'go'), source };
}

function placeOf(version: string, platform: Platform): string {
  return `go/${version}-${platformKey(platform)}`;
}

/**
 * Whether a GOROOT in the store is complete. It is renamed into place at once, so checking VERSION
 * and bin/go is enough.
 */
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

const firstVerifyingGo = '1.21.0';

/**
 * A go that can query the checksum database: the user's own, else a pinned one. null: there is
 * neither.
 */
function findVerifyingGo(settings: GoSettings, context: ProvisionContext): (() => Promise<string>) | null {
  const { go } = settings;
  if (go?.version != null && compareGo(go.version, firstVerifyingGo) >= 0) return async () => go.path;
  const platform = context.platform ?? hostPlatform();
  const matrix = context.matrix ?? builtInMatrix();
  const pinned = [...Object.keys(matrix.go), ...Object.keys(matrix.bootstrap)]
    .filter((version) => compareGo(version, firstVerifyingGo) >= 0)
    .filter((version) => pinnedHash(matrix, version, platformKey(platform)) !== null)
    .sort(compareGo);
  return pinned.length === 0 ? null : () => pinnedGo(pinned, platform, context);
}

/** The newest one in the store, else the newest one. */
async function pinnedGo(pinned: readonly string[], platform: Platform, context: ProvisionContext): Promise<string> {
  const store = storeDir(context.env);
  for (const version of pinned.toReversed()) {
    const goroot = join(store, placeOf(version, platform), 'go');
    if (await isWholeGoroot(goroot, version, platform.os)) return join(goroot, 'bin', exeName('go', platform));
  }
  const go = await provisionGo(pinned.at(-1) ?? '', { ...context, from: 'store' });
  return join(go.goroot, 'bin', exeName('go', platform));
}
