import type { Finder } from '../../finding.ts';
import { run } from '../../remedy/remedy.ts';
import { ageText } from '../../text/process-text.ts';

const day = 24 * 60 * 60 * 1000;

/** Most entries of GOCACHE are old enough for the next go command that trims to delete them. */
export const cacheEvicted: Finder = ({ cache, env }) => {
  const { restored } = cache.entries;
  const { seen, olderThan5Days } = cache.entries;
  const due = cache.trimAgeMs === null || cache.trimAgeMs > day;
  if (seen < 4 || olderThan5Days / seen < 0.5 || !due) return [];
  return [
    {
      id: 'cache-evicted',
      // After a holiday this is go's normal trim. In CI the cache was just restored for this job.
      severity: env['CI'] === 'true' && restored > 0.5 * olderThan5Days ? 'warning' : 'note',
      summary: `the next go build will delete most of GOCACHE: ${olderThan5Days} of ${seen} sampled entries are older than 5 days`,
      evidence: [
        `${restored} of them were unpacked or touched within the last day`,
        cache.trimAgeMs === null
          ? 'there is no trim.txt, so go trims at once'
          : `trim.txt: last trimmed ${ageText(cache.trimAgeMs)} ago; go trims again after a day`,
      ],
      pids: [],
      consequences: [],
      remedy: [
        run(
          ['sh', '-c', 'date +%s >"$(go env GOCACHE)/trim.txt"'],
          'right after the cache is restored; go then waits a day before it trims',
        ),
      ],
      source: 'cmd/go/internal/cache/cache.go, Trim; golang/go#76314; scenario gocache-evicted',
    },
  ];
};
