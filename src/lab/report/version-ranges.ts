/** Where a verdict was reached, briefly: "Go 1.14–1.26", "gopls 0.16–0.21". */

import { groupBy } from '../../group-by.ts';
import type { CellReport } from '../cell-report.ts';
import { compareVersions } from './by-scenario.ts';

/**
 * Where the cells ran. A range joins only versions that are adjacent in the report. The runtime is named only if
 * the report has others.
 */
export function whereText(cells: readonly CellReport[], all: readonly CellReport[]): string {
  const scale = {
    go: sortedVersions(all.map(({ go }) => go)),
    gopls: sortedVersions(all.flatMap(({ gopls }) => gopls ?? [])),
    paired: [...pairsOf(all).values()].every((go) => go.length === 1),
  };
  const perRuntime = merged(
    groupBy(cells, ({ runtime }) => runtime),
    (group) => versionsWhere(group, scale),
  );
  const known = new Set(all.map(({ runtime }) => runtime)).size;
  return [...perRuntime]
    .map(([versions, runtimes]) =>
      runtimes.length === known ? versions : `${versions} on ${runtimes.toSorted().join(' and ')}`,
    )
    .join('; ');
}

/** "Judged with Go 1.13.15, 1.26.8 and gopls 0.21.1." Skipped cells do not count. */
export function judgedWith(cells: readonly CellReport[]): string {
  const judged = cells.filter(({ skipped }) => skipped === null);
  if (judged.length === 0) return 'Nothing was judged.';
  const gopls = sortedVersions(judged.flatMap((cell) => cell.gopls ?? []));
  const go = sortedVersions(judged.map((cell) => cell.go));
  const pairs = pairsOf(judged);
  const servers = gopls.map((version) => `${version} (Go ${pairs.get(version)?.join(', ')})`);
  const own = sortedVersions(judged.flatMap(localNames));
  const unverified = own.length === 0 ? '' : ` Of these, ${own.join(' and ')} are this machine’s own, unverified.`;
  return `Judged with Go ${go.join(', ')}${gopls.length === 0 ? '' : ` and gopls ${servers.join(', ')}`}.${unverified}`;
}

/** "Go 1.26.8", "gopls 0.21.1 (built with Go 1.25.3)" */
function localNames({ go, gopls, local }: CellReport): readonly string[] {
  const server = local?.gopls;
  return [
    ...(local?.go === true ? [`Go ${go}`] : []),
    ...(server == null ? [] : [`gopls ${gopls} (built with Go ${server.builtWith})`]),
  ];
}

/** Each gopls version with the Go versions that it ran with. */
function pairsOf(cells: readonly CellReport[]): ReadonlyMap<string, readonly string[]> {
  const withGopls = cells.flatMap(({ go, gopls }) => (gopls === null ? [] : [{ go, gopls }]));
  const groups = groupBy(withGopls, ({ gopls }) => gopls);
  return new Map([...groups].map(([gopls, group]) => [gopls, sortedVersions(group.map(({ go }) => go))]));
}

interface Scale {
  /** Each gopls ran with only one Go, so judgedWith() naming it once is enough. */
  readonly paired: boolean;
  readonly go: readonly string[];
  readonly gopls: readonly string[];
}

function versionsWhere(cells: readonly CellReport[], scale: Scale): string {
  const goOf = (group: readonly CellReport[]) =>
    scale.paired && group.every(({ gopls }) => gopls !== null)
      ? ''
      : `Go ${versionRanges(
          group.map(({ go }) => go),
          scale.go,
        )}`;
  const perGopls = merged(
    groupBy(cells, ({ gopls }) => gopls ?? ''),
    goOf,
  );
  return [...perGopls]
    .map(([go, gopls]) =>
      gopls.includes('') ? go : `gopls ${versionRanges(gopls, scale.gopls)}${go === '' ? '' : ` (${go})`}`,
    )
    .join('; ');
}

/** Merges the keys of groups with equal text, by that text. */
function merged(
  groups: ReadonlyMap<string, readonly CellReport[]>,
  read: (group: readonly CellReport[]) => string,
): ReadonlyMap<string, readonly string[]> {
  return groupBy([...groups.keys()], (key) => read(groups.get(key) ?? []));
}

/** "1.13, 1.16–1.26": three or more neighbours on the scale form a range. */
export function versionRanges(versions: readonly string[], scale: readonly string[]): string {
  const runs: string[][] = [];
  for (const version of sortedVersions(versions)) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run !== undefined && last !== undefined && scale.indexOf(version) === scale.indexOf(last) + 1)
      run.push(version);
    else runs.push([version]);
  }
  const short = (version: string) => shortVersion(version, scale);
  return runs
    .flatMap((run) => (run.length < 3 ? run.map(short) : [`${short(run[0] ?? '')}–${short(run.at(-1) ?? '')}`]))
    .join(', ');
}

/** "1.22" for 1.22.12, unless the scale has another 1.22, so that a patch release of Go changes no row. */
function shortVersion(version: string, scale: readonly string[]): string {
  const minor = /^\d+\.\d+(?=\.\d+$)/.exec(version)?.[0];
  if (minor === undefined) return version;
  const namesakes = scale.filter((other) => other === minor || other.startsWith(`${minor}.`));
  return namesakes.length > 1 ? version : minor;
}

function sortedVersions(versions: readonly string[]): readonly string[] {
  return [...new Set(versions)].sort(compareVersions);
}
