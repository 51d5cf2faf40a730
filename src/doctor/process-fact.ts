/** A process of the snapshot, and what it has open, waits for and has done. */
import type { Environment } from './snapshot.ts';

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
