/** The answers of go and related commands. */
import type { PlaceFact } from './cache-fact.ts';
import type { Environment } from './snapshot.ts';

/** The result of a command with a time limit. */
export interface CommandFact {
  readonly command: string;
  /** null: it did not start or was killed at the limit. */
  readonly code: number | null;
  readonly timedOut: boolean;
  readonly ms: number;
  /** The beginning of its output if that was not the expected answer. */
  readonly output: string;
}

export interface GoFact {
  /** `GOTOOLCHAIN=local go env -json`, reduced to the listed variables; null: it printed no JSON. */
  readonly env: Environment | null;
  readonly local: CommandFact;
  /** Plain `go env -json`, which may download another Go; null: not run, since a process already does. */
  readonly plain: CommandFact | null;
  /** `go list -m`, offline: go's complaints about flags and workspace files. null: no go answers. */
  readonly load: CommandFact | null;
  /** null: GOROOT is not set or belongs to the go on PATH. */
  readonly goroot: GorootFact | null;
  /** `go env -json` in the environment of the workspace's gopls; null: the same environment, or none runs. */
  readonly editor: EditorGoFact | null;
  /** "golang.org/x/tools/gopls v0.21.1"; null: not on PATH, or no answer. */
  readonly gopls: string | null;
  /** A `gopackagesdriver` on PATH, which gopls runs instead of go. */
  readonly driver: string | null;
  /** `go mod verify`, and `go list` with and without the module index; null: not requested (--deep). */
  readonly deep: DeepFact | null;
}

export interface EditorGoFact extends CommandFact {
  readonly pid: number;
  /** As in GoFact. */
  readonly env: Environment | null;
  readonly load: CommandFact | null;
  readonly goroot: GorootFact | null;
  /** The folders that differ from those in the doctor's environment. */
  readonly places: readonly PlaceFact[];
}

/** A GOROOT that is set and does not belong to the running go. */
export interface GorootFact {
  readonly path: string;
  /** The file of `go env -w` that sets it; null: the environment sets it. */
  readonly file: string | null;
  readonly there: boolean;
  /** `go version`; null: not run. */
  readonly version: CommandFact | null;
  /** `go tool compile -V`; null: not run. */
  readonly compiler: CommandFact | null;
}

export interface DeepFact {
  readonly verify: CommandFact;
  readonly list: CommandFact;
  readonly listWithoutIndex: CommandFact;
}
