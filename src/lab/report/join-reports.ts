/** Joins the reports of many shards into the one that a run without shards would have made. */
import { groupBy } from '../../group-by.ts';
import type { CellReport, PlannedKey, Report } from '../cell-report.ts';
import { byScenario } from './by-scenario.ts';
import { placeText } from './wording.ts';

export interface ReadReport {
  /** The file, for messages. */
  readonly from: string;
  readonly report: Report;
}

/** A cell that more than one report has. */
export interface DoubledCell {
  readonly cell: CellReport;
  readonly from: readonly string[];
  /** Whether the reports agree on every verdict; the first one counts. */
  readonly agree: boolean;
}

export interface JoinedReports {
  /** Cells in the order of the plan, each once. */
  readonly report: Report;
  /** Planned, and in no report. */
  readonly missing: readonly PlannedKey[];
  /** "2/4": none of the reports is this shard's. */
  readonly absentShards: readonly string[];
  readonly doubled: readonly DoubledCell[];
}

/** @param reports at least one; where two have the same cell, the first one's counts. */
export function joinReports(reports: readonly ReadReport[]): JoinedReports {
  const found = reports.flatMap(({ from, report }) => report.cells.map((cell) => ({ from, cell })));
  const perCell = [...groupBy(found, ({ cell }) => cellKey(cell)).values()];
  const plan = [
    ...new Map(reports.flatMap(({ report }) => report.shard?.plan ?? []).map((key) => [planKey(key), key])),
  ];
  const place = new Map(plan.map(([key], index) => [key, index]));
  const cells = [...byScenario(perCell.flatMap(([first]) => first?.cell ?? [])).values()].flat();
  const placeOf = (cell: CellReport) => place.get(planKey(cell)) ?? plan.length;
  const known = new Set(cells.map(planKey));
  const distinct = (texts: readonly string[]) => [...new Set(texts)].join(', ');
  const engines = reports.flatMap(({ report }) => report.host.docker ?? []);
  return {
    report: {
      schema: 1,
      unlatch: distinct(reports.map(({ report }) => report.unlatch)),
      host: {
        kernel: distinct(reports.map(({ report }) => report.host.kernel)),
        docker: engines.length === 0 ? null : distinct(engines),
      },
      cells: cells.toSorted((a, b) => placeOf(a) - placeOf(b)),
    },
    missing: plan.filter(([key]) => !known.has(key)).map(([, key]) => key),
    absentShards: absentShards(reports),
    doubled: perCell.flatMap((same) => doubledOf(same) ?? []),
  };
}

/** Reports of equal plans belong to one run. */
function absentShards(reports: readonly ReadReport[]): readonly string[] {
  const shards = reports.flatMap(({ report }) => report.shard ?? []);
  return [...groupBy(shards, ({ of, plan }) => `${of} ${JSON.stringify(plan.map(planKey))}`).values()].flatMap(
    (run) => {
      const of = run[0]?.of ?? 0;
      const here = new Set(run.map(({ index }) => index));
      return Array.from({ length: of }, (_, index) => index + 1)
        .filter((index) => !here.has(index))
        .map((index) => `${index}/${of}`);
    },
  );
}

function doubledOf(same: readonly { readonly from: string; readonly cell: CellReport }[]): DoubledCell | null {
  const [first, ...others] = same;
  if (first === undefined || others.length === 0) return null;
  const verdicts = new Set(same.map(({ cell }) => verdictsOf(cell)));
  return { cell: first.cell, from: same.map(({ from }) => from), agree: verdicts.size === 1 };
}

function verdictsOf({ verdict, asExpected, skipped, mitigations }: CellReport): string {
  const arms = mitigations.map((arm) => [arm.name, arm.verdict]);
  return JSON.stringify([verdict, asExpected, skipped !== null, arms]);
}

function cellKey({ scenario, go, gopls, runtime, fs }: CellReport): string {
  return JSON.stringify([scenario, go, gopls, runtime, fs]);
}

function planKey({ scenario, go, gopls }: PlannedKey): string {
  return JSON.stringify([scenario, go, gopls]);
}

/** What is wrong with the parts, a line each; empty: they make a whole. */
export function joinRemarks({ missing, absentShards, doubled }: JoinedReports): readonly string[] {
  return [
    ...absentShards.map((shard) => `shard ${shard} is missing: no report is of it`),
    ...missing.map(({ scenario, go, gopls }) => {
      const versions = gopls === null ? `go ${go}` : `go ${go}, gopls ${gopls}`;
      return `missing: ${scenario} (${versions}): it was planned, and no report has it`;
    }),
    ...doubled.map(({ cell, from, agree }) => {
      const what = `${cell.scenario} (${placeText(cell)})`;
      const how = agree ? 'they agree' : `they disagree, and the first one counts`;
      return `doubled: ${what}: it is in ${from.join(' and ')}; ${how}`;
    }),
  ];
}
