import { Command, Option } from 'commander';
import { isolations } from '../../lab/runtime/host/isolations.ts';
import type { RunCommandOptions } from './execute.ts';

/** `unlatch run`: runs scenarios and judges them. */
export function runCommand(): Command {
  return new Command('run')
    .description('run scenarios with real Go, and show which claims hold')
    .argument('[scenario...]', 'ids, globs over ids, or FILE.ts; default: all')
    .addOption(
      new Option('--runtime <name>', 'where the trials run; auto: docker if an engine answers')
        .choices(['auto', 'docker', 'host'])
        .default('auto'),
    )
    .addOption(
      new Option('--isolation <name>', 'how trials on this host are isolated; auto: the best available')
        .choices(['auto', ...isolations])
        .default('auto'),
    )
    .option('--full', 'every cell (default: the newest Go and gopls, and each cell where the expectation changes)')
    .option(
      '--go <versions>',
      'only these Go versions, separated by commas; any version; local: your own, the go on PATH; tip: the gotip on PATH',
    )
    .option('--gopls <versions>', 'only these gopls versions; local: your own gopls, which saves a build')
    .option('--trials <n>', 'how often each arm runs (default: set by the scenario)')
    .option('--jobs <n>', 'how many trials run at once (default: four for each CPU, if the memory is enough)')
    .option('--shard <i/n>', 'only the i-th of n parts that take about as long; `unlatch report` joins them')
    .option('--timeout <seconds>', "time limit of a trial (default: the scenario's deadline)")
    .option('--strict', 'a skipped cell counts as a failure')
    .option('--keep', 'keep the sandboxes')
    .option(
      '--verbose',
      'show each trial, the output of its processes and a table (default: only what differs from what was expected)',
    )
    .option('--out <dir>', 'store the histories in this folder')
    .option('--json <file>', 'write the report as JSON; - for stdout')
    .option('--markdown <file>', 'write the report as Markdown')
    .option('--junit <file>', 'write the report as JUnit XML')
    .option('--html <file>', 'write the report as one page, with a timeline of each trial')
    .option('--testscripts <dir>', 'write each verdict on go that differs as a testscript, which runs without unlatch')
    .option('--since <file>', 'with --html: show what changed since this report (the file of an earlier --json)')
    .option('--annotate', 'mark what differs on the line of its scenario, as GitHub reads it in a log')
    .action(async (names: readonly string[], options: RunCommandOptions) => {
      // Loaded here so that the other commands start without dockerode.
      const { runScenarios } = await import('./execute.ts');
      process.exitCode = await runScenarios(names, options);
    });
}
