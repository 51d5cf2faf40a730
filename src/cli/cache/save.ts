import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheKinds } from '../../cache/kind.ts';
import { noneBusy, saveCaches } from '../../cache/save.ts';
import { maySave, type SavePolicy } from '../../cache/save-policy.ts';
import type { SavedCache, SavedCaches } from '../../cache/saved-caches.ts';
import { poolStore } from '../../cache/store/pool/pool-store.ts';
import type { CacheStore } from '../../cache/store/store.ts';
import { beforePacking } from '../../clean/before-packing.ts';
import { exitStatus, messageOf, UserError } from '../../errors.ts';
import { onInterruption } from '../../process/interruption.ts';
import { outputOf } from '../output.ts';
import { parseCount } from '../parse-count.ts';
import { signOfLife } from '../sign-of-life.ts';
import { unlessAborted } from '../unless-aborted.ts';
import { requestOfOptions } from './cache-request.ts';
import { type JobOptions, readJob } from './job-options.ts';
import { readState } from './job-state.ts';
import { thePool } from './the-pool.ts';
import { megabytes, seconds, tellFaults } from './words.ts';

export interface SaveOptions extends JobOptions {
  readonly save: string;
  readonly status?: string;
  readonly refreshAbove: string;
  readonly wait: string;
}

/** @returns the exit status: 0 also when the store failed, unless it is `strict`. */
export async function saveFromCommandLine(options: SaveOptions): Promise<number> {
  using interruption = onInterruption();
  const { signal } = interruption;
  const job = await readJob(options, process.env);
  const policy: SavePolicy = {
    ...job.context,
    save: oneOf('--save', options.save, ['auto', 'always', 'never']),
    jobStatus:
      options.status === undefined
        ? job.status
        : oneOf('--status', options.status, ['success', 'failure', 'cancelled']),
    refreshAbovePercent: parseCount('--refresh-above', options.refreshAbove, 100, 0),
  };
  const waitMs = parseCount('--wait', options.wait, 86_400, 0) * 1000;
  const { options: asked, restored } = await readState(job.stateFolder, job.workspace);
  const pool = await thePool(job.store, signal);
  const store = poolStore(pool, job.access, signal);
  const request = requestOfOptions(job, asked, store, signal);
  using life = signOfLife(outputOf(process.stderr));
  // Whoever may not save needs no clean cache; a stranger's `always` would fail only at the end.
  const permission = job.access.writeScope === null ? { save: false } : maySave(policy);
  life.phase('waiting for locks in the caches, and cleaning them');
  const busy = permission.save
    ? await beforePacking({
        gocache: restored.build.folder || null,
        gomodcache: restored.modules.folder || null,
        isLintPacked: restored.lint.hit !== 'off',
        waitMs,
        env: process.env,
        tell: (line) => process.stderr.write(`${line}\n`),
        signal,
      })
    : noneBusy;
  life.phase(`saving the caches to ${pool.what}`);
  const allowed =
    job.access.writeScope === null && policy.save !== 'never' ? { ...policy, ...untrusted(policy) } : policy;
  const saved = await unlessAborted(saveCaches(request, restored, allowed, { ...noneBusy, ...busy }), signal);
  if (saved !== null) await forgetReplaced(saved, store, signal);
  life[Symbol.dispose]();
  if (saved === null || signal.aborted) {
    await rm(join(job.stateFolder, 'staging'), { recursive: true, force: true });
    process.stderr.write('unlatch: interrupted; what was not yet saved whole is not seen by any job\n');
    return exitStatus.interrupted;
  }
  const caches = cacheKinds.filter((kind) => restored[kind].hit !== 'off').map((kind) => saved[kind]);
  if (options.json === true) {
    const head = { schema: 1, store: pool.what, ci: job.ci, job: job.job, scope: job.access.writeScope };
    process.stdout.write(`${JSON.stringify({ ...head, caches: saved }, null, 1)}\n`);
  } else {
    process.stdout.write(caches.map(lineOf).join(''));
  }
  return tellFaults('the next job gets no new archive', caches, options.strict === true);
}

/** Only the space of what is replaced is lost where that fails. */
async function forgetReplaced(saved: SavedCaches, store: CacheStore, signal: AbortSignal): Promise<void> {
  for (const kind of cacheKinds) {
    for (const key of saved[kind].replacesKeys) {
      try {
        await store.forget?.(key);
      } catch (error) {
        if (!signal.aborted) process.stderr.write(`${kind}: kept ${key}: ${messageOf(error)}\n`);
      }
    }
  }
}

/** A job that may write nowhere: in the words of the policy. */
function untrusted({ ref, headRepository }: SavePolicy): Pick<SavePolicy, 'save' | 'event' | 'headRepository'> {
  const isPullRequest = ref.startsWith('refs/pull/');
  return {
    save: 'auto',
    event: isPullRequest ? 'pull_request' : 'a stranger',
    headRepository: headRepository || 'a stranger',
  };
}

function lineOf({ kind, saved, why, packed, archiveBytes, ms }: SavedCache): string {
  if (!saved) return `${kind}: not saved: ${why}\n`;
  const size = archiveBytes === null ? '' : `, ${megabytes(archiveBytes)} packed`;
  return `${kind}: saved: ${packed.entries} files, ${megabytes(packed.bytes)}${size} in ${seconds(ms)}; ${why}\n`;
}

function oneOf<const Word extends string>(option: string, text: string, words: readonly Word[]): Word {
  const found = words.find((word) => word === text);
  if (found !== undefined) return found;
  throw new UserError(`${option} ${JSON.stringify(text)}: expected ${words.join(', ')}`);
}
