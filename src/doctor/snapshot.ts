/**
 * The facts that the doctor judges, as plain JSON: what `--snapshot FILE` writes and `--from FILE` reads. Nothing in it is a
 * conclusion, and no value of a variable that is not on the list of environment.ts.
 */
import type { CacheFact, PlaceFact } from './cache-fact.ts';
import type { CommandFact, GoFact } from './go-fact.ts';
import type { ProcessFact, SocketFact } from './process-fact.ts';

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

export interface GitFact {
  /** The folder that holds .git. */
  readonly root: string;
  readonly uid: number;
  /** `git rev-parse`, as the stamping of binaries would begin. */
  readonly status: CommandFact;
}
