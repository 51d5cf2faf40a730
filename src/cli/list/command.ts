import { Command } from 'commander';
import type { ListOptions } from './execute.ts';

/** `unlatch list`: the scenarios and their cells. */
export function listCommand(): Command {
  return new Command('list')
    .description('show the scenarios and their cells')
    .argument('[scenario...]', 'ids, globs over ids, or FILE.ts; default: all')
    .option('--about <words>', 'only those whose id, claim or subject contains all the words')
    .option('--json', 'print one JSON document')
    .option('--matrix', "print the cells for a workflow's strategy.matrix")
    .action(async (names: readonly string[], options: ListOptions) => {
      const { listScenarios } = await import('./execute.ts');
      await listScenarios(names, options);
    });
}
