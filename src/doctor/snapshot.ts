/**
 * The facts that the doctor judges, as plain JSON: `--snapshot FILE` writes it and `--from FILE` reads
 * it. It contains no conclusions and only the variables listed in environment.ts.
 */
import type { CacheFact, PlaceFact } from './cache-fact.ts';
import type { CommandFact, GoFact } from './go-fact.ts';
import type { ProcessFact, SocketFact } from './process-fact.ts';

export interface Snapshot {
  /** 2 since processes have `did`. Schema 1 is still readable. */
  readonly schema: 2;
  /** When it was taken, ISO 8601. */
  readonly at: string;
  /** Milliseconds between the two looks at the processes, the window of each process's `did`. */
  readonly windowMs: number;
  readonly host: HostFact;
  /** The workspace, absolute. */
  readonly folder: string;
  /** The doctor's own environment. */
  readonly env: Environment;
  readonly go: GoFact;
  readonly places: readonly PlaceFact[];
  readonly processes: readonly ProcessFact[];
  /** Daemon sockets, with or without a listener. */
  readonly sockets: readonly SocketFact[];
  readonly cache: CacheFact;
  /** Those of the workspace's go.mod, go.sum, go.work and go.work.sum that have conflict markers. */
  readonly conflicts: readonly string[];
  readonly git: GitFact | null;
  /** The servers in the settings of waiting processes: GOPROXY, GOSUMDB, HTTPS_PROXY. */
  readonly servers: readonly ServerFact[];
  /** The session with gopls (--connect); null: none. */
  readonly session: SessionFact | null;
  /** What is not visible, and why, one sentence each. */
  readonly unseen: readonly string[];
}

/** A session that unlatch opened like an editor. */
export interface SessionFact {
  /** The gopls started for it; null: none, or it used a daemon's socket. */
  readonly pid: number | null;
  /** The phase it is stuck in, and why. */
  readonly stuck: string | null;
  readonly why: string | null;
  /** Why gopls could not load the workspace, in its words. */
  readonly failed: string | null;
  /** Errors and warnings that gopls showed and did not clear: "error: go.mod: unknown directive: <<<<<<<". */
  readonly said: readonly string[];
  /** Variables and settings files that shaped the session, one per line. */
  readonly from: readonly string[];
}

export type Environment = Readonly<Record<string, string>>;

export interface ServerFact {
  /** "proxy.golang.org:443", the name in the setting, with its port. */
  readonly name: string;
  /** "142.250.1.1:443", as in a connection; empty if the name did not resolve in time. */
  readonly addresses: readonly string[];
}

export interface HostFact {
  /** process.platform. */
  readonly platform: string;
  readonly kernel: string;
  readonly uid: number;
  /** CapEff of proc_pid_status(5), hexadecimal: in a user namespace uid 0 may have none. null: unknown. */
  readonly capabilities: string | null;
  /** OOM kills in this cgroup since its creation; null: unknown. */
  readonly oomKills: number | null;
  /** OOM kills on the whole machine; empty if the kernel's log is not readable. */
  readonly oomVictims: readonly OomKill[];
}

export interface OomKill {
  readonly pid: number;
  /** Cut to 15 characters by the kernel. */
  readonly name: string;
  readonly agoMs: number;
}

export interface GitFact {
  /** The folder that holds .git. */
  readonly root: string;
  readonly uid: number;
  /** `git rev-parse`, like the first step of stamping a binary. */
  readonly status: CommandFact;
}
