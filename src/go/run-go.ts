import { tmpdir } from 'node:os';
import { EnvironmentError, messageOf } from '../errors.ts';
import { isFolder } from '../is-folder.ts';
import { runCommand, SilentCommand } from '../process/run-command.ts';
import type { Env } from './context.ts';

/** How a go command ended. */
export interface GoResult {
  /** null when it did not start or was ended by a signal; then `error` says why. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly error: Error | null;
}

/** Longer than the compiler needs for one package on a machine with thirty other things to do. */
const defaultSilentMs = 300_000;

/**
 * Runs a go command to its end, or until it has said nothing for `silentMs`: go itself has no time limit for a module proxy, a checksum
 * database or a git server (scenario gopls-stalled-proxy). Never throws for its failure, but does for an abort.
 */
export async function runGo(
  go: string,
  args: readonly string[],
  options: {
    readonly env: Env;
    readonly cwd?: string;
    readonly signal?: AbortSignal | undefined;
    readonly silentMs?: number | undefined;
    /** Is told what comes on stderr, as it comes. */
    readonly onStderr?: ((text: string) => void) | undefined;
  },
): Promise<GoResult> {
  try {
    const said = await runCommand(go, args, {
      // Away from any go.mod, whose toolchain line or whose workspace would have a say.
      folder: options.cwd ?? elsewhere(),
      env: options.env,
      limitMs: options.silentMs ?? defaultSilentMs,
      talking: true,
      onStderr: options.onStderr,
      signal: options.signal ?? new AbortController().signal,
    });
    return { ...said, error: said.code === null ? new Error(`${go} was ended by a signal`) : null };
  } catch (error) {
    options.signal?.throwIfAborted();
    if (!(error instanceof EnvironmentError)) throw error;
    return { code: null, stdout: '', stderr: error instanceof SilentCommand ? error.stderr : '', error };
  }
}

/** TMPDIR may name nothing, and what go is asked for here needs none. */
function elsewhere(): string {
  return isFolder(tmpdir()) ? tmpdir() : '/';
}

/**
 * Why a `go build -v` or `go install -v` failed, in its last words: without the packages that -v names, and with the reason
 * where it was ended.
 *
 * @param most how many lines of it
 */
export function whyFailed({ stderr, error }: GoResult, most: number): string {
  const lines = stderr
    .trim()
    .split('\n')
    .filter((line) => !/^[\w.~/-]*$/.test(line))
    .slice(-most);
  if (error instanceof SilentCommand) {
    lines.push(`${error.message}: go waits without an end for a proxy that is silent, so it was ended`);
  }
  return lines.length === 0 ? (error?.message ?? 'it said nothing') : lines.join(' | ');
}

/** How a go command that was to answer something failed instead, in its own words: "it ended with 2: go: …". */
export function failureOf({ code, stdout, stderr, error }: GoResult): string {
  const words = (stderr.trim() || stdout.trim()).split('\n').slice(0, 3).join(' | ').slice(0, 400);
  const how = code === null ? (error === null ? 'it was ended' : messageOf(error)) : `it ended with ${code}`;
  return words === '' ? how : `${how}: ${words}`;
}
