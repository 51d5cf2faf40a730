import type { FileHandle } from 'node:fs/promises';

/** A pointer: which archive a key has now. */
export interface PointerName {
  /** "heads/main": who wrote it, and who may read it. */
  readonly scope: string;
  /** The key of a job (CacheKey.key). */
  readonly slot: string;
}

export interface ObjectName {
  readonly scope: string;
  /** "DIGEST.NONCE": two writers never write the same object. */
  readonly id: string;
}

export interface PointerAt extends PointerName {
  /** When it was last moved, Unix time in ms, by the pool's clock. */
  readonly changedMs: number;
}

export interface ObjectAt extends ObjectName {
  readonly bytes: number;
  /** When it was written, Unix time in ms, by the pool's clock. */
  readonly changedMs: number;
}

/** That jobs of a scope have restored an archive. It keeps the archive from `prune`, and nothing else depends on it. */
export interface Use extends PointerName {
  /** The scope that the jobs write: a pull request cannot write that of the archive. */
  readonly by: string;
}

export interface UseAt extends Use {
  /** When it was last renewed, Unix time in ms, by the pool's clock. */
  readonly changedMs: number;
}

/** The text of a pointer, and the version that a move must name. */
export interface Versioned {
  readonly text: string;
  readonly version: string;
  /** When this version was written, Unix time in ms, by the pool's clock. */
  readonly changedMs: number;
}

/** All that a pool holds, as one listing found it: what came or went meanwhile may be in it or not. */
export interface PoolContents {
  readonly objects: readonly ObjectAt[];
  readonly pointers: readonly PointerAt[];
  readonly uses: readonly UseAt[];
}

/**
 * A place for immutable objects and small pointers: a folder, or a bucket of S3. It has no lock: a pointer moves by
 * compare-and-swap. What is half written is never seen.
 *
 * All of it throws when the place does not answer, and the reason of the signal that the pool was opened with.
 */
export interface Pool {
  /** "s3://bucket/prefix": for people. */
  readonly what: string;
  /** null: there is none. */
  readonly read: (name: PointerName) => Promise<Versioned | null>;
  /**
   * @param text differs from each that the pointer ever had
   * @param expected the version that it must have; null: it must not exist
   * @returns false: it has another version by now, and nothing was written
   */
  readonly move: (name: PointerName, text: string, expected: string | null) => Promise<boolean>;
  /** @returns false: it has another version by now, and is still there. */
  readonly drop: (name: PointerName, expected: string) => Promise<boolean>;
  /** Those of a scope whose slot starts with the prefix. */
  readonly pointers: (scope: string, prefix: string) => Promise<readonly PointerAt[]>;
  /** @param file its content */
  readonly upload: (object: ObjectName, file: string, bytes: number) => Promise<void>;
  /**
   * Opens the content for reading.
   *
   * @param scratch an own file that may be written, for what must be fetched first
   * @returns null: there is no such object
   */
  readonly open: (object: ObjectName, bytes: number, scratch: string) => Promise<FileHandle | null>;
  readonly remove: (object: ObjectName) => Promise<void>;
  readonly contents: () => Promise<PoolContents>;
  /** Notes the use now. @param everyMs a note that is younger may stay as it is */
  readonly renew: (use: Use, everyMs: number) => Promise<void>;
  readonly forgetUse: (use: Use) => Promise<void>;
  /**
   * Removes what writers have left that ended in the middle.
   *
   * @param beforeMs by the pool's clock
   * @returns how many there were
   */
  readonly sweepUnfinished: (beforeMs: number, dryRun: boolean) => Promise<number>;
  /** The time by the pool's clock, Unix time in ms. */
  readonly nowMs: () => Promise<number>;
}
