import type { Env } from '../go/context.ts';
import type { PerKind } from './kind.ts';
import type { CacheStore } from './store/store.ts';

/** What is to be cached, for whom. The same record serves to restore and to save. */
export interface CacheRequest extends PerKind<'on' | 'off' | 'zips' | 'extracted'> {
  readonly store: CacheStore;
  /** The job's environment, as go and git are to see it: GOFLAGS, GOCACHE, GOMODCACHE, GOTOOLCHAIN, PATH … */
  readonly env: Env;
  /** The go command of this job. */
  readonly go: string;
  /** The repository's folder (GITHUB_WORKSPACE). */
  readonly workspace: string;
  /**
   * A folder of ours alone, the same in main and post, on the disk of the caches where possible
   * ($RUNNER_TEMP/unlatch). Made when it is not there.
   */
  readonly stagingFolder: string;
  /** 'zips': only cache/download; 'extracted': the trees too. */
  readonly modules: 'zips' | 'extracted' | 'off';
  readonly build: 'on' | 'off';
  /** The cache of golangci-lint. */
  readonly lint: 'on' | 'off';
  /** The cache of gopls. */
  readonly gopls: 'on' | 'off';
  /**
   * GITHUB_WORKFLOW, GITHUB_JOB, and the JSON of the matrix ('' for none): build archives of different jobs are kept apart,
   * also where two workflows call theirs alike.
   */
  readonly workflow: string;
  readonly job: string;
  readonly matrix: string;
  /** Patterns of files that the keys are made of besides the repository's go.mod, go.sum and go.work; see findDependencyFiles. */
  readonly dependencyPaths: readonly string[];
  /** The user's own addition to the keys, or ''. */
  readonly keySuffix: string;
  /** A folder with entries in it already (self-hosted): take the archive in beside them, or leave it as it is. */
  readonly whenNotEmpty: 'merge' | 'skip';
  /**
   * The mark that an earlier setup of this same job has set (RestoredCache.markMs), or null. Marking twice would make
   * what was used in between look unused.
   */
  readonly markMs: number | null;
  /** The keys (CacheKey.key) under which the end of a later setup of this same job has saved: what that one chose is all that the job used. */
  readonly savedKeys: readonly string[];
}
