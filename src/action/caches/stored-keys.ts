import { json } from 'node:stream/consumers';
import * as v from 'valibot';
import type { Env } from '../../go/context.ts';
import { httpRequest } from '../../go/network/http-request.ts';
import { networkMessage } from '../../go/network/network-message.ts';

const timeoutMs = 10_000;
const perPage = 100;

const pageSchema = v.object({ total_count: v.number(), actions_caches: v.array(v.object({ key: v.string() })) });

/**
 * All stored keys with a prefix, of every ref of the repository
 * (https://docs.github.com/rest/actions/cache).
 *
 * @returns in `why` that they cannot be known. Never throws.
 */
export async function storedKeys(
  prefix: string,
  token: string,
  env: Env,
): Promise<{ readonly keys: readonly string[] } | { readonly why: string }> {
  const { GITHUB_API_URL: api, GITHUB_REPOSITORY: repository } = env;
  if (token === '' || !api || !repository) return { why: 'there is no token, or no cache service' };
  const signal = AbortSignal.timeout(timeoutMs);
  const keys: string[] = [];
  try {
    for (let page = 1; ; page++) {
      const query = new URLSearchParams({ key: prefix, per_page: String(perPage), page: String(page) });
      const { response, refusedBy } = await httpRequest(new URL(`${api}/repos/${repository}/actions/caches?${query}`), {
        env,
        signal,
        accept: 'application/vnd.github+json',
        authorization: `Bearer ${token}`,
      });
      if (refusedBy !== null || response.statusCode !== 200) {
        response.destroy();
        return { why: `the list of keys was answered with ${response.statusCode}` };
      }
      const parsed = v.safeParse(pageSchema, await json(response));
      if (!parsed.success) return { why: 'the list of keys is not in the form that GitHub documents' };
      keys.push(...parsed.output.actions_caches.map(({ key }) => key));
      if (parsed.output.actions_caches.length < perPage) {
        // A list that changes meanwhile may lack a key that needs a layer.
        return keys.length >= parsed.output.total_count ? { keys } : { why: 'the list of keys changed meanwhile' };
      }
    }
  } catch (error) {
    return { why: signal.aborted ? `no answer came within ${timeoutMs / 1000} s` : networkMessage(error) };
  }
}
