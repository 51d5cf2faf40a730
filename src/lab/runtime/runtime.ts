/** Where trials run. A sandbox is a fresh directory tree; after its disposal nothing that it started is left. */
import type { Capability } from '../fault/fault.ts';
import type { LocalBinaries, RuntimeName } from '../history/history.ts';
import type { ReadOutput } from '../history/read-history.ts';

/** The binaries of a cell on this machine. */
export interface Toolchain {
  readonly go: { readonly version: string; readonly goroot: string };
  readonly gopls: { readonly version: string; readonly path: string } | null;
  /** Those of them that are not published builds. Absent: none. */
  readonly local?: LocalBinaries;
}

export interface SandboxNeeds {
  readonly toolchain: Toolchain;
  readonly root: boolean;
  readonly capabilities: readonly Capability[];
}

export interface Sandbox extends AsyncDisposable {
  /**
   * Writes the files and runs the driver to its end.
   * @param files by name below the sandbox's root; a name that ends in '/' is a folder.
   * @param limitMs after which the driver counts as lost.
   * @throws EnvironmentError if the driver does not answer.
   */
  run(files: ReadonlyMap<string, Uint8Array>, limitMs: number, signal: AbortSignal): Promise<ReadOutput>;
}

export interface Runtime extends AsyncDisposable {
  readonly name: RuntimeName;
  /** How it isolates trials ("engine 20.10.24", "bubblewrap"), for the report's head. */
  readonly description: string;
  /** The version of the Docker engine, or null. */
  readonly engine: string | null;
  /** Why this runtime lacks the capability here; null: it has it. Asked once per run. */
  missing(capability: Capability): Promise<string | null>;
  /** Prepares what all trials need. @throws EnvironmentError if nothing can run here. */
  ready(tell: (what: string) => void, signal: AbortSignal): Promise<void>;
  /** Prepares what trials with this toolchain need. Called before the first of them; may take minutes. */
  prepare(toolchain: Toolchain, tell: (what: string) => void, signal: AbortSignal): Promise<void>;
  open(needs: SandboxNeeds): Promise<Sandbox>;
}
