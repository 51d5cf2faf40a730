import { isAbsolute, join } from 'node:path';
import type { Env } from '../go/context.ts';
import { goplsCacheFolder } from '../go/gopls-cache.ts';
import { userCacheFolder } from '../go/user-cache.ts';
import type { GoFacts } from './keys/go-facts.ts';
import type { PerKind } from './kind.ts';
import type { CacheRequest } from './request.ts';

/** The folder of a cache, or why there is no archive of it. */
export type CachePlace = { readonly folder: string } | { readonly off: string };

const notAskedFor: CachePlace = { off: 'not asked for' };

export function findCachePlaces(
  { modules, build, lint, gopls, env }: CacheRequest,
  { gocache, gomodcache }: GoFacts,
): PerKind<CachePlace> {
  return {
    modules: modules === 'off' || gomodcache === '' ? notAskedFor : { folder: gomodcache },
    build:
      build === 'off' ? notAskedFor : ['', 'off'].includes(gocache) ? { off: 'GOCACHE is off' } : { folder: gocache },
    lint: lint === 'off' ? notAskedFor : lintPlace(env),
    gopls: gopls === 'off' ? notAskedFor : { folder: goplsCacheFolder(env) },
  };
}

/** Source: golangci-lint, internal/go/cache/default.go, DefaultDir. */
function lintPlace(env: Env): CachePlace {
  const named = env['GOLANGCI_LINT_CACHE'];
  if (named) {
    return isAbsolute(named) ? { folder: named } : { off: `GOLANGCI_LINT_CACHE is ${named}, and no absolute path` };
  }
  const folder = userCacheFolder(env);
  return folder === null
    ? { off: 'neither HOME nor GOLANGCI_LINT_CACHE tells where it is' }
    : { folder: join(folder, 'golangci-lint') };
}
