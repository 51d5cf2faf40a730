import { spawnSync } from 'node:child_process';

export interface Ran {
  readonly output: string;
  readonly ms: number;
}

/** @throws Error with the end of what it said. */
export function mustRun(
  command: string,
  args: readonly string[],
  cwd: string,
  more: Readonly<Record<string, string>> = {},
): Ran {
  const begin = performance.now();
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    env: { ...process.env, ...more },
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed: ${(stdout + stderr).slice(-2000)}`);
  return { output: stdout, ms: performance.now() - begin };
}
