import type { Matrix } from './matrix.ts';
import type { Platform } from './platform.ts';
import type { SourceAnswer } from './source/source-answer.ts';

/** The environment that a caller passes in: only the command line and the action may read process.env. */
export type Env = Readonly<Record<string, string | undefined>>;

/** Bytes of one download so far, where `totalBytes` is null when the server does not say; or what else is being done. */
export type ProvisionProgress =
  | {
      /** What is being fetched: "go 1.22.12". */
      readonly what: string;
      readonly receivedBytes: number;
      readonly totalBytes: number | null;
    }
  | {
      readonly what: string;
      /** "12 packages compiled, the last golang.org/x/mod/modfile" */
      readonly step: string;
    };

/** How patient the network code is. The defaults are in download.ts; tests make them small. */
export interface NetworkLimits {
  /** No byte for this long is an error. */
  readonly stallMs?: number;
  /** The pauses before the second, third, … attempt after a passing error. */
  readonly retryDelaysMs?: readonly number[];
  /** A go command that downloads, and says nothing for this long, is ended. */
  readonly silentMs?: number;
}

/** What every provisioning function needs to know. */
export interface ProvisionContext {
  readonly env: Env;
  readonly onProgress?: (event: ProvisionProgress) => void;
  readonly signal?: AbortSignal;
  /**
   * 'any' (the default) takes a matching toolchain from PATH or the runner's tool cache before it downloads one;
   * 'store' insists on the store, for a caller that copies the GOROOT and wants it as it was published.
   */
  readonly from?: 'any' | 'store';
  /** Default: this machine. */
  readonly platform?: Platform;
  /** Default: docker/versions.json. */
  readonly matrix?: Matrix;
  readonly network?: NetworkLimits;
  /**
   * The caches that gopls is built in. Default: two of the store's own. With a job's own its next build only links,
   * where those are kept.
   */
  readonly buildCaches?: { readonly gomodcache: string; readonly gocache: string };
  /** Where go.dev/dl is. */
  readonly goDevUrl?: string;
  /** What each source of Go said, as it says it. */
  readonly onAnswer?: (answer: SourceAnswer) => void;
}
