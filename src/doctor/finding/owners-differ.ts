import { coerce, gte, lt } from 'semver';
import { groupBy } from '../../group-by.ts';
import type { ForeignFact } from '../cache-fact.ts';
import type { Finder, Finding } from '../finding.ts';
import { restart, run } from '../remedy/remedy.ts';
import type { Snapshot } from '../snapshot.ts';
import { countText } from '../text/process-text.ts';

/** go trims GOCACHE at the end of a command when it last did so longer ago than this. Source: cmd/go/internal/cache/cache.go, trimInterval. */
const trimIntervalMs = 24 * 60 * 60_000;

/** Inside a cache that can be written, something cannot: most often it belongs to another user. */
export const ownersDiffer: Finder = (snapshot) => {
  const { cache, places } = snapshot;
  // Where the cache as a whole cannot be written, cache-not-writable says so.
  const closed = new Set(places.filter(({ notWritable }) => notWritable !== null).map(({ path }) => path));
  const facts = cache.foreign.filter((fact) => !closed.has(fact.cache));
  return [...groupBy(facts, ({ role }) => role).values()].flatMap((own) => finding(own, snapshot) ?? []);
};

function finding(facts: readonly ForeignFact[], snapshot: Snapshot): Finding | null {
  const [first] = facts;
  if (first === undefined) return null;
  const { uid } = snapshot.host;
  const severity = severityOf(facts, snapshot);
  return {
    id: 'owners-differ',
    severity,
    summary: `${countText(facts.length, 'file or folder', 'files and folders')} in ${first.role}, of user ${first.uid}, cannot be written by this user (${uid}): ${harmOf(facts, severity)}`,
    evidence: [
      ...facts.slice(0, 5).map((fact) => `${fact.path}: owner ${fact.uid}, mode ${fact.mode}`),
      ...(facts.length > 5 ? [`and ${facts.length - 5} more`] : []),
    ],
    pids: [],
    consequences: [],
    remedy: [
      // A file of another user in a folder of one's own may be removed, and go makes it anew.
      facts.every(isTimeFile)
        ? run(
            ['rm', '-f', ...facts.map(({ path }) => path)],
            '`sudo -E go …` makes such files; go clean -cache leaves them',
          )
        : facts.every((fact) => fact.uid === uid)
          ? run(['chmod', '-R', 'u+rwX', first.cache], 'they are this user’s own')
          : run(
              ['sudo', 'chown', '-R', `${uid}`, first.cache],
              '`sudo -E go …` makes such folders; go clean -cache cannot remove them',
            ),
      ...(first.role === 'the cache of gopls' ? [restart('gopls')] : []),
    ],
    source: 'cmd/go/internal/cache/cache.go, Trim and putIndexEntry; scenario gocache-owners',
  };
}

/** go writes the time of its trimming at most once a day, and an error there fails the command in these versions alone. */
function severityOf(facts: readonly ForeignFact[], { cache, go }: Snapshot): Finding['severity'] {
  if (!facts.every(isTimeFile)) return facts[0]?.role === 'the cache of gopls' ? 'warning' : 'error';
  const version = coerce(go.env?.['GOVERSION']);
  const fails = version !== null && gte(version, '1.21.0') && lt(version, '1.25.0');
  const due = cache.trimAgeMs === null || cache.trimAgeMs > trimIntervalMs;
  return fails && due && facts.some(({ path }) => path.endsWith('/trim.txt')) ? 'error' : 'note';
}

function isTimeFile({ path }: ForeignFact): boolean {
  return /\/(trim|testexpire)\.txt$/.test(path);
}

function harmOf(facts: readonly ForeignFact[], severity: Finding['severity']): string {
  const [first] = facts;
  if (first?.role === 'the cache of gopls') return 'gopls keeps nothing there, and begins anew each time';
  if (first?.role === 'GOMODCACHE') return 'go fails with "permission denied" where it downloads';
  if (severity === 'note') return 'Go 1.21 to 1.24 fail where they trim, once a day';
  return facts.every(isTimeFile)
    ? 'each go build and go vet fails with "failed to trim cache"'
    : 'go fails with "permission denied" where it compiles';
}
