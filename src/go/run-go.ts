import { tmpdir } from 'node:os';
import { EnvironmentError, messageOf } from '../errors.ts';
import { isFolder } from '../is-folder.ts';
import { runCommand, SilentCommand } from '../process/run-command.ts';
import type { Env } from './context.ts';

/** The result of a go command. */
export interface GoResult {
  /** null: it did not start or was ended by a signal; then `error` says why. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly error: Error | null;
}

/** Longer than the compiler needs for one package, even on a machine with a load of 30. */
const defaultSilentMs = 300_000;

/**
 * Runs a go command to its end, or ends it after `silentMs` without output: go itself has no time
 * limit for a module proxy, a checksum database or a git server (scenario gopls-stalled-proxy).
 * Throws only for an abort; a failure is a result.
 */
export async function runGo(
  go: string,
  args: readonly string[],
  options: {
    readonly env: Env;
    readonly cwd?: string;
    readonly signal?: AbortSignal | undefined;
    readonly silentMs?: number | undefined;
    /** Called with each piece of stderr. */
    readonly onStderr?: ((text: string) => void) | undefined;
  },
): Promise<GoResult> {
  try {
    const said = await runCommand(go, args, {
      // Outside any module, whose toolchain line or workspace would have an effect.
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

/** TMPDIR may not exist, and these go commands do not need it. */
function elsewhere(): string {
  return isFolder(tmpdir()) ? tmpdir() : '/';
}

/**
 * Why a `go build -v` or `go install -v` failed: the last lines of its output, without the package
 * names that -v prints, and the reason if it was ended.
 *
 * @param most the maximum number of lines
 */
export function whyFailed({ stderr, error }: GoResult, most: number): string {
  const lines = stderr
    .trim()
    .split('\n')
    .filter((line) => !/^[\w.~/-]*$/.test(line))
    .slice(-most);
  if (error instanceof SilentCommand) {
    lines.push(`${error.message}, so it was ended: go has no time limit for a silent proxy`);
  }
  return lines.length === 0 ? (error?.message ?? 'it printed nothing') : lines.join(' | ');
}

/** How a go command failed, in its own words: "it exited with 2: go: …". */
export function failureOf({ code, stdout, stderr, error }: GoResult): string {
  const words = (stderr.trim() || stdout.trim()).split('\n').slice(0, 3).join(' | ').slice(0, 400);
  const how = code === null ? (error === null ? 'it was ended' : messageOf(error)) : `it exited with ${code}`;
  return words === '' ? how : `${how}: ${words}`;
}
