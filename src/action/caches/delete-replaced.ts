import type { Env } from '../../go/context.ts';
import { httpRequest } from '../../go/network/http-request.ts';
import { networkMessage } from '../../go/network/network-message.ts';

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
  if (env['GITEA_ACTIONS'] === 'true' || env['FORGEJO_ACTIONS'] === 'true') {
    return 'there is no API for that on Gitea or Forgejo';
  }
  if (token === '' || !api || !repository || !ref) return 'there is no token, or no cache service';
  const query = new URLSearchParams({ key, ref });
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const { response, refusedBy } = await httpRequest(new URL(`${api}/repos/${repository}/actions/caches?${query}`), {
      env,
      signal,
      method: 'DELETE',
      accept: 'application/vnd.github+json',
      authorization: `Bearer ${token}`,
    });
    response.destroy();
    const { statusCode: status = 0 } = response;
    if (refusedBy !== null) return `the HTTP proxy ${refusedBy} answered ${status}`;
    if ((status >= 200 && status < 300) || status === 404) return null;
    return status === 403 ? 'the job lacks the permission actions:write' : `the service answered ${status}`;
  } catch (error) {
    return signal.aborted ? `no answer came within ${timeoutMs / 1000} s` : networkMessage(error);
  }
}
