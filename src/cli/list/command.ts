import { Command } from 'commander';

interface ListOptions {
  readonly json?: true;
  readonly matrix?: true;
}

/** `unlatch list`: the scenarios and their cells. */
export function listCommand(): Command {
  return new Command('list')
    .description('show the scenarios and the cells that they are judged on')
    .argument('[scenario...]', 'ids, globs over ids, or FILE.ts; all when none is named')
    .option('--json', 'print one JSON document')
    .option('--matrix', "print the cells for a workflow's strategy.matrix")
    .action(async (names: readonly string[], options: ListOptions) => {
      // Loaded here, so that the other commands start without the scenarios, and the plain list without the cells.
      const { namedScenarios } = await import('../catalogue.ts');
      const chosen = await namedScenarios(names);
      const text = options.matrix ? await matrix() : options.json ? await json() : plain();
      process.stdout.write(text);

      async function allCells() {
        const { planCells } = await import('../../lab/plan.ts');
        const { matrixVersions } = await import('../matrix-versions.ts');
        return planCells(chosen, matrixVersions(), { full: true, go: null, gopls: null, shard: null });
      }
      async function matrix(): Promise<string> {
        const include = (await allCells()).map(({ id, go, gopls }) => ({ scenario: id, go, gopls }));
        return `${JSON.stringify({ include })}\n`;
      }
      async function json(): Promise<string> {
        const cells = await allCells();
        const scenarios = chosen.map(({ id, scenario }) => ({
          id,
          claim: scenario.claim,
          source: scenario.source,
          mitigations: Object.keys(scenario.mitigations ?? {}),
          cells: cells
            .filter((cell) => cell.id === id)
            .map(({ go, gopls, spec }) => ({ go, gopls, expect: spec.expect })),
        }));
        return `${JSON.stringify({ schema: 1, scenarios }, null, 1)}\n`;
      }
      function plain(): string {
        const width = Math.max(...chosen.map(({ id }) => id.length));
        return chosen.map(({ id, scenario }) => `${id.padEnd(width)}  ${scenario.claim}\n`).join('');
      }
    });
}
