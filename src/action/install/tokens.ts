import type { Env } from '../../go/context.ts';

/** Which host gets which secret. */
export interface Tokens {
  /** For GITHUB_API_URL; '': none. */
  readonly github: string;
  /** For the mirror that go-download-base-url names; null: none. */
  readonly mirror: string | null;
}

/** Prefixes of GitHub's own tokens (docs.github.com, "About authentication to GitHub"). */
const githubs = /^(?:gh[oprsu]_|github_pat_)/;

/**
 * Decides whose secret `token` is. With a mirror it is the mirror's, unless it is a GitHub token:
 * the job's own (the input's default), or one with a GitHub prefix. Each token goes only to its own
 * host.
 *
 * @param token the input
 * @param jobToken the job's own
 * @param mirror its URL, or null
 */
export function tokensFor(token: string, jobToken: string, mirror: string | null, env: Env): Tokens {
  if (mirror === null || token === '') return { github: token, mirror: null };
  const own = [jobToken, env['GITHUB_TOKEN'], env['GH_TOKEN'], env['ACTIONS_RUNTIME_TOKEN']];
  if (!own.includes(token) && !githubs.test(token)) return { github: jobToken, mirror: token };
  const api = env['GITHUB_API_URL'] ?? '';
  const isGitHub = URL.canParse(api) && new URL(api).origin === new URL(mirror).origin;
  return { github: token, mirror: isGitHub ? token : null };
}
