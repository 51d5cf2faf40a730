/**
 * The rules for what dead processes leave in Go's caches, and what of it may be removed. Pure.
 *
 * Sources: cmd/go/internal/modfetch/cache.go and fetch.go for the names in the module cache
 * ("v1.0.0.zip123.tmp" since Go 1.17, "v1.0.0.zip.tmp123" before, by cmd/go/internal/renameio),
 * modfetch/codehost/codehost.go (WorkDir) and git.go for cache/vcs, cmd/go/internal/cache/cache.go
 * for GOCACHE, gopls/internal/lsprpc/autostart_posix.go for the sockets.
 */

/** Where a name was found; elsewhere the same name means something else. */
export type CachePart = 'versions' | 'repository' | 'packs' | 'gocache' | 'entries' | 'temporary' | 'gopls-cache';

export type Kind =
  /** An unfinished zip or its hash: written under the lock of its version. */
  | 'zip-temp'
  /** The marker of an unfinished extraction: written under the lock of its version. */
  | 'partial'
  | 'zip'
  | 'mod'
  /** Written without a lock, then renamed at once. */
  | 'write-temp'
  /** git's own lock file, which stays when git is killed. */
  | 'git-lock'
  | 'git-temp'
  | 'daemon-socket'
  | 'pid-file'
  | 'work-folder'
  | 'work-file';

/** An entry whose name may be that of a leftover. */
export interface Candidate {
  readonly path: string;
  /** The root that it was found in; nothing above it is touched. */
  readonly root: string;
  readonly kind: Kind;
  readonly type: 'file' | 'folder' | 'socket' | 'other';
  readonly bytes: number;
  readonly modifiedMs: number;
  readonly uid: number;
  /** "device:inode", to recognize it later. */
  readonly identity: string;
  /** Go's lock file for it; null: none. */
  readonly lock: string | null;
  /** For a `partial`: the folder of the extracted module. */
  readonly tree: string | null;
  /**
   * Evidence that it is in use: a process that has it open, or the extracted module that it marks.
   */
  readonly use: string | null;
  /** The filesystem's name if it may hide locks of other machines. */
  readonly sharedBy: string | null;
}

/** A leftover that a clean removes. */
export interface Residue {
  readonly path: string;
  readonly kind: Kind;
  readonly reason: string;
  readonly bytes: number;
  readonly candidate: Candidate;
}

/** An entry that looks like a leftover but stays. */
export interface Kept {
  readonly path: string;
  readonly kind: Kind;
  readonly why: string;
}

export interface Plan {
  readonly residue: readonly Residue[];
  readonly kept: readonly Kept[];
}

const reasons: Readonly<Record<Kind, string>> = {
  'zip-temp': 'an unfinished download',
  partial: 'the marker of an extraction that left nothing else',
  zip: 'an empty zip: go takes it for the module and fails',
  mod: 'an empty go.mod: go takes it for the real one and fails',
  'write-temp': 'an unfinished file, left before its rename',
  'git-lock': 'the lock file of a killed git: the next git fails on it',
  'git-temp': 'an unfinished git pack',
  'daemon-socket': 'the socket of a gopls daemon that is gone',
  'pid-file': 'it names a process that is gone',
  'work-folder': 'a work folder of a go or gopls that is gone',
  'work-file': 'a temporary file of a go that is gone',
};

const wanted: Readonly<Record<Kind, Candidate['type']>> = {
  'zip-temp': 'file',
  partial: 'file',
  zip: 'file',
  mod: 'file',
  'write-temp': 'file',
  'git-lock': 'file',
  'git-temp': 'file',
  'daemon-socket': 'socket',
  'pid-file': 'file',
  'work-folder': 'folder',
  'work-file': 'file',
};

const minuteMs = 60_000;

/**
 * How long an entry without a lock must be unchanged: the process that uses it may be in another
 * container, invisible from here. Files that are renamed at once live for milliseconds.
 */
const restMs: Readonly<Partial<Record<Kind, number>>> = {
  'write-temp': minuteMs,
  'git-temp': 10 * minuteMs,
  'work-folder': 10 * minuteMs,
  'work-file': 10 * minuteMs,
};

/**
 * The same on filesystems that hide locks of other machines: there the lock alone proves nothing.
 */
const sharedRestMs = 24 * 60 * minuteMs;

/** Sorts candidates into residue to remove and entries to keep, for user `uid` at `nowMs`. */
export function planClean(candidates: readonly Candidate[], nowMs: number, uid: number): Plan {
  const residue: Residue[] = [];
  const kept: Kept[] = [];
  for (const candidate of candidates) {
    const { path, kind, bytes } = candidate;
    if ((kind === 'zip' || kind === 'mod') && (bytes > 0 || candidate.type !== 'file')) continue;
    const why = whyKept(candidate, nowMs, uid);
    if (why === null) residue.push({ path, kind, reason: reasons[kind], bytes, candidate });
    else kept.push({ path, kind, why });
  }
  return { residue, kept };
}

function whyKept(candidate: Candidate, nowMs: number, uid: number): string | null {
  const { kind, type, use, sharedBy } = candidate;
  if (type !== wanted[kind]) return `not a ${wanted[kind]}`;
  if (candidate.uid !== uid) return `belongs to user ${candidate.uid}`;
  if (use !== null) return use;
  const restedMs = nowMs - candidate.modifiedMs;
  const dueMs = restMs[kind] ?? 0;
  // An mtime in the future makes `restedMs` negative, so the entry stays.
  if (dueMs > 0 && restedMs < dueMs) return `modified less than ${dueMs / minuteMs} min ago`;
  if (sharedBy !== null && restedMs < sharedRestMs) {
    return `on ${sharedBy}, which may hide locks of other machines, and modified less than a day ago`;
  }
  return null;
}

/** Both forms of temporary name: "…123.tmp" and the older "….tmp123". */
const temporary = String.raw`(?:\d+\.tmp|\.tmp\d+)`;
const zipTemp = new RegExp(String.raw`^(v.+)\.zip(?:hash)?${temporary}$`);
const writeTemp = new RegExp(String.raw`^(?:v.+\.(?:info|mod)|list)${temporary}$`);
const marked = /^(v.+)\.(partial|zip|mod)$/;
const trimTemp = new RegExp(String.raw`^(?:trim|testexpire)\.txt${temporary}$`);
const entryTemp = /^[0-9a-f]{64}-[ad](?:\d*\.tmp|\.tmp\d*)$/;
const gitLocks: ReadonlySet<string> = new Set(
  ['shallow', 'config', 'packed-refs', 'index', 'HEAD'].map((name) => `${name}.lock`),
);
const packTemp = /^(?:tmp_(?:pack|idx|rev|mtimes)_\w+|\.tmp-\d+-pack-.+)$/;
// gopls names its socket after its executable, which may have another name; only "gopls" is
// recognized.
const socket = /^gopls-[0-9a-f]{6}-daemon\..+$/;
const workFolder = /^(?:go-build\d+|gopls-tempmod\d+|gopls-\d+\.details\d+)$/;
const workFile = /^(?:go-codehost-\d+|go-readzip-\d+\.zip)$/;

/**
 * The kind that a name has in that place, and the version whose lock guards it; null: not a
 * leftover.
 */
export function kindOf(
  place: CachePart,
  name: string,
): { readonly kind: Kind; readonly version: string | null } | null {
  switch (place) {
    case 'versions': {
      const [, version = null, suffix] = marked.exec(name) ?? [];
      if (suffix === 'partial' || suffix === 'zip' || suffix === 'mod') return { kind: suffix, version };
      const of = zipTemp.exec(name)?.[1];
      if (of !== undefined) return { kind: 'zip-temp', version: of };
      return writeTemp.test(name) ? { kind: 'write-temp', version: null } : null;
    }
    case 'repository':
      return gitLocks.has(name) ? { kind: 'git-lock', version: null } : null;
    case 'packs':
      return packTemp.test(name) ? { kind: 'git-temp', version: null } : null;
    case 'gocache':
      return trimTemp.test(name) ? { kind: 'write-temp', version: null } : null;
    case 'entries':
      // Cheap test first: there may be 100,000s of ordinary entries, "<64 hex digits>-a" and "-d".
      return name.length > 66 && entryTemp.test(name) ? { kind: 'write-temp', version: null } : null;
    case 'temporary':
      if (socket.test(name)) return { kind: 'daemon-socket', version: null };
      if (workFolder.test(name)) return { kind: 'work-folder', version: null };
      if (workFile.test(name)) return { kind: 'work-file', version: null };
      return isPidFile(name) ? { kind: 'pid-file', version: null } : null;
    case 'gopls-cache':
      return isPidFile(name) ? { kind: 'pid-file', version: null } : null;
  }
}

/** gopls writes no PID files; scripts do. */
function isPidFile(name: string): boolean {
  return /^gopls(?:[-.]\w+)*\.pid$/.test(name);
}
