import type { NamedScenario, PlannedCell } from '../../lab/plan.ts';
import { planCells } from '../../lab/plan.ts';
import { namedScenarios } from '../catalogue.ts';
import { matrixVersions } from '../matrix-versions.ts';

/** The claims, by id: of scenarios that may be the user's own. */
export async function namedClaims(names: readonly string[]): Promise<Readonly<Record<string, string>>> {
  return Object.fromEntries((await namedScenarios(names)).map(({ id, scenario }) => [id, scenario.claim]));
}

/** All cells, as a workflow's strategy.matrix takes them. */
export async function matrix(names: readonly string[]): Promise<string> {
  const include = allCells(await namedScenarios(names)).map(({ id, go, gopls }) => ({ scenario: id, go, gopls }));
  return `${JSON.stringify({ include })}\n`;
}

/** The scenarios with all their cells, as one document. */
export async function json(names: readonly string[]): Promise<string> {
  const chosen = await namedScenarios(names);
  const cells = allCells(chosen);
  const scenarios = chosen.map(({ id, scenario }) => ({
    id,
    claim: scenario.claim,
    source: scenario.source,
    mitigations: Object.keys(scenario.mitigations ?? {}),
    cells: cells.filter((cell) => cell.id === id).map(({ go, gopls, spec }) => ({ go, gopls, expect: spec.expect })),
  }));
  return `${JSON.stringify({ schema: 1, scenarios }, null, 1)}\n`;
}

function allCells(chosen: readonly NamedScenario[]): readonly PlannedCell[] {
  return planCells(chosen, matrixVersions(), { full: true, go: null, gopls: null, shard: null });
}
