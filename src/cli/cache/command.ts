import { Command } from 'commander';
import type { JobOptions, RestoreOptions } from './job-options.ts';
import type { PruneOptions } from './prune.ts';
import type { SaveOptions } from './save.ts';
import type { ShowOptions } from './show.ts';

const storeWords = 'a folder, or s3://BUCKET/PREFIX (default: UNLATCH_CACHE_STORE)';

/** `unlatch cache`: the action's caches on any CI. */
export function cacheCommand(): Command {
  const cache = new Command('cache').description("keep Go's caches between the jobs of any CI, in a folder or in S3");
  withJob(cache.command('restore'))
    .description('bring the caches of this job; a fault of the store is told, and the job goes on without')
    .option('--modules <what>', 'zips, trees, extracted or off', 'zips')
    .option('--no-build', "leave go's build cache out")
    .option('--lint', "with golangci-lint's cache")
    .option('--gopls', "with gopls's cache")
    .option('--key-suffix <text>', 'archives of its own for this job')
    .option('--go <path>', 'the go of this job', 'go')
    .action(async (options: RestoreOptions) => {
      const { restoreFromCommandLine } = await import('./restore.ts');
      process.exitCode = await restoreFromCommandLine(options);
    });
  withJob(cache.command('save'))
    .description('save what the job used since `unlatch cache restore`, where it may and where it pays')
    .option('--save <when>', 'auto (the default branch, and a pull request for itself), always or never', 'auto')
    .option('--status <status>', 'success, failure or cancelled (default: what the CI says)')
    .option('--refresh-above <percent>', 'save when more than this share of the bytes is new', '10')
    .option('--wait <seconds>', 'how long to wait for locks in the caches', '30')
    .action(async (options: SaveOptions) => {
      const { saveFromCommandLine } = await import('./save.ts');
      process.exitCode = await saveFromCommandLine(options);
    });
  cache
    .command('show')
    .description('tell what is stored, by whom, and what keeps it alive')
    .option('--store <where>', storeWords)
    .option('--json', 'print one JSON document')
    .action(async (options: ShowOptions) => {
      const { showFromCommandLine } = await import('./show.ts');
      process.exitCode = await showFromCommandLine(options);
    });
  cache
    .command('prune')
    .description('take old archives away, and what nothing needs; safe while jobs run')
    .option('--store <where>', storeWords)
    .option('--max-age <days>', 'archives that nobody has saved or restored for so long go', '30')
    .option('--max-bytes <size>', 'those used longest ago go until all take less: 20GB, 500MB, or bytes')
    .option('--dry-run', 'only show what would go; exit 1 if there is anything')
    .option('--json', 'print one JSON document')
    .action(async (options: PruneOptions) => {
      const { pruneFromCommandLine } = await import('./prune.ts');
      process.exitCode = await pruneFromCommandLine(options);
    });
  return cache;
}

/** What restore and save need to know alike. */
function withJob(command: Command): Command {
  return command
    .option('--store <where>', storeWords)
    .option('--job <name>', 'sets the archives of jobs apart (default: what the CI says)')
    .option('--branch <name>', 'the branch that is built (default: what the CI says)')
    .option('--default-branch <name>', 'whose archives all may read (default: what the CI says)')
    .option('--pull-request <id>', 'of the code that is built (default: what the CI says)')
    .option('--target-branch <name>', "the pull request's (default: what the CI says)")
    .option('--trust <whose>', 'auto, own (written by people of the repository) or stranger (saves nothing)', 'auto')
    .option('--workspace <folder>', "the repository's folder", '.')
    .option('--state <folder>', 'kept from restore to save (default: in the store of toolchains)')
    .option('--strict', 'exit 3 when the store fails')
    .option('--json', 'print one JSON document') satisfies { readonly opts: () => JobOptions };
}
