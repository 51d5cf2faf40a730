import type { Finder } from '../finding.ts';
import { run } from '../remedy/remedy.ts';
import { ageText } from '../text/process-text.ts';

const day = 24 * 60 * 60 * 1000;

/** A build cache whose entries are too old: the next go command that looks throws them away. */
export const cacheEvicted: Finder = ({ cache, env }) => {
  const { restored } = cache.entries;
  const { seen, olderThan5Days } = cache.entries;
  const due = cache.trimAgeMs === null || cache.trimAgeMs > day;
  if (seen < 4 || olderThan5Days / seen < 0.5 || !due) return [];
  return [
    {
      id: 'cache-evicted',
      // On a machine that lives on that is what go does after a holiday; in CI it is a cache that was unpacked just now for this job.
      severity: env['CI'] === 'true' && restored > 0.5 * olderThan5Days ? 'warning' : 'note',
      summary: `most of GOCACHE will be thrown away by the next go build: ${olderThan5Days} of ${seen} entries that were looked at are older than 5 days`,
      evidence: [
        `${restored} of these were unpacked, or touched, within the last day`,
        cache.trimAgeMs === null
          ? 'there is no trim.txt that says when it was last trimmed'
          : `trim.txt says that it was last trimmed ${ageText(cache.trimAgeMs)} ago; after a day go trims`,
      ],
      pids: [],
      consequences: [],
      remedy: [
        run(
          ['sh', '-c', 'date +%s >"$(go env GOCACHE)/trim.txt"'],
          'right after the cache is restored: go then trims it a day later at the soonest',
        ),
      ],
      source: 'cmd/go/internal/cache/cache.go, Trim; golang/go#76314; scenario gocache-evicted',
    },
  ];
};
