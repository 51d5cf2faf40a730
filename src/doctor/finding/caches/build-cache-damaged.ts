import type { DamagedOutput } from '../../cache-fact.ts';
import type { Finder, Finding } from '../../finding.ts';
import { run } from '../../remedy/remedy.ts';
import { countText } from '../../text/process-text.ts';

/**
 * Outputs in GOCACHE have their length but not their bytes, as after a power loss. go compares only the length, so
 * each build that needs one fails. Of a large cache only some 500 files are looked at; with `--deep` all are.
 */
export const buildCacheDamaged: Finder = ({ cache, go }) => {
  // With a GOCACHEPROG go reads no entry of GOCACHE.
  if ((go.env?.['GOCACHEPROG'] ?? '') !== '') return [];
  const named = cache.damaged.filter(({ entry }) => entry !== null);
  const [all, severity] = named.length > 0 ? ([named, 'error'] as const) : ([cache.damaged, 'note'] as const);
  return all.length === 0 ? [] : [finding(all, severity)];
};

function finding(all: readonly DamagedOutput[], severity: Finding['severity']): Finding {
  const outputs = `${countText(all.length, 'output')} in GOCACHE ${all.length === 1 ? 'does' : 'do'} not have the content of ${all.length === 1 ? 'its' : 'their'} name`;
  return {
    id: 'build-cache-damaged',
    severity,
    summary:
      severity === 'error'
        ? `${outputs}, and go takes ${all.length === 1 ? 'it' : 'them'} for whole: builds that need ${all.length === 1 ? 'it' : 'them'} fail`
        : `${outputs}: builds fail if an entry names ${all.length === 1 ? 'it' : 'one'}, and there was no time to read them all`,
    evidence: [
      ...all
        .slice(0, 5)
        .flatMap(({ path, bytes, sha256, entry }) => [
          `${path}: ${bytes} bytes, whose SHA-256 is ${sha256}`,
          ...(entry === null ? [] : [`${entry} names it, with that length`]),
        ]),
      ...(all.length > 5 ? [`and ${all.length - 5} more`] : []),
    ],
    pids: [],
    consequences: [],
    remedy: [run(['go', 'clean', '-cache'], 'go repairs an empty output itself, but not one of the right length')],
    source: 'cmd/go/internal/cache/cache.go, GetFile and copyFile; scenario power-lost-gocache',
  };
}
