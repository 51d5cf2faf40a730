/** The folders that go and gopls work with. */
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { Env } from '../../../go/context.ts';
import { goplsCacheFolder } from '../../../go/gopls-cache.ts';
import { userCacheFolder } from '../../../go/user-cache.ts';
import type { Environment } from '../../snapshot.ts';

/** Computed as go and gopls do, so that they are known even if go does not answer. Source: go/build. */
export function pathsOf(folder: string, env: Env, go: Environment | null) {
  const home = env['HOME'] || null;
  const gopath = (go?.['GOPATH'] || env['GOPATH'] || (home === null ? '' : join(home, 'go'))).split(delimiter)[0] ?? '';
  const gomodcache = go?.['GOMODCACHE'] || env['GOMODCACHE'] || (gopath === '' ? null : join(gopath, 'pkg/mod'));
  const userCache = userCacheFolder(env);
  const gocache = go?.['GOCACHE'] || env['GOCACHE'] || (userCache === null ? null : join(userCache, 'go-build'));
  return {
    workspace: folder,
    HOME: home,
    // Not tmpdir(), which reads the doctor's own environment. Source: os.TempDir of Go.
    TMPDIR: env['TMPDIR'] || (process.platform === 'win32' ? tmpdir() : '/tmp'),
    GOTMPDIR: go?.['GOTMPDIR'] || env['GOTMPDIR'] || null,
    GOCACHE: gocache === 'off' ? null : gocache,
    GOMODCACHE: gomodcache,
    'GOMODCACHE/cache/download': gomodcache === null ? null : join(gomodcache, 'cache/download'),
    'GOPATH/pkg/sumdb': gopath === '' ? null : join(gopath, 'pkg/sumdb'),
    'the cache of gopls': goplsCacheFolder(env),
    XDG_RUNTIME_DIR: env['XDG_RUNTIME_DIR'] || null,
  } as const;
}
