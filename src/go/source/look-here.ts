import type { ProvisionContext } from '../context.ts';
import type { GoOnPath } from '../go-on-path.ts';
import { hostPlatform } from '../platform.ts';
import { findInToolCache, listToolCache } from '../store/tool-cache.ts';
import type { SourceAnswer } from './source-answer.ts';

/** A Go on the machine outside the store, or the answers of the two places that may have one. */
export type LocalGo =
  | { readonly found: { readonly goroot: string; readonly source: 'path' | 'toolcache' } }
  | { readonly found: null; readonly answers: readonly SourceAnswer[] };

/** Looks for the version on PATH and in the runner's tool cache. Neither is verified. */
export async function lookHere(version: string, go: GoOnPath | null, context: ProvisionContext): Promise<LocalGo> {
  const platform = context.platform ?? hostPlatform();
  // A go of another architecture may run too, on some kernels or with an emulator.
  const fits = go !== null && (go.arch ?? platform.arch) === platform.arch;
  if (fits && go.version === version) return { found: { goroot: go.goroot, source: 'path' } };
  const cached = await findInToolCache(version, context.env, platform);
  if (cached !== null) return { found: { goroot: cached, source: 'toolcache' } };
  const has = await listToolCache(context.env, platform);
  const answer = (source: string, said: string): SourceAnswer => ({ source, outcome: 'absent', said });
  return {
    found: null,
    answers: [
      answer('PATH', wordsOnPath(go, fits)),
      answer(
        'tool cache',
        context.env['RUNNER_TOOL_CACHE'] ? `it has ${wordsFor(has)}` : 'there is none on this machine',
      ),
    ],
  };
}

function wordsOnPath(go: GoOnPath | null, fits: boolean): string {
  if (go === null) return 'it has no working go';
  return `${go.path} is ${go.version ?? 'a development build'}${fits ? '' : ` for ${go.arch}`}`;
}

function wordsFor(versions: readonly string[]): string {
  return versions.length === 0 ? 'no Go for this architecture' : versions.join(', ');
}
