/** A machine with empty disks on which only these processes run. */
import { emptyCache } from '../../../src/doctor/facts/disk/cache-facts.ts';
import type { ProcessFact } from '../../../src/doctor/process-fact.ts';
import type { Snapshot } from '../../../src/doctor/snapshot.ts';

const answered = { command: 'go env', code: 0, timedOut: false, ms: 10, output: '' };

export function aSnapshot(processes: readonly ProcessFact[]): Snapshot {
  return {
    schema: 2,
    at: '2026-01-01T00:00:00.000Z',
    windowMs: 2000,
    host: { platform: 'linux', kernel: '6.1', uid: 0, capabilities: null, oomKills: null, oomVictims: [] },
    folder: '/nowhere',
    env: {},
    go: {
      env: { GOVERSION: 'go1.26.0', GOMODCACHE: '/m', GOPATH: '/p' },
      local: answered,
      plain: null,
      load: null,
      goroot: null,
      editor: null,
      gopls: null,
      driver: null,
      deep: null,
    },
    places: [],
    processes,
    sockets: [],
    cache: emptyCache,
    git: null,
    servers: [],
    session: null,
    conflicts: [],
    unseen: [],
  };
}
