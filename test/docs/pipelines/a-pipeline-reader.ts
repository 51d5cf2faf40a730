/** main.go of this folder: the parsers of Buildkite, Drone and Woodpecker. */
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface PipelineReader extends AsyncDisposable {
  /** @returns the shell lines of all steps; null, and why the CI refuses it */
  readonly read: (ci: string, text: string) => { readonly lines: readonly string[] | null; readonly why: string };
}

/** @throws when it cannot be built, as without a module proxy. */
export async function aPipelineReader(): Promise<PipelineReader> {
  const folder = await mkdtemp(join(tmpdir(), 'pipeline-reader-'));
  const binary = join(folder, 'pipelines');
  const { status, stderr, error } = spawnSync('go', ['build', '-trimpath', '-buildvcs=false', '-o', binary, '.'], {
    cwd: import.meta.dirname,
    encoding: 'utf8',
    env: { ...process.env, GOFLAGS: '-mod=readonly' },
  });
  const clear = () => rm(folder, { recursive: true, force: true });
  if (status !== 0) {
    await clear();
    throw new Error(`test/docs/pipelines could not be built: ${error?.message ?? stderr.trim()}`);
  }
  return {
    read: (ci, text) => {
      const read = spawnSync(binary, [ci], { input: text, encoding: 'utf8' });
      return { lines: read.status === 0 ? read.stdout.trim().split('\n') : null, why: read.stderr };
    },
    [Symbol.asyncDispose]: clear,
  };
}
