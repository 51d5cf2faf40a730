/** What go and its like answered. */
import type { PlaceFact } from './cache-fact.ts';
import type { Environment } from './snapshot.ts';

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
