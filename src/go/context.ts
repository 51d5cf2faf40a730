import type { Matrix } from './matrix.ts';
import type { Platform } from './platform.ts';
import type { SourceAnswer } from './source/source-answer.ts';

/** The environment that a caller passes in. Only the CLI and the action may read process.env. */
export type Env = Readonly<Record<string, string | undefined>>;

/** Progress of a download (`totalBytes` null: unknown), or another step. */
export type ProvisionProgress =
  | {
      /** What is downloaded: "go 1.22.12". */
      readonly what: string;
      readonly receivedBytes: number;
      readonly totalBytes: number | null;
    }
  | {
      readonly what: string;
      /** "compiled 12 packages, the last golang.org/x/mod/modfile" */
      readonly step: string;
    };

/** Time limits of the network code. The defaults are in download.ts; tests use shorter ones. */
export interface NetworkLimits {
  /** A download fails after this long without a byte. */
  readonly stallMs?: number;
  /** Delays before the second, third, … attempt after a transient error. */
  readonly retryDelaysMs?: readonly number[];
  /** A downloading go command is ended after this long without output. */
  readonly silentMs?: number;
}

/** The context of all provisioning functions. */
export interface ProvisionContext {
  readonly env: Env;
  readonly onProgress?: (event: ProvisionProgress) => void;
  readonly signal?: AbortSignal;
  /**
   * 'any' (the default) uses a matching toolchain from PATH or the runner's tool cache before
   * downloading one. 'store' uses only the store, for a caller that copies the GOROOT and needs it
   * as published.
   */
  readonly from?: 'any' | 'store';
  /** Default: this machine. */
  readonly platform?: Platform;
  /** Default: docker/versions.json. */
  readonly matrix?: Matrix;
  readonly network?: NetworkLimits;
  /**
   * The caches in which gopls is built. Default: two in the store. In a job's own caches, if they
   * are saved, the next build only links.
   */
  readonly buildCaches?: { readonly gomodcache: string; readonly gocache: string };
  /** URL in place of go.dev/dl. */
  readonly goDevUrl?: string;
  /** Called with the answer of each source of Go. */
  readonly onAnswer?: (answer: SourceAnswer) => void;
}
