import type { NamedScenario, PlannedCell } from '../../lab/plan.ts';
import { namedScenarios } from '../catalogue.ts';

export interface ListOptions {
  readonly json?: true;
  readonly matrix?: true;
}

/** Prints the named scenarios, or all, as lines, as JSON or as the cells of a workflow's matrix. */
export async function listScenarios(names: readonly string[], options: ListOptions): Promise<void> {
  const chosen = await namedScenarios(names);
  const text = options.matrix ? await matrix(chosen) : options.json ? await json(chosen) : plain(chosen);
  process.stdout.write(text);
}

/** Loaded here so that the plain list starts without them. */
async function allCells(chosen: readonly NamedScenario[]): Promise<readonly PlannedCell[]> {
  const { planCells } = await import('../../lab/plan.ts');
  const { matrixVersions } = await import('../matrix-versions.ts');
  return planCells(chosen, matrixVersions(), { full: true, go: null, gopls: null, shard: null });
}

async function matrix(chosen: readonly NamedScenario[]): Promise<string> {
  const include = (await allCells(chosen)).map(({ id, go, gopls }) => ({ scenario: id, go, gopls }));
  return `${JSON.stringify({ include })}\n`;
}

async function json(chosen: readonly NamedScenario[]): Promise<string> {
  const cells = await allCells(chosen);
  const scenarios = chosen.map(({ id, scenario }) => ({
    id,
    claim: scenario.claim,
    source: scenario.source,
    mitigations: Object.keys(scenario.mitigations ?? {}),
    cells: cells.filter((cell) => cell.id === id).map(({ go, gopls, spec }) => ({ go, gopls, expect: spec.expect })),
  }));
  return `${JSON.stringify({ schema: 1, scenarios }, null, 1)}\n`;
}

function plain(chosen: readonly NamedScenario[]): string {
  const width = Math.max(...chosen.map(({ id }) => id.length));
  return chosen.map(({ id, scenario }) => `${id.padEnd(width)}  ${scenario.claim}\n`).join('');
}
