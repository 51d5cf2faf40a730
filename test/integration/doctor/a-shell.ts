import { type ChildProcess, type SpawnOptions, spawn, spawnSync } from 'node:child_process';

/** A bash script at the head of a group of its own, which is ended as a whole when the test is over. */
export function aShell(script: string, options: Pick<SpawnOptions, 'cwd' | 'env'>): ChildProcess & AsyncDisposable {
  return aGroup('bash', ['-c', script], { ...options, stdio: ['ignore', 'pipe', 'inherit'] });
}

/** The same of any program. */
export function aGroup(
  program: string,
  args: readonly string[],
  options: SpawnOptions,
): ChildProcess & AsyncDisposable {
  const child = spawn(program, args, { ...options, detached: true });
  const gone = new Promise((resolve) => child.once('close', resolve));
  return Object.assign(child, {
    [Symbol.asyncDispose]: async () => {
      if (child.pid !== undefined) spawnSync('kill', ['-KILL', '--', `-${child.pid}`]);
      child.stdout?.destroy();
      await gone;
    },
  });
}

/** The first thing that it prints. */
export function said(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.stdout?.once('data', (data: Buffer) => resolve(data.toString().trim()));
    child.once('exit', (code) => reject(new Error(`it ended with ${code}`)));
  });
}
