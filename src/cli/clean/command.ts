import { Command } from 'commander';
import type { CleanOptions } from './execute.ts';

/** `unlatch clean`: removes what dead go, git and gopls processes left in Go's caches. */
export function cleanCommand(): Command {
  return new Command('clean')
    .description("remove what dead go, git and gopls processes left in Go's caches, and nothing that a live one needs")
    .option('--dry-run', 'only show what would be removed; exit 1 if there is anything')
    .option('--json', 'print one JSON document')
    .option('--gocache <folder>', 'the build cache (default: `go env GOCACHE`)')
    .option('--gomodcache <folder>', 'the module cache (default: `go env GOMODCACHE`)')
    .option('--wait <seconds>', 'how long to wait for held locks in total (default: 0)')
    .option(
      '--max-bytes <size>',
      'also remove what was not used for longest until the caches take 20G, say, on the disk',
    )
    .option('--max-age <time>', 'also remove what was not used for 10d, 12h or 30m')
    .option(
      '--end <pid>',
      'first kill this go, gopls or git of yours and its children; repeatable',
      (pid: string, pids: readonly string[]) => [...pids, pid],
      [],
    )
    .action(async (options: CleanOptions) => {
      const { cleanFromCommandLine } = await import('./execute.ts');
      process.exitCode = await cleanFromCommandLine(options);
    });
}
