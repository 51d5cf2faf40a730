import { execFile } from 'node:child_process';
import { tmpdir } from 'node:os';
import type { Env } from './context.ts';

/** How a go command ended. */
export interface GoResult {
  /** null when it did not start or was ended by a signal; then `error` says why. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly error: Error | null;
}

/** Runs a go command to its end. Never throws for its failure, but does for an abort. */
export async function runGo(
  go: string,
  args: readonly string[],
  options: { readonly env: Env; readonly cwd?: string; readonly signal?: AbortSignal | undefined },
): Promise<GoResult> {
  options.signal?.throwIfAborted();
  const result = await new Promise<GoResult>((resolve) => {
    execFile(
      go,
      [...args],
      {
        // Away from any go.mod, whose toolchain line or whose workspace would have a say.
        cwd: options.cwd ?? tmpdir(),
        env: { ...options.env },
        maxBuffer: 64 << 20,
        ...(options.signal === undefined ? {} : { signal: options.signal }),
      },
      (error, stdout, stderr) => {
        const code = error === null ? 0 : typeof error.code === 'number' ? error.code : null;
        resolve({ code, stdout, stderr, error });
      },
    );
  });
  options.signal?.throwIfAborted();
  return result;
}
