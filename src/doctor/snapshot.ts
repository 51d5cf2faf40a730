/**
 * The facts that the doctor judges, as plain JSON: what `--snapshot FILE` writes and `--from FILE` reads. Nothing in it is a
 * conclusion, and no value of a variable that is not on the list of environment.ts.
 */

export interface Snapshot {
  /** 2 since each process tells what it did between two looks. Snapshots of schema 1 are still read. */
  readonly schema: 2;
  /** When it was taken, ISO 8601. */
  readonly at: string;
  /** Milliseconds between the two looks at the processes: what `did` of each process counts. */
  readonly windowMs: number;
  readonly host: HostFact;
  /** The workspace that was looked at, absolute. */
  readonly folder: string;
  /** The doctor's own environment. */
  readonly env: Environment;
  readonly go: GoFact;
  readonly places: readonly PlaceFact[];
  readonly processes: readonly ProcessFact[];
  /** The sockets on which a gopls listens, or could. */
  readonly sockets: readonly SocketFact[];
  readonly cache: CacheFact;
  /** Of go.mod, go.sum, go.work and go.work.sum of the workspace those with the marks of a merge that was not finished. */
  readonly conflicts: readonly string[];
  readonly git: GitFact | null;
  /** The addresses of the servers that the waiting processes were told to use: GOPROXY, GOSUMDB, HTTPS_PROXY. */
  readonly servers: readonly ServerFact[];
  /** How a session with gopls went (--connect); null: there was none. */
  readonly session: SessionFact | null;
  /** What could not be seen, and why, one sentence each. */
  readonly unseen: readonly string[];
}

/** A session that unlatch opened itself, as an editor has it. */
export interface SessionFact {
  /** The gopls that was started for it; null: none was, or it went to the socket of a daemon. */
  readonly pid: number | null;
  /** The phase that it did not get out of, and why. */
  readonly stuck: string | null;
  readonly why: string | null;
  /** Why the workspace could not be loaded, in gopls's words. */
  readonly failed: string | null;
  /** Errors and warnings that gopls showed and did not take back: "error: go.mod: unknown directive: <<<<<<<". */
  readonly said: readonly string[];
  /** Variables and settings files that decided what gopls was asked with, one a line. */
  readonly from: readonly string[];
}

export type Environment = Readonly<Record<string, string>>;

export interface ServerFact {
  /** "proxy.golang.org:443", as the setting names it, with its port. */
  readonly name: string;
  /** "142.250.1.1:443", as a connection has it; empty where the name could not be resolved in time. */
  readonly addresses: readonly string[];
}

export interface HostFact {
  /** As process.platform has it. */
  readonly platform: string;
  readonly kernel: string;
  readonly uid: number;
  /** CapEff of proc_pid_status(5), hexadecimal: in a user namespace uid 0 may have none. Null where it is not told. */
  readonly capabilities: string | null;
  /** How often this cgroup's out-of-memory killer struck since the cgroup was made; null where it does not say. */
  readonly oomKills: number | null;
  /** Whom it struck, on the whole machine; empty where the kernel's log may not be read. */
  readonly oomVictims: readonly OomKill[];
}

export interface OomKill {
  readonly pid: number;
  /** As the kernel keeps it: 15 characters. */
  readonly name: string;
  readonly agoMs: number;
}

export interface ProcessFact {
  readonly pid: number;
  readonly ppid: number;
  readonly group: number;
  readonly name: string;
  readonly command: readonly string[];
  /** R, S, D, T, t, Z as in proc_pid_stat(5); Z also for one that held a lock and ended while the snapshot was taken. */
  readonly state: string;
  /** Null: not to be read by this user. */
  readonly uid: number | null;
  readonly ageMs: number;
  /** When it was started, in ticks since the machine was: with its pid, what tells it from all others. 0: not known. */
  readonly startTicks: number;
  /** What it did between the two looks. */
  readonly did: Activity;
  readonly cwd: string | null;
  readonly env: Environment | null;
  /** Of a go: what it takes for GOPROXY and the like, from its environment, its GOENV file and its GOROOT. */
  readonly settings: Environment | null;
  /** Of a gopls: who started it. Null: nobody that is known as an editor. */
  readonly editor: EditorFact | null;
  /** Of a gopls: the folder of the module or go.work that it serves, as far as its working directory tells. */
  readonly workspace: string | null;
  /** Processes that nobody waits for: gopls's and go's telemetry, and what unlatch itself has started. */
  readonly aside: 'telemetry' | 'unlatch' | null;
  /** The debugger or tracer that it has. */
  readonly tracer: number | null;
  /** The container's id, shortened; null where it is the doctor's own, there is none, or it is not told. */
  readonly container: string | null;
  /** Its parent has gone, and it was given to init or a process that takes init's part. */
  readonly orphan: boolean;
  readonly threads: readonly ThreadFact[];
  readonly files: readonly FileFact[];
  readonly connections: readonly ConnectionFact[];
  /** Of a go or gopls those that it reads and has made itself; of others, those by which such a one is written to. */
  readonly pipes: readonly PipeFact[];
}

export interface Activity {
  /** Processor time, that of the children which ended meanwhile included. */
  readonly busyMs: number;
  /** Bytes that it read and wrote by any call; null where this user may not know. */
  readonly ioBytes: number | null;
  /** Children that it has started. */
  readonly children: number;
}

export interface EditorFact {
  /** "Neovim", "VS Code". */
  readonly name: string;
  readonly pid: number;
}

export interface PipeFact {
  readonly fd: number;
  readonly inode: number;
  readonly end: 'read' | 'write';
}

export interface ThreadFact {
  readonly tid: number;
  /** The kernel function in which it sleeps; "" when it runs, or the kernel does not tell. */
  readonly wchan: string;
  /** The descriptor that its flock(2) is about; null when it is in another call. */
  readonly flockFd: number | null;
}

/** A descriptor of a file that Go's caches, or its locks, are about. */
export interface FileFact {
  readonly fd: number;
  /** As the process sees it; ends in " (deleted)" when its name is gone. */
  readonly path: string;
  /** Null on kernels before 5.14, where nothing is locked. */
  readonly inode: number | null;
  /** "fe:00" of the lock that it holds; null: it holds none. */
  readonly lockDevice: string | null;
  readonly lock: 'WRITE' | 'READ' | null;
}

export interface ConnectionFact {
  /** Of the socket. */
  readonly inode: number;
  readonly local: string;
  readonly remote: string;
  /** "ESTABLISHED", "SYN_SENT". Others are not kept. */
  readonly state: string;
  readonly sendQueueBytes: number;
  readonly receiveQueueBytes: number;
  /** Since the last byte came; null where ss(8) is not there to tell, or none has come. */
  readonly silentMs: number | null;
  /** Since the last byte was sent; of SYN_SENT: since the first SYN. Null where ss(8) is not there to tell. */
  readonly sentMs: number | null;
  /** Since the other side last acknowledged anything. */
  readonly ackedMs: number | null;
  /** How many bytes have come so far. */
  readonly receivedBytes: number | null;
  /** How many of them between the two looks. */
  readonly receivedMeanwhile: number | null;
}

export interface SocketFact {
  readonly path: string;
  /** Of the file; null: there is none at that path. */
  readonly uid: number | null;
  readonly inode: number | null;
  /** The processes that listen there, several when the file was replaced under the first. */
  readonly listeners: readonly number[];
  /** Connections that nobody has accepted yet. */
  readonly backlog: number;
}

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

/** How a command ended that was run under a time limit. */
export interface CommandFact {
  readonly command: string;
  /** Null: it did not start, or was ended at the limit. */
  readonly code: number | null;
  readonly timedOut: boolean;
  readonly ms: number;
  /** The first of what it printed, when that was not what was asked for. */
  readonly output: string;
}

export interface GoFact {
  /** `GOTOOLCHAIN=local go env -json`, reduced to the variables of the list; null when it did not answer with that. */
  readonly env: Environment | null;
  readonly local: CommandFact;
  /** `go env -json` as it stands, which may fetch another Go; null: not asked, since a process is stuck in it already. */
  readonly plain: CommandFact | null;
  /** `go list -m`, offline: what go says of its flags and of the files of the workspace. Null: there is no go that answers. */
  readonly load: CommandFact | null;
  /** Null: GOROOT is not set, or is that of the go on PATH. */
  readonly goroot: GorootFact | null;
  /** `go env -json` with the environment of the gopls that serves the workspace; null: it is this one, or none runs. */
  readonly editor: EditorGoFact | null;
  /** "golang.org/x/tools/gopls v0.21.1"; null: none on PATH, or no answer. */
  readonly gopls: string | null;
  /** A `gopackagesdriver` on PATH, which gopls runs instead of go. */
  readonly driver: string | null;
  /** `go mod verify` and `go list` with the module index and without it; null: was not asked for (--deep). */
  readonly deep: DeepFact | null;
}

export interface EditorGoFact extends CommandFact {
  readonly pid: number;
  /** As of GoFact. */
  readonly env: Environment | null;
  readonly load: CommandFact | null;
  readonly goroot: GorootFact | null;
  /** The folders that differ from those of the doctor's own environment. */
  readonly places: readonly PlaceFact[];
}

/** A GOROOT that is set, and is not that of the go that runs. */
export interface GorootFact {
  readonly path: string;
  /** The file of `go env -w` that sets it; null: the environment does. */
  readonly file: string | null;
  readonly there: boolean;
  /** `go version`; null: not asked. */
  readonly version: CommandFact | null;
  /** `go tool compile -V`; null: not asked. */
  readonly compiler: CommandFact | null;
}

export interface DeepFact {
  readonly verify: CommandFact;
  readonly list: CommandFact;
  readonly listWithoutIndex: CommandFact;
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

export interface GitFact {
  /** The folder that holds .git. */
  readonly root: string;
  readonly uid: number;
  /** `git rev-parse`, as the stamping of binaries would begin. */
  readonly status: CommandFact;
}
