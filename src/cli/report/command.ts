import { Command } from 'commander';
import type { ReportOptions } from './execute.ts';

/** `unlatch report`: joins the reports of shards. */
export function reportCommand(): Command {
  return new Command('report')
    .description('join the JSON reports of many shards into one; needs no Docker, Go or gopls')
    .argument('<path...>', 'reports of `unlatch run --json`, folders of them, and the FILE.ts of your own scenarios')
    .option('--strict', 'a skipped cell counts as a failure')
    .option('--verbose', 'print a table of every cell and mitigation (default: what differs, and a summary)')
    .option('--json <file>', 'write the joined report as JSON; - for stdout')
    .option('--markdown <file>', 'write the joined report as Markdown, short enough for a job summary of GitHub')
    .option('--junit <file>', 'write the joined report as JUnit XML')
    .option('--html <file>', 'write the joined report as one page')
    .option('--testscripts <dir>', 'write each verdict on go that differs as a testscript, which runs without unlatch')
    .option('--annotate', 'mark what differs on the line of its scenario, as GitHub reads it in a log')
    .action(async (paths: readonly string[], options: ReportOptions) => {
      const { joinStored } = await import('./execute.ts');
      process.exitCode = await joinStored(paths, options);
    });
}
