/** Facts about the folders that go uses and the contents of its caches. */

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
  /** null: nothing at that path. "hung": a call on it did not return in time. */
  readonly stat: { readonly uid: number; readonly mode: string } | 'hung' | null;
  /** What is at that path; null: nothing, or unknown. */
  readonly shape: 'folder' | 'file' | 'dangling link' | null;
  /** The absolute target of a dangling link. */
  readonly linkTo: string | null;
  /** The mount forbids running programs. */
  readonly noexec: boolean;
  /** Its mount, if that is NFS: "server:/export", "/mnt", "nfs4", "rw,vers=4.2,…". */
  readonly nfs: {
    readonly source: string;
    readonly mountPoint: string;
    readonly type: string;
    readonly options: string;
  } | null;
  /** Of the folder or its nearest existing parent: null if writable, otherwise the errno. */
  readonly notWritable: string | null;
  /** f_type of statfs(2), hexadecimal. */
  readonly type: string | null;
  readonly freeBytes: number | null;
  /** null: the filesystem does not count inodes. */
  readonly freeInodes: number | null;
  readonly flock: FlockProbe | null;
}

/** The result of flock(1) on an existing file. */
export interface FlockProbe {
  readonly path: string;
  readonly result: 'exclusive' | 'busy' | 'not exclusive' | 'failed';
  /** The message if it failed. */
  readonly why: string | null;
}

export interface CacheFact {
  /** Leftovers of modules in the workspace's go.sum, and of git below cache/vcs. */
  readonly left: readonly LeftFact[];
  /** Requirements of the workspace's go.mod that its go.sum lacks, "rsc.io/quote@v1.5.2". */
  readonly withoutSum: readonly string[];
  /** A sample of what this process cannot write to in the caches. */
  readonly foreign: readonly ForeignFact[];
  /** Of the extracted modules checked, the oldest that this process cannot write to. */
  readonly readOnlyModule: { readonly path: string; readonly ageMs: number } | null;
  /** The age of GOCACHE's last trim by trim.txt; null: no such file. */
  readonly trimAgeMs: number | null;
  /** A sample of GOCACHE's entries. */
  readonly entries: {
    readonly seen: number;
    readonly olderThan5Days: number;
    /** Those of them whose ctime is within a day: they were unpacked with their old mtimes. */
    readonly restored: number;
  };
  /** Of that sample, or with --deep of all, the outputs whose content is not that of their name. */
  readonly damaged: readonly DamagedOutput[];
  /** Existing files whose names people mistake for locks. */
  readonly folk: readonly string[];
}

export interface DamagedOutput {
  /** "…/0a/0a1b…-d"; of a program, the file in that folder. */
  readonly path: string;
  readonly bytes: number;
  /** Of its content; its name says another. */
  readonly sha256: string;
  /** A file that names it with this length; null: there was no time to read them all. */
  readonly entry: string | null;
  readonly ageMs: number;
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

export const leftKinds = [
  'empty zip',
  'empty mod',
  'empty ziphash',
  // The folder of an extracted module.
  'empty module',
  'tmp',
  'partial',
  'git lock',
  'not writable',
  'empty gopls index',
] as const;

export interface LeftFact {
  readonly kind: (typeof leftKinds)[number];
  readonly path: string;
  /** "rsc.io/quote@v1.5.2"; for git the folder below cache/vcs. */
  readonly of: string;
  readonly ageMs: number;
  /** Some process holds go's lock on it, perhaps in another container. */
  readonly busy: boolean;
}
