/**
 * Trials on this machine without Docker: a fresh directory and environment, and PID, mount and network
 * namespaces if the kernel allows them. Each process has a marker in its environment, by which it is found
 * and killed.
 */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { EnvironmentError } from '../../../errors.ts';
import { endMarked } from '../../../process/end-marked.ts';
import { isAlive } from '../../../process/is-alive.ts';
import type { Runtime } from '../runtime.ts';
import { missingOnHost } from './capabilities.ts';
import { checkTemporary, isOurs, removeReadOnlyTree, temporary } from './folders.ts';
import { chooseIsolation, succeeds } from './isolation.ts';
import type { Isolation } from './isolations.ts';
import { markOf } from './mark.ts';
import { openSandbox, type SandboxOptions } from './sandbox.ts';

export interface HostOptions extends SandboxOptions {
  /** How trials are isolated; absent: the best available way. */
  readonly isolation?: Isolation;
}

/**
 * @throws EnvironmentError if trials cannot run at all: no Linux, or no bash 5.
 * @throws UserError if the requested isolation is not available.
 */
export async function hostRuntime(options: HostOptions): Promise<Runtime> {
  if (process.platform !== 'linux') {
    throw new EnvironmentError(`trials on the host need Linux; on ${process.platform} use --runtime docker`);
  }
  if (!succeeds('bash', ['-c', '((BASH_VERSINFO[0] >= 5))']) || !succeeds('flock', ['--version'])) {
    throw new EnvironmentError(
      'trials on the host need bash 5 and flock (util-linux); install them or use --runtime docker',
    );
  }
  await checkTemporary();
  const isolation = chooseIsolation(options.isolation ?? null);
  await sweepLeftovers();
  return {
    name: 'host',
    description: isolation === 'marker' ? 'no namespaces; processes are found by a marker' : isolation,
    engine: null,
    missing: async (capability) => missingOnHost(capability, isolation),
    ready: async () => undefined,
    prepare: async () => undefined,
    open: (needs) => openSandbox(needs, isolation, options),
    [Symbol.asyncDispose]: async () => undefined,
  };
}

/**
 * Removes the sandboxes of this user's killed unlatch processes, whose pid is in the folder's name. Kept
 * sandboxes stay; only their processes are killed.
 */
async function sweepLeftovers(): Promise<void> {
  for (const name of await readdir(temporary())) {
    const [, kept, pid] = /^unlatch-(kept-)?(\d+)-\w{6}$/.exec(name) ?? [];
    if (pid === undefined || isAlive(Number(pid))) continue;
    const root = join(temporary(), name);
    if (!(await isOurs(root))) continue;
    await endMarked(markOf(root), 0);
    if (kept === undefined) await removeReadOnlyTree(root);
  }
}
