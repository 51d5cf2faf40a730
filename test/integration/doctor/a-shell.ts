import { type ChildProcess, type SpawnOptions, spawn, spawnSync } from 'node:child_process';

/** A bash script that leads a new process group. Disposing of it ends the whole group. */
export function aShell(script: string, options: Pick<SpawnOptions, 'cwd' | 'env'>): ChildProcess & AsyncDisposable {
  return aGroup('bash', ['-c', script], { ...options, stdio: ['ignore', 'pipe', 'inherit'] });
}

/** The same for any program. */
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

/** Its first output. */
export function said(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.stdout?.once('data', (data: Buffer) => resolve(data.toString().trim()));
    child.once('exit', (code) => reject(new Error(`it ended with ${code}`)));
  });
}
