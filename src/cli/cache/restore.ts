import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheKinds } from '../../cache/kind.ts';
import { restoreCaches } from '../../cache/restore.ts';
import type { RestoredCache } from '../../cache/restored-caches.ts';
import { poolStore } from '../../cache/store/pool/pool-store.ts';
import { exitStatus } from '../../errors.ts';
import { onInterruption } from '../../process/interruption.ts';
import { outputOf } from '../output.ts';
import { signOfLife } from '../sign-of-life.ts';
import { unlessAborted } from '../unless-aborted.ts';
import { requestOfOptions } from './cache-request.ts';
import { type AskedCaches, type RestoreOptions, readJob } from './job-options.ts';
import { fileIn, writeState } from './job-state.ts';
import { thePool } from './the-pool.ts';
import { megabytes, seconds, tellFaults } from './words.ts';

/** @returns the exit status: 0 also when the store failed, unless it is `strict`. */
export async function restoreFromCommandLine(options: RestoreOptions): Promise<number> {
  using interruption = onInterruption();
  const { signal } = interruption;
  const job = await readJob(options, process.env);
  const { modules, build, lint, gopls, keySuffix, go } = options;
  const asked: AskedCaches = { modules, build, lint, gopls, keySuffix, go };
  const pool = await thePool(job.store, signal);
  const request = requestOfOptions(job, asked, poolStore(pool, job.access, signal), signal);
  // What an earlier job on this machine has left is not this one's.
  await rm(fileIn(job.stateFolder), { force: true });
  using life = signOfLife(outputOf(process.stderr));
  life.phase(`restoring the caches from ${pool.what}`);
  const restored = await unlessAborted(restoreCaches(request), signal);
  life[Symbol.dispose]();
  if (restored === null) {
    await rm(join(job.stateFolder, 'staging'), { recursive: true, force: true });
    process.stderr.write('unlatch: interrupted; what was restored is whole, and the rest was left out\n');
    return exitStatus.interrupted;
  }
  await writeState(job.stateFolder, { workspace: job.workspace, options: asked, restored });
  const caches = cacheKinds.map((kind) => restored[kind]);
  if (options.json === true) {
    const { readScopes } = job.access;
    const head = { schema: 1, store: pool.what, ci: job.ci, job: job.job, scopes: readScopes };
    process.stdout.write(`${JSON.stringify({ ...head, caches: restored }, null, 1)}\n`);
  } else {
    process.stdout.write(caches.map(lineOf).join(''));
  }
  return tellFaults('the job goes on without', caches, options.strict === true);
}

function lineOf({ kind, hit, why, restored, ms, matchedKey }: RestoredCache): string {
  if (hit === 'off') return '';
  if (hit !== 'exact' && hit !== 'prefix') return `${kind}: ${hit}: ${why}\n`;
  const amount = `${restored.entries} files, ${megabytes(restored.bytes)} in ${seconds(ms)}`;
  return `${kind}: ${hit}: ${amount}; ${why}\n  ${matchedKey}\n`;
}
