import type { Finder } from '../finding.ts';
import { restart, run } from '../remedy/remedy.ts';

/** The modules are whole, and go still sees what they once were: its index of them lies in GOCACHE. */
export const indexStale: Finder = ({ go }) => {
  if (go.deep === null) return [];
  const { verify, list, listWithoutIndex } = go.deep;
  if (verify.code !== 0 || list.code === 0 || list.timedOut || listWithoutIndex.code !== 0) return [];
  return [
    {
      id: 'index-stale',
      severity: 'error',
      summary:
        'go mod verify is content, and packages load only without the module index: GOCACHE has an index of a damaged module',
      evidence: [`${list.command}: ${list.output}`, 'the same with GODEBUG=goindex=0: no error'],
      pids: [],
      consequences: [],
      remedy: [run(['go', 'clean', '-cache'], 'go clean -modcache alone does not help'), restart('gopls')],
      source: 'cmd/go/internal/modindex/read.go; golang/go#69179; golang/go#54651',
    },
  ];
};
