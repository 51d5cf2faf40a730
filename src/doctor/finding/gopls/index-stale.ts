import type { Finder } from '../../finding.ts';
import { restart, run } from '../../remedy/remedy.ts';

/** The modules are intact, but go's module index in GOCACHE still describes a damaged one. */
export const indexStale: Finder = ({ go }) => {
  if (go.deep === null) return [];
  const { verify, list, listWithoutIndex } = go.deep;
  if (verify.code !== 0 || list.code === 0 || list.timedOut || listWithoutIndex.code !== 0) return [];
  return [
    {
      id: 'index-stale',
      severity: 'error',
      summary:
        'go mod verify passes, but packages load only without the module index: GOCACHE holds the index of a damaged module',
      evidence: [`${list.command}: ${list.output}`, 'the same with GODEBUG=goindex=0: no error'],
      pids: [],
      consequences: [],
      remedy: [run(['go', 'clean', '-cache'], 'go clean -modcache alone does not help'), restart('gopls')],
      source: 'cmd/go/internal/modindex/read.go; golang/go#69179; golang/go#54651',
    },
  ];
};
