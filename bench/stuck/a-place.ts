import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Place } from './stuck.ts';

/** A workspace with separate caches. */
export async function aPlace(root: string, goroot: string, gopls: string): Promise<Place> {
  for (const folder of ['work', 'home', 'tmp']) await mkdir(join(root, folder), { recursive: true });
  await writeFile(join(root, 'work/go.mod'), 'module example.com/m\n\ngo 1.21\n');
  const env = {
    PATH: `${goroot}/bin:/usr/bin:/bin:/usr/sbin:/sbin`,
    HOME: join(root, 'home'),
    TMPDIR: join(root, 'tmp'),
    GOCACHE: join(root, 'gocache'),
    GOMODCACHE: join(root, 'modcache'),
    GOENV: 'off',
    GOTOOLCHAIN: 'local',
    GOSUMDB: 'off',
    GOTELEMETRY: 'off',
    GOFLAGS: '-mod=mod -modcacherw',
  };
  return { root, gopls, env };
}
