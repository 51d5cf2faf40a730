import { Command } from 'commander';
import type { TraceOptions } from './execute.ts';

/** `unlatch trace`: the locks that a command took, held and waited for. */
export function traceCommand(): Command {
  return new Command('trace')
    .description(
      'run a command, and show which locks it took, how long it held them, and which process waited for which',
    )
    .usage('[options] -- COMMAND [ARG …]')
    .argument('[command...]', 'the command; unlatch passes through its stdin, stdout, stderr and exit status')
    .option('--json <file>', 'write everything as one JSON document')
    .option('--html <file>', 'write everything as one page, with a timeline of each lock')
    .option('--openmetrics <file>', 'write the metrics as OpenMetrics text')
    .option('--otlp <url>', 'send the metrics to an OpenTelemetry collector (OTLP/HTTP, JSON)')
    .option('--max-hold <ms>', 'exit 1 if a lock file is held longer than this at p95')
    .option('--max-contention <ratio>', 'exit 1 if more than this share of the acquisitions waited, such as 0.3')
    .option('--from <file>', 'read a log of `strace -f -ttt -T -y -o FILE` instead of running a command')
    .action(async (command: readonly string[], options: TraceOptions) => {
      const { traceLocks } = await import('./execute.ts');
      process.exitCode = await traceLocks(command, options);
    });
}
