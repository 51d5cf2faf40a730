/** Plans the cells of a run: a scenario on one Go version and, if it runs gopls, one gopls version. */
// Not 'semver' itself, which loads everything: `unlatch list` must start fast.
import compare from 'semver/functions/compare.js';
import satisfies from 'semver/functions/satisfies.js';
import { UserError } from '../errors.ts';
import { isGoVersion, toSemver } from '../go/versions.ts';
import { type CellSpec, type Scenario, usesGopls } from './scenario/scenario.ts';

/** A scenario with its id. */
export interface NamedScenario {
  readonly id: string;
  readonly scenario: Scenario;
}

export interface PlannedCell extends NamedScenario {
  readonly spec: CellSpec;
  readonly go: string;
  readonly gopls: string | null;
}

export interface Selection {
  /** true: every cell. false: the newest, and each cell where the expectation changes. */
  readonly full: boolean;
  /** Only these exact versions, in the matrix or not; null: the matrix. */
  readonly go: readonly string[] | null;
  readonly gopls: readonly string[] | null;
  /** The i-th of n equal parts, from 1; null: all. */
  readonly shard: { readonly index: number; readonly of: number } | null;
}

/** A gopls version and the exact Go version that it runs with. */
export interface GoplsPairing {
  readonly gopls: string;
  readonly go: string;
}

export interface MatrixVersions {
  readonly go: readonly string[];
  readonly gopls: readonly GoplsPairing[];
}

export function planCells(
  scenarios: readonly NamedScenario[],
  matrix: MatrixVersions,
  selection: Selection,
): readonly PlannedCell[] {
  const cells = scenarios.flatMap((named) => {
    const all = cellsOf(named, matrix, selection);
    const chosen = selection.go !== null || selection.gopls !== null;
    return selection.full || chosen ? all : turningPoints(all);
  });
  const { shard } = selection;
  return shard === null ? cells : shardOf(cells, shard);
}

/** May be empty: there may be more shards than cells. */
export function shardOf(cells: readonly PlannedCell[], shard: NonNullable<Selection['shard']>): readonly PlannedCell[] {
  return cells.filter((_, index) => index % shard.of === shard.index - 1);
}

/** The first spec whose ranges include these versions; null: the scenario does not cover them. */
export function specFor(scenario: Scenario, go: string, gopls: string | null): CellSpec | null {
  return (
    scenario.cells.find(
      (spec) =>
        (spec.go === undefined || satisfies(semverOf(go), spec.go, { includePrerelease: true })) &&
        (spec.gopls === undefined || (gopls !== null && satisfies(gopls, spec.gopls, { includePrerelease: true }))),
    ) ?? null
  );
}

/** Oldest first. */
function cellsOf(named: NamedScenario, matrix: MatrixVersions, selection: Selection): readonly PlannedCell[] {
  const pairs: readonly { go: string; gopls: string | null }[] = usesGopls(named.scenario)
    ? matrix.gopls
        .filter(({ gopls }) => selection.gopls === null || selection.gopls.includes(gopls))
        .filter(({ go }) => selection.go === null || selection.go.includes(go))
    : selection.gopls !== null && selection.go === null
      ? []
      : (selection.go ?? matrix.go).map((go) => ({ go, gopls: null }));
  return [...pairs]
    .sort((a, b) => compare(a.gopls ?? semverOf(a.go), b.gopls ?? semverOf(b.go)))
    .flatMap((pair) => {
      const spec = specFor(named.scenario, pair.go, pair.gopls);
      return spec === null ? [] : [{ ...named, ...pair, spec }];
    });
}

/** The newest cell, and each cell whose expectation differs from its newer neighbour's. */
function turningPoints(cells: readonly PlannedCell[]): readonly PlannedCell[] {
  return cells.filter((cell, index) => {
    const newer = cells[index + 1];
    return newer === undefined || newer.spec.expect !== cell.spec.expect;
  });
}

/** @throws UserError if it is not a Go version. */
function semverOf(go: string): string {
  if (!isGoVersion(go)) throw new UserError(`${go} is not a Go version; write it as 1.22.12`);
  return toSemver(go);
}

/** @throws UserError unless it is "I/N" with 1 ≤ I ≤ N. */
export function parseShard(text: string): { readonly index: number; readonly of: number } {
  const [, index, of] = /^(\d+)\/(\d+)$/.exec(text) ?? [];
  const shard = { index: Number(index), of: Number(of) };
  if (index === undefined || shard.index < 1 || shard.index > shard.of) {
    throw new UserError(`--shard ${text}: write it as I/N with 1 ≤ I ≤ N, such as 2/4 for the second of four parts`);
  }
  return shard;
}
