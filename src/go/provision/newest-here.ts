import type { ProvisionContext } from '../context.ts';
import { readGoSettings } from '../go-settings.ts';
import { hostPlatform, platformKey } from '../platform.ts';
import { listStore } from '../store/store.ts';
import { listToolCache } from '../store/tool-cache.ts';
import { isGoVersion, parseGoRequest, resolveAmong } from '../versions.ts';

/**
 * The newest Go on this machine that matches a line or a range, in the runner's tool cache, in the
 * store or on PATH. null: there is none, or the request is `stable` or `oldstable`, which need a
 * list.
 *
 * @throws UserError when the text is not a valid request.
 */
export async function newestHere(text: string, context: ProvisionContext): Promise<string | null> {
  const request = parseGoRequest(text);
  if (request.kind === 'exact') return request.version;
  if (request.kind === 'stable' || request.kind === 'oldstable') return null;
  const platform = context.platform ?? hostPlatform();
  const [cached, stored, { go }] = await Promise.all([
    listToolCache(context.env, platform),
    listStore(context.env, 'go', platformKey(platform)),
    readGoSettings(context.env, platform, context.signal),
  ]);
  const onPath = go !== null && (go.arch ?? platform.arch) === platform.arch ? go.version : null;
  const here = [...cached, ...stored, ...(onPath === null ? [] : [onPath])].filter(isGoVersion);
  return resolveAmong(request, here);
}
