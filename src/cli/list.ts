import { Command } from 'commander';
import { planCells } from '../lab/plan.ts';
import { catalogue } from './catalogue.ts';
import { matrixVersions } from './matrix-versions.ts';

interface ListOptions {
  readonly json?: true;
  readonly matrix?: true;
}

/** `unlatch list`: the scenarios and their cells. */
export function listCommand(): Command {
  return new Command('list')
    .description('show the scenarios and the cells that they are judged on')
    .option('--json', 'print one JSON document')
    .option('--matrix', "print the cells for a workflow's strategy.matrix")
    .action((options: ListOptions) => {
      const cells = planCells(catalogue, matrixVersions(), { full: true, go: null, gopls: null, shard: null });
      process.stdout.write(options.matrix ? matrix() : options.json ? json() : text());

      function matrix(): string {
        const include = cells.map(({ id, go, gopls }) => ({ scenario: id, go, gopls }));
        return `${JSON.stringify({ include })}\n`;
      }
      function json(): string {
        const scenarios = catalogue.map(({ id, scenario }) => ({
          id,
          claim: scenario.claim,
          source: scenario.source,
          mitigations: Object.keys(scenario.mitigations ?? {}),
          cells: cells.filter((cell) => cell.id === id).map(({ go, gopls, spec }) => ({ go, gopls, expect: spec.expect })),
        }));
        return `${JSON.stringify({ schema: 1, scenarios }, null, 1)}\n`;
      }
      function text(): string {
        const width = Math.max(...catalogue.map(({ id }) => id.length));
        return catalogue.map(({ id, scenario }) => `${id.padEnd(width)}  ${scenario.claim}\n`).join('');
      }
    });
}
