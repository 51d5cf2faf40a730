/** Where trials run. A sandbox is one fresh directory tree; when it is disposed of, nothing that it started is left. */
import type { Capability } from '../fault/fault.ts';
import type { RuntimeName } from '../history/history.ts';
import type { ReadOutput } from '../history/read-history.ts';

/** The binaries of a cell, as they lie on this machine. */
export interface Toolchain {
  readonly go: { readonly version: string; readonly goroot: string };
  readonly gopls: { readonly version: string; readonly path: string } | null;
}

export interface SandboxNeeds {
  readonly toolchain: Toolchain;
  readonly root: boolean;
  readonly capabilities: readonly Capability[];
}

export interface Sandbox extends AsyncDisposable {
  /**
   * Puts the files in place and runs the driver to its end.
   * @param files names below the sandbox's root; one that ends in '/' is a folder.
   * @param limitMs after which the driver is taken for lost.
   * @throws EnvironmentError when the driver did not answer.
   */
  run(files: ReadonlyMap<string, Uint8Array>, limitMs: number, signal: AbortSignal): Promise<ReadOutput>;
}

export interface Runtime extends AsyncDisposable {
  readonly name: RuntimeName;
  /** How it separates trials ("engine 20.10.24", "bubblewrap"): for the report's head. */
  readonly description: string;
  /** The version of the Docker engine, where there is one. */
  readonly engine: string | null;
  /** Why this runtime has not got the capability here, or null when it has. Asked once per run. */
  missing(capability: Capability): Promise<string | null>;
  /** Makes ready what all trials need. @throws EnvironmentError when nothing can run here. */
  ready(tell: (what: string) => void, signal: AbortSignal): Promise<void>;
  /** Makes ready what trials with this toolchain need. Called before the first of them; may take minutes. */
  prepare(toolchain: Toolchain, tell: (what: string) => void, signal: AbortSignal): Promise<void>;
  open(needs: SandboxNeeds): Promise<Sandbox>;
}
