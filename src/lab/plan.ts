/** Plans the cells of a run: a scenario on one Go version and, if it runs gopls, one gopls version. */
// Not 'semver' itself, which loads everything: `unlatch list` must start fast.
import compare from 'semver/functions/compare.js';
import satisfies from 'semver/functions/satisfies.js';
import { UserError } from '../errors.ts';
import { isDevelVersion, isGoVersion, toSemver } from '../go/versions.ts';
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

export interface CellSelection {
  /** true: every cell. false: the newest, and each cell where the expectation changes. */
  readonly full: boolean;
  /** Only these exact versions, in the matrix or not; null: the matrix. */
  readonly go: readonly string[] | null;
  readonly gopls: readonly string[] | null;
  /** The i-th of n parts that take about as long, from 1; null: all. */
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

/**
 * The matrix with the chosen gopls that it lacks, or that it pairs with a Go that is not chosen. They run with the
 * newest chosen Go, else the newest in the matrix.
 */
export function withChosen(matrix: MatrixVersions, selection: Pick<CellSelection, 'go' | 'gopls'>): MatrixVersions {
  const go = selection.go?.toSorted((a, b) => compare(semverOf(a), semverOf(b))).at(-1) ?? matrix.go.at(-1);
  if (selection.gopls === null || go === undefined) return matrix;
  const paired = matrix.gopls.filter((pair) => selection.go === null || selection.go.includes(pair.go));
  const unpaired = selection.gopls.filter((version) => !paired.some(({ gopls }) => gopls === version));
  return { ...matrix, gopls: [...paired, ...unpaired.map((gopls) => ({ gopls, go }))] };
}

export function planCells(
  scenarios: readonly NamedScenario[],
  matrix: MatrixVersions,
  selection: CellSelection,
): readonly PlannedCell[] {
  const cells = scenarios.flatMap((named) => {
    const all = cellsOf(named, matrix, selection);
    const chosen = selection.go !== null || selection.gopls !== null;
    return selection.full || chosen ? all : turningPoints(all);
  });
  const { shard } = selection;
  return shard === null ? cells : shardOf(cells, shard);
}

/**
 * The shard's cells, in the order of the plan. All shards cost about the same: the dearest cell goes first, each to
 * the shard that is cheapest so far. May be empty: there may be more shards than cells.
 * @param costOf must say the same in every shard, or a cell is in two of them or in none.
 */
export function shardOf(
  cells: readonly PlannedCell[],
  shard: NonNullable<CellSelection['shard']>,
  costOf: (cell: PlannedCell) => number = () => 1,
): readonly PlannedCell[] {
  const shards = Array.from({ length: shard.of }, () => ({ cost: 0, cells: new Set<PlannedCell>() }));
  const priced = cells.map((cell) => ({ cell, cost: costOf(cell) })).toSorted((a, b) => b.cost - a.cost);
  for (const { cell, cost } of priced) {
    const cheapest = shards.reduce((least, other) => (other.cost < least.cost ? other : least));
    cheapest.cells.add(cell);
    cheapest.cost += cost;
  }
  return cells.filter((cell) => shards[shard.index - 1]?.cells.has(cell));
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
function cellsOf(named: NamedScenario, matrix: MatrixVersions, selection: CellSelection): readonly PlannedCell[] {
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
  if (!isGoVersion(go) && !isDevelVersion(go)) throw new UserError(`${go} is not a Go version; write it as 1.22.12`);
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
