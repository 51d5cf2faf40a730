/** A process of the snapshot: what it has open, waits for and did. */
import type { Environment } from './snapshot.ts';

export interface ProcessFact {
  readonly pid: number;
  readonly ppid: number;
  readonly group: number;
  readonly name: string;
  readonly command: readonly string[];
  /** As in proc_pid_stat(5): R, S, D, T, t, Z. Z also for a lock holder that ended during the snapshot. */
  readonly state: string;
  /** null: not readable by this user. */
  readonly uid: number | null;
  readonly ageMs: number;
  /** Start in ticks since boot; unique together with the pid. 0: unknown. */
  readonly startTicks: number;
  /** Its activity between the two looks. */
  readonly did: Activity;
  readonly cwd: string | null;
  readonly env: Environment | null;
  /** Of a go: its effective GOPROXY etc., from its environment, GOENV file and GOROOT. */
  readonly settings: Environment | null;
  /** Of a gopls: the editor that started it; null: no known editor. */
  readonly editor: EditorFact | null;
  /** Of a gopls: the folder of the module or go.work that it serves, judging by its working directory. */
  readonly workspace: string | null;
  /** Set for processes that nobody waits for: telemetry of gopls and go, and unlatch's own. */
  readonly aside: 'telemetry' | 'unlatch' | null;
  /** The pid of its debugger or tracer. */
  readonly tracer: number | null;
  /** The short container id; null: the doctor's own container, none, or unknown. */
  readonly container: string | null;
  /** Its parent is gone and init, or a subreaper, adopted it. */
  readonly orphan: boolean;
  readonly threads: readonly ThreadFact[];
  readonly files: readonly FileFact[];
  readonly connections: readonly ConnectionFact[];
  /** Of a go or gopls: the pipes that it created and reads. Of others: the write ends of those pipes. */
  readonly pipes: readonly PipeFact[];
}

export interface Activity {
  /** CPU time, including children that ended between the looks. */
  readonly busyMs: number;
  /** Bytes read and written; null: not visible to this user. */
  readonly ioBytes: number | null;
  /** Number of children started. */
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
  /** The kernel function that it sleeps in; "" if it runs or the kernel hides it. */
  readonly wchan: string;
  /** The descriptor of its flock(2) call; null: in another call. -1: unknown descriptor. */
  readonly flockFd: number | null;
}

/** An open file of Go's caches or locks. */
export interface FileFact {
  readonly fd: number;
  /** As the process sees it; ends in " (deleted)" if the file was deleted. */
  readonly path: string;
  /** null for unlocked files on kernels before 5.14. */
  readonly inode: number | null;
  /** Device of the lock that it holds, "fe:00"; null: no lock. */
  readonly lockDevice: string | null;
  readonly lock: 'WRITE' | 'READ' | null;
  /** Whether the lock is on a file of an overlay, which no other overlay shares. */
  readonly isOverlay?: boolean;
}

export interface ConnectionFact {
  /** The socket's inode. */
  readonly inode: number;
  readonly local: string;
  readonly remote: string;
  /** "ESTABLISHED" or "SYN_SENT"; other states are left out. */
  readonly state: string;
  readonly sendQueueBytes: number;
  readonly receiveQueueBytes: number;
  /** Since the last byte received; null: no ss(8), or none received. */
  readonly silentMs: number | null;
  /** Since the last byte sent, for SYN_SENT since the first SYN; null: no ss(8). */
  readonly sentMs: number | null;
  /** Since the peer's last acknowledgement. */
  readonly ackedMs: number | null;
  /** Bytes received so far. */
  readonly receivedBytes: number | null;
  /** Bytes received between the two looks. */
  readonly receivedMeanwhile: number | null;
}

export interface SocketFact {
  readonly path: string;
  /** Owner of the file; null: no file at that path. */
  readonly uid: number | null;
  readonly inode: number | null;
  /** The processes that listen there; several if the file was replaced while the first listened. */
  readonly listeners: readonly number[];
  /** Connections not yet accepted. */
  readonly backlog: number;
}
