import { Command } from 'commander';
import type { CleanOptions } from './execute.ts';

/** `unlatch clean`: removes what dead go, git and gopls processes left in Go's caches. */
export function cleanCommand(): Command {
  return new Command('clean')
    .description("remove what dead go, git and gopls processes left in Go's caches; nothing that a living one needs")
    .option('--dry-run', 'only show what would be removed; exits 1 when there is something')
    .option('--json', 'print one JSON document')
    .option('--gocache <folder>', 'the build cache (default: as `go env GOCACHE` has it)')
    .option('--gomodcache <folder>', 'the module cache (default: as `go env GOMODCACHE` has it)')
    .option('--wait <seconds>', 'how long to wait for locks that are held, all in all (default: 0)')
    .option(
      '--end <pid>',
      'first end this go, gopls or git of yours with all that it started; may be given again',
      (pid: string, pids: readonly string[]) => [...pids, pid],
      [],
    )
    .action(async (options: CleanOptions) => {
      const { cleanFromCommandLine } = await import('./execute.ts');
      process.exitCode = await cleanFromCommandLine(options);
    });
}
