import type { Finder } from '../finding.ts';
import { overridesModes } from '../overrides-modes.ts';
import { run } from '../remedy.ts';

/** In CI, before a cache is restored: tar cannot replace what lies in read-only folders. */
export const restoreNotEmpty: Finder = ({ cache, env, host, places, go }) => {
  const modcache = places.find(({ role }) => role === 'GOMODCACHE');
  const writable = (go.env?.['GOFLAGS'] ?? '').includes('-modcacherw');
  if (!cache.extracted || overridesModes(host) || writable || env['CI'] !== 'true' || modcache === undefined) return [];
  return [
    {
      id: 'restore-not-empty',
      severity: 'warning',
      summary: `GOMODCACHE has modules already: a cache that is restored over them with tar fails with "Cannot open: File exists"`,
      evidence: [`${modcache.path} holds extracted modules, in folders that are read-only`],
      pids: [],
      consequences: [],
      remedy: [
        run(
          ['go', 'clean', '-modcache'],
          'right before the restore. Better: restore before any go command runs, or set GOFLAGS=-modcacherw from the beginning',
        ),
      ],
      source: 'actions/setup-go#722; actions/setup-go#403',
    },
  ];
};
