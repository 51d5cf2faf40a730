import { Command, Option } from 'commander';
import { isolations } from '../../lab/runtime/host/isolation.ts';
import type { RunCommandOptions } from './execute.ts';

/** `unlatch run`: runs scenarios and judges them. */
export function runCommand(): Command {
  return new Command('run')
    .description('run scenarios with real Go, and say which claims hold')
    .argument('[scenario...]', 'ids, globs over ids, or FILE.ts; all when none is named')
    .addOption(
      new Option('--runtime <name>', 'where the trials run; auto: docker when an engine answers')
        .choices(['auto', 'docker', 'host'])
        .default('auto'),
    )
    .addOption(
      new Option('--isolation <name>', 'how trials on this host are kept apart; auto: the best that can be had')
        .choices(['auto', ...isolations])
        .default('auto'),
    )
    .option('--full', 'every cell (default: the newest Go and gopls, and each cell where the expectation changes)')
    .option('--go <versions>', 'only these Go versions, separated by commas; any version, not only those of the matrix')
    .option('--gopls <versions>', 'only these gopls versions, separated by commas')
    .option('--trials <n>', 'how often each arm is run (default: as the scenario says)')
    .option('--jobs <n>', 'how many trials run at once (default: twice the number of CPUs)')
    .option('--shard <i/n>', 'only the i-th of n equal parts')
    .option('--timeout <seconds>', "how long a trial may take (default: the scenario's deadline)")
    .option('--strict', 'a skipped cell counts as a failure')
    .option('--keep', 'leave the sandboxes behind')
    .option('--verbose', 'a line for each trial, and what its processes said; else only of what was not expected')
    .option('--out <dir>', 'keep the histories in this folder')
    .option('--json <file>', 'write the report as JSON; - for stdout')
    .option('--markdown <file>', 'write the report as Markdown')
    .option('--junit <file>', 'write the report as JUnit XML')
    .option('--html <file>', 'write the report as one page')
    .action(async (names: readonly string[], options: RunCommandOptions) => {
      // Loaded here, so that the other commands start without dockerode.
      const { runScenarios } = await import('./execute.ts');
      process.exitCode = await runScenarios(names, options);
    });
}
