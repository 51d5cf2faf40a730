import { Command } from 'commander';
import type { ConfigOptions } from './execute.ts';

/** `unlatch config`: the settings of editor, linter and CI, checked against the real gopls and go. */
export function configCommand(): Command {
  return new Command('config')
    .description('check the settings of editor, linter and CI against the real gopls and go')
    .argument('[dir]', 'the workspace', '.')
    .option('--gopls <path>', 'the gopls to ask, or its version (default: the one that VS Code would start)')
    .option('--go <path>', 'the go to ask, or its version (default: go.goroot, else the one on PATH)')
    .option('--socket', 'print the socket of a gopls daemon for this workspace only, and the settings that use it')
    .option('--timeout <seconds>', 'how long gopls and go may take for each answer', '30')
    .option('--json', 'print one JSON document')
    .option('--sarif <file>', 'write the findings as SARIF; "-" is stdout')
    .action(async (folder: string, options: ConfigOptions) => {
      // Loaded here so that the other commands start without it.
      const { runConfig } = await import('./execute.ts');
      process.exitCode = await runConfig(folder, options);
    });
}
