import type { Env } from '../../go/context.ts';

/** Who gets which secret. */
export interface Tokens {
  /** For GITHUB_API_URL; '' for none. */
  readonly github: string;
  /** For the mirror that go-download-base-url names; null for none. */
  readonly mirror: string | null;
}

/** The beginnings of GitHub's own tokens (docs.github.com, "About authentication to GitHub"). */
const githubs = /^(?:gh[oprsu]_|github_pat_)/;

/**
 * `token` is the mirror's secret where a mirror is named, unless it is one of GitHub's: the job's own, which is the input's default, or one
 * that is spelt as GitHub's are. A token goes to the one host that it is for.
 *
 * @param token the input
 * @param jobToken the job's own
 * @param mirror its address, or null
 */
export function tokensFor(token: string, jobToken: string, mirror: string | null, env: Env): Tokens {
  if (mirror === null || token === '') return { github: token, mirror: null };
  const own = [jobToken, env['GITHUB_TOKEN'], env['GH_TOKEN'], env['ACTIONS_RUNTIME_TOKEN']];
  if (!own.includes(token) && !githubs.test(token)) return { github: jobToken, mirror: token };
  const api = env['GITHUB_API_URL'] ?? '';
  const isGitHub = URL.canParse(api) && new URL(api).origin === new URL(mirror).origin;
  return { github: token, mirror: isGitHub ? token : null };
}
