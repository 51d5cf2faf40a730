import { messageOf } from '../../errors.ts';
import type { Env } from '../../go/context.ts';

const patienceMs = 10_000;

/**
 * Deletes an archive whose place a newer one has taken, so that it does not push others out of the repository's quota
 * (https://docs.github.com/rest/actions/cache). Needs a token with actions:write.
 *
 * @returns null when it is gone, else why it is not, in one sentence. Never throws: it goes by itself after a week.
 */
export async function deleteReplaced(key: string, token: string, env: Env): Promise<string | null> {
  const { GITHUB_API_URL: api, GITHUB_REPOSITORY: repository, GITHUB_REF: ref } = env;
  if (token === '' || !api || !repository || !ref) return 'there is no token, or nothing to use it on';
  const query = new URLSearchParams({ key, ref });
  try {
    const response = await fetch(`${api}/repos/${repository}/actions/caches?${query}`, {
      method: 'DELETE',
      headers: { accept: 'application/vnd.github+json', authorization: `Bearer ${token}`, 'user-agent': 'unlatch' },
      signal: AbortSignal.timeout(patienceMs),
    });
    await response.body?.cancel();
    if (response.ok || response.status === 404) return null;
    return response.status === 403
      ? 'the job has no permission actions:write'
      : `the service answers ${response.status}`;
  } catch (error) {
    return messageOf(error);
  }
}
