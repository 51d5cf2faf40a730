/** Mistreats requests to the module proxy: never answers, answers slowly or two seconds late, cuts off or refuses. */
import { type Fault, timesOfHits } from './fault.ts';

export type Treatment = 'stall' | 'slow' | 'late' | 'reset' | '401' | '404' | '500';

/**
 * Serves the scenario's modules and checksum database at http://127.0.0.1:8080 and mistreats requests whose
 * path matches. Workers use it if their GOPROXY names it. Each mistreated request is a hit.
 */
export function requestFails(path: RegExp, treatment: Treatment): Fault {
  return {
    name: `requests for ${path.source}: ${treatment}`,
    needs: ['node', 'netns'],
    hold: [
      `proxy --root "$LAB/proxy" --match '${path.source}' --treat ${treatment} --log "$FAULT_LOG" >"$FAULT_LOG.listening" &`,
      'server=$!',
      'until [[ -s $FAULT_LOG.listening ]]; do kill -0 $server || exit; pause 0.02; done',
      'echo armed >"$FAULT_LOG" && wait',
    ].join('\n'),
    hit: '^struck ',
    count: (log) => ({
      armed: log.startsWith('armed'),
      hits: log.split('\n').filter((line) => line.startsWith('struck ')).length,
    }),
    times: timesOfHits,
  };
}
