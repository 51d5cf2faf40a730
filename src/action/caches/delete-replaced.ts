import { messageOf } from '../../errors.ts';
import type { Env } from '../../go/context.ts';

const timeoutMs = 10_000;

/**
 * Deletes an archive that a newer one has replaced, so that it does not use up the repository's
 * quota (https://docs.github.com/rest/actions/cache). Needs a token with actions:write.
 *
 * @returns null when it is gone, else one sentence that says why not. Never throws: GitHub removes
 * it after a week anyway.
 */
export async function deleteReplaced(key: string, token: string, env: Env): Promise<string | null> {
  const { GITHUB_API_URL: api, GITHUB_REPOSITORY: repository, GITHUB_REF: ref } = env;
  if (token === '' || !api || !repository || !ref) return 'there is no token, or no cache service';
  const query = new URLSearchParams({ key, ref });
  try {
    const response = await fetch(`${api}/repos/${repository}/actions/caches?${query}`, {
      method: 'DELETE',
      headers: { accept: 'application/vnd.github+json', authorization: `Bearer ${token}`, 'user-agent': 'unlatch' },
      signal: AbortSignal.timeout(timeoutMs),
    });
    await response.body?.cancel();
    if (response.ok || response.status === 404) return null;
    return response.status === 403
      ? 'the job lacks the permission actions:write'
      : `the service answered ${response.status}`;
  } catch (error) {
    return messageOf(error);
  }
}
