/**
 * Ends a program that a test waits for without letting go of the event loop, after five minutes. Vitest's own limits need the event
 * loop: without this, one program that never ends keeps the whole run for ever. It asserts nothing; it only ends a hang.
 */
import childProcess from 'node:child_process';
import { syncBuiltinESMExports } from 'node:module';

const limit = { timeout: 300_000, killSignal: 'SIGKILL' } as const;

const { execFileSync, spawnSync } = childProcess;

function limitedSpawnSync(...[command, args, options]: Parameters<typeof spawnSync>) {
  const [list, chosen] = Array.isArray(args) ? [args, options] : [[], args];
  const result = spawnSync(command, list, { ...limit, ...chosen });
  if (result.error !== undefined && 'code' in result.error && result.error.code === 'ETIMEDOUT') {
    throw new Error(`has not ended after its limit: ${[command, ...list].join(' ')}`, { cause: result.error });
  }
  return result;
}

// Node's own calls Node's own spawnSync, not the one above.
function limitedExecFileSync(...[file, args, options]: Parameters<typeof execFileSync>) {
  const [list, chosen] = Array.isArray(args) ? [args, options] : [[], args];
  return execFileSync(file, list, { ...limit, ...chosen });
}

Object.assign(childProcess, { spawnSync: limitedSpawnSync, execFileSync: limitedExecFileSync });
syncBuiltinESMExports();
