import { Command } from 'commander';
import type { TraceOptions } from './execute.ts';

/** `unlatch trace`: who held which lock, and who waited for it, while a command ran. */
export function traceCommand(): Command {
  return new Command('trace')
    .description('run a command, and say which locks it took, how long it held them, and who waited for whom')
    .usage('[options] -- COMMAND [ARG …]')
    .argument('[command...]', 'what to run; its stdin, stdout and stderr are yours, and so is its exit status')
    .option('--json <file>', 'write all of it as one JSON document')
    .option('--openmetrics <file>', 'write the figures as OpenMetrics text')
    .option('--otlp <url>', 'send the figures to an OpenTelemetry collector (OTLP/HTTP, JSON)')
    .option('--max-hold <ms>', 'exit 1 when a lock file is held longer than this at p95')
    .option('--max-contention <ratio>', 'exit 1 when more than this share of the acquisitions waited, such as 0.3')
    .option('--from <file>', 'read what `strace -f -ttt -T -y -o FILE` wrote instead of running anything')
    .action(async (command: readonly string[], options: TraceOptions) => {
      const { traceLocks } = await import('./execute.ts');
      process.exitCode = await traceLocks(command, options);
    });
}
