import { coerce, gte, lt } from 'semver';
import { groupBy } from '../../../group-by.ts';
import type { ForeignFact } from '../../cache-fact.ts';
import type { Finder, Finding } from '../../finding.ts';
import { restart, run } from '../../remedy/remedy.ts';
import type { Snapshot } from '../../snapshot.ts';
import { countText } from '../../text/process-text.ts';

/** How long go waits between trims of GOCACHE. Source: cmd/go/internal/cache/cache.go, trimInterval. */
const trimIntervalMs = 24 * 60 * 60_000;

/** A writable cache contains something that is not writable; usually another user owns it. */
export const ownersDiffer: Finder = (snapshot) => {
  const { cache, places } = snapshot;
  // cache-not-writable reports a cache that is not writable as a whole.
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
    summary: `${countText(facts.length, 'file or folder', 'files and folders')} in ${first.role} of user ${first.uid} ${facts.length === 1 ? 'is' : 'are'} not writable for this user (${uid}): ${harmOf(facts, severity)}`,
    evidence: [
      ...facts.slice(0, 5).map((fact) => `${fact.path}: owner ${fact.uid}, mode ${fact.mode}`),
      ...(facts.length > 5 ? [`and ${facts.length - 5} more`] : []),
    ],
    pids: [],
    consequences: [],
    remedy: [
      // Anyone may remove another user's file from their own folder; go creates it again.
      facts.every(isTimeFile)
        ? run(
            ['rm', '-f', ...facts.map(({ path }) => path)],
            '`sudo -E go …` creates such files; go clean -cache keeps them',
          )
        : facts.every((fact) => fact.uid === uid)
          ? run(['chmod', '-R', 'u+rwX', first.cache], 'this user owns them')
          : run(
              ['sudo', 'chown', '-R', `${uid}`, first.cache],
              '`sudo -E go …` creates such folders; go clean -cache cannot remove them',
            ),
      ...(first.role === 'the cache of gopls' ? [restart('gopls')] : []),
    ],
    source: 'cmd/go/internal/cache/cache.go, Trim and putIndexEntry; scenario gocache-owners',
  };
}

/** go writes the trim time at most once a day. Only Go 1.21 to 1.24 fail if they cannot. */
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
  if (first?.role === 'the cache of gopls') return 'gopls stores nothing there and starts from scratch each time';
  if (first?.role === 'GOMODCACHE') return 'go fails with "permission denied" when it downloads';
  if (severity === 'note') return 'Go 1.21 to 1.24 fail when they trim, once a day';
  return facts.every(isTimeFile)
    ? 'every go build and go vet fails with "failed to trim cache"'
    : 'go fails with "permission denied" when it compiles';
}
