import { Command } from 'commander';
import type { CheckOptions } from './execute.ts';

/** `unlatch check`: judges stored histories again. */
export function checkCommand(): Command {
  return new Command('check')
    .description('judge stored histories again; needs no Docker, Go or gopls')
    .argument('<path...>', 'folders of histories, single history files, and the FILE.ts of your own scenarios')
    .option('--verbose', 'print a table of every cell and mitigation (default: what differs, and a summary)')
    .option('--json <file>', 'write the report as JSON; - for stdout')
    .option('--markdown <file>', 'write the report as Markdown')
    .option('--junit <file>', 'write the report as JUnit XML')
    .option('--html <file>', 'write the report as one page, with a timeline of each trial')
    .option('--since <file>', 'with --html: show what changed since this report (the file of an earlier --json)')
    .option('--annotate', 'mark what differs on the line of its scenario, as GitHub reads it in a log')
    .action(async (paths: readonly string[], options: CheckOptions) => {
      const { checkStored } = await import('./execute.ts');
      process.exitCode = await checkStored(paths, options);
    });
}
