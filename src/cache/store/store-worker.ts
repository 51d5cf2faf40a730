/**
 * One request to the runner's cache service, in a process of its own. The toolkit packs and unpacks
 * relative to GITHUB_WORKSPACE, leaves its archive in RUNNER_TEMP, and reports errors only on
 * standard output. Here all three belong to one archive, so that several can run concurrently, a
 * key's version is the same on every system, and a failure differs from a miss.
 */
import { isFeatureAvailable, restoreCache, saveCache } from '@actions/cache';
import type { WorkerAnswer, WorkerQuestion } from './actions-store.ts';
import { watchService } from './watch-service.ts';

const noService = 'this runner has no cache service';

/** Together with starting the processes on a busy machine, less than 30 s. */
const silentMs = 15_000;

/** Azure's client applies this limit to each chunk of 4 MB, even if bytes arrive. */
const chunkMs = 600_000;

// The toolkit finds what to pack from its working directory, and names it relative to GITHUB_WORKSPACE: both must be spelled alike, also
// where that is a link.
const [, , workspace = process.cwd()] = process.argv;
process.cwd = () => workspace;

process.once('message', (question: WorkerQuestion) => {
  const send = (reply: WorkerAnswer) => process.send?.(reply, () => process.disconnect?.());
  watchService(silentMs, (what) =>
    send({
      error: `the cache service ${what} for ${silentMs / 1000} s`,
      matchedKey: null,
      saved: false,
    }),
  );
  void answer(question).then(send);
});

async function answer({ ask, kind, key, prefixes }: WorkerQuestion): Promise<WorkerAnswer> {
  // Keys of build archives name the system; module files are the same on all systems.
  const crossOs = kind === 'modules';
  try {
    if (!isFeatureAvailable()) return { error: noService, matchedKey: null, saved: false };
    if (ask !== 'put') {
      const matchedKey = await restoreCache(
        [kind],
        key,
        [...prefixes],
        { lookupOnly: ask === 'find', timeoutInMs: chunkMs, segmentTimeoutInMs: 6 * chunkMs },
        crossOs,
      );
      return { error: null, matchedKey: matchedKey ?? null, saved: false };
    }
    const id = await saveCache([kind], key, {}, crossOs);
    return { error: null, matchedKey: null, saved: id !== -1 };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error), matchedKey: null, saved: false };
  }
}
