import type { Env } from '../go/context.ts';
import type { PerKind } from './kind.ts';
import type { ImageFormat } from './layer/image-format.ts';
import type { CacheStore } from './store/store.ts';

/** What to cache, and for which job. The same request serves restore and save. */
export interface CacheRequest extends PerKind<'on' | 'off' | 'zips' | 'extracted' | 'trees'> {
  readonly store: CacheStore;
  /** The job's environment for go and git: GOFLAGS, GOCACHE, GOMODCACHE, GOTOOLCHAIN, PATH … */
  readonly env: Env;
  /** The go command of this job. */
  readonly go: string;
  /** The repository's folder (GITHUB_WORKSPACE). */
  readonly workspace: string;
  /**
   * An own folder, the same in main and post, if possible on the disk of the caches
   * ($RUNNER_TEMP/unlatch). Created if missing.
   */
  readonly stagingFolder: string;
  /**
   * 'zips': only cache/download; 'extracted': the extracted modules too; 'trees': those, and no zip
   * of a module that is extracted.
   */
  readonly modules: 'zips' | 'extracted' | 'trees' | 'off';
  readonly build: 'on' | 'off';
  /** The cache of golangci-lint. */
  readonly lint: 'on' | 'off';
  /** The cache of gopls. */
  readonly gopls: 'on' | 'off';
  /**
   * GITHUB_WORKFLOW, GITHUB_JOB, and the JSON of the matrix ('': none). They separate the build
   * archives of different jobs, also of jobs with the same name in two workflows.
   */
  readonly workflow: string;
  readonly job: string;
  readonly matrix: string;
  /**
   * Patterns of extra files for the keys, besides go.mod, go.sum and go.work; see
   * findDependencyFiles.
   */
  readonly dependencyPaths: readonly string[];
  /** The user's suffix for the keys, or ''. */
  readonly keySuffix: string;
  /**
   * If the cache already has entries (self-hosted runner): merge the archive into it, or skip the
   * restore.
   */
  readonly whenNotEmpty: 'merge' | 'skip';
  /**
   * The marker that an earlier setup of the same job has set (RestoredCache.markMs), or null. A
   * second marker would make entries used in between look unused.
   */
  readonly markMs: number | null;
  /** The keys (CacheKey.key) under which the end of a later setup of this same job has saved: what that one chose is all that the job used. */
  readonly savedKeys: readonly string[];
  /** auto: mounts empty caches where the machine can. Default: never. */
  readonly mounts?: 'auto' | 'never';
  /** The formats of images to try, in this order. Default: all. */
  readonly imageFormats?: readonly ImageFormat[];
  /** The kinds that an earlier setup of the same job keeps in layers: its end saves them. */
  readonly layeredKinds?: readonly string[];
  /** Ends the go and git commands that restore and save wait for; both then reject with its reason. */
  readonly signal?: AbortSignal;
}
