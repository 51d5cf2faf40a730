import type { ProvisionContext } from '../context.ts';
import type { GoOnPath } from '../go-on-path.ts';
import { hostPlatform } from '../platform.ts';
import { findInToolCache, listToolCache } from '../store/tool-cache.ts';
import type { SourceAnswer } from './source-answer.ts';

/** A Go that is on the machine and no part of the store, or what the two places that may have one said. */
export type LocalGo =
  | { readonly found: { readonly goroot: string; readonly source: 'path' | 'toolcache' } }
  | { readonly found: null; readonly answers: readonly SourceAnswer[] };

/** Looks at the go on PATH and into the runner's tool cache. Both are taken as they are. */
export async function lookHere(version: string, go: GoOnPath | null, context: ProvisionContext): Promise<LocalGo> {
  const platform = context.platform ?? hostPlatform();
  // One of another architecture answers on PATH too, where the kernel or an emulator runs it.
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
      answer('tool cache', context.env['RUNNER_TOOL_CACHE'] ? `it has ${wordsFor(has)}` : 'there is none here'),
    ],
  };
}

function wordsOnPath(go: GoOnPath | null, fits: boolean): string {
  if (go === null) return 'there is no go on it that answers';
  return `${go.path} is ${go.version ?? 'a development build'}${fits ? '' : ` for ${go.arch}`}`;
}

function wordsFor(versions: readonly string[]): string {
  return versions.length === 0 ? 'no Go for this architecture' : versions.join(', ');
}
