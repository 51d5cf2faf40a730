import { Command } from 'commander';
import type { ProvisionOptions } from './execute.ts';

/** `unlatch provision`: provisions toolchains and prints their paths. */
export function provisionCommand(): Command {
  return new Command('provision')
    .description('download and verify Go toolchains, build gopls, and print their paths')
    .option('--go <versions>', 'Go versions, separated by commas: 1.22.12, 1.22 (its newest patch), stable, oldstable')
    .option('--gopls <versions>', 'gopls versions, separated by commas: 0.18.1, latest')
    .option('--json', 'print one JSON document')
    .action(async (options: ProvisionOptions) => {
      const { provisionFromCommandLine } = await import('./execute.ts');
      await provisionFromCommandLine(options);
    });
}
