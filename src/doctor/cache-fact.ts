/** The folders that go works in, and what lies in its caches. */

export type PlaceRole =
  | 'workspace'
  | 'HOME'
  | 'TMPDIR'
  | 'GOTMPDIR'
  | 'GOCACHE'
  | 'GOMODCACHE'
  | 'GOMODCACHE/cache/download'
  | 'GOPATH/pkg/sumdb'
  | 'the cache of gopls'
  | 'XDG_RUNTIME_DIR';

export interface PlaceFact {
  readonly role: PlaceRole;
  readonly path: string;
  /** Null: there is nothing at that path. "hung": a call on it did not come back in time. */
  readonly stat: { readonly uid: number; readonly mode: string } | 'hung' | null;
  /** What is at that path; null: nothing, or it is not known. */
  readonly shape: 'folder' | 'file' | 'dangling link' | null;
  /** Where a dangling link leads, absolute. */
  readonly linkTo: string | null;
  /** It is mounted so that no program may be run from there. */
  readonly noexec: boolean;
  /** Of the folder, or of the nearest one above it that is there. Null: writable. Otherwise the errno. */
  readonly notWritable: string | null;
  /** As a hexadecimal number; statfs(2) lists them. */
  readonly type: string | null;
  readonly freeBytes: number | null;
  /** Null where the filesystem has no count of them. */
  readonly freeInodes: number | null;
  readonly flock: FlockProbe | null;
}

/** What flock(1) said of a file that was there already. */
export interface FlockProbe {
  readonly path: string;
  readonly result: 'exclusive' | 'busy' | 'not exclusive' | 'failed';
  /** The message, when it failed. */
  readonly why: string | null;
}

export interface CacheFact {
  /** Leftovers of the modules in the workspace's go.sum, and of git below cache/vcs. */
  readonly left: readonly LeftFact[];
  /** Requirements of the workspace's go.mod that its go.sum says nothing of, "rsc.io/quote@v1.5.2". */
  readonly withoutSum: readonly string[];
  /** What in them cannot be written by this process: a sample. */
  readonly foreign: readonly ForeignFact[];
  /** Of the extracted modules that were looked at, the oldest into whose folder this process may not write. */
  readonly readOnlyModule: { readonly path: string; readonly ageMs: number } | null;
  /** Null: there is none. */
  readonly trimAgeMs: number | null;
  /** A sample of GOCACHE's entries. */
  readonly entries: {
    readonly seen: number;
    readonly olderThan5Days: number;
    /** Of these, those whose inode changed within a day: they were unpacked with the times that they had. */
    readonly restored: number;
  };
  /** Files that exist under names of which people say that they are locks. */
  readonly folk: readonly string[];
}

export interface ForeignFact {
  readonly role: 'GOCACHE' | 'GOMODCACHE' | 'the cache of gopls';
  /** The folder of that cache. */
  readonly cache: string;
  readonly path: string;
  readonly uid: number;
  /** Octal, "755". */
  readonly mode: string;
}

export interface LeftFact {
  readonly kind: 'empty zip' | 'empty mod' | 'tmp' | 'partial' | 'git lock' | 'not writable' | 'empty gopls index';
  readonly path: string;
  /** "rsc.io/quote@v1.5.2"; for git the folder below cache/vcs. */
  readonly of: string;
  readonly ageMs: number;
  /** Go's own lock of it is held, by whoever: a process in another container works on it. */
  readonly busy: boolean;
}
