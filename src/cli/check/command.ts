import { Command } from 'commander';
import type { CheckOptions } from './execute.ts';

/** `unlatch check`: judges stored histories again. */
export function checkCommand(): Command {
  return new Command('check')
    .description('judge stored histories again; needs no Docker, no Go and no gopls')
    .argument('<path...>', 'folders of histories, single files of them, and the FILE.ts of scenarios of your own')
    .option('--verbose', 'a table of every cell and every mitigation')
    .option('--json <file>', 'write the report as JSON; - for stdout')
    .option('--markdown <file>', 'write the report as Markdown')
    .option('--junit <file>', 'write the report as JUnit XML')
    .option('--html <file>', 'write the report as one page')
    .action(async (paths: readonly string[], options: CheckOptions) => {
      const { checkStored } = await import('./execute.ts');
      process.exitCode = await checkStored(paths, options);
    });
}
