/**
 * One conversation with the runner's cache service, in a process of its own: the toolkit packs and unpacks relative to
 * GITHUB_WORKSPACE, leaves its archive in RUNNER_TEMP and tells of errors on standard output only. Here all three
 * belong to one archive of ours, so that two can go on at once, a key's version is the same on every system, and a
 * failure can be told from a miss.
 */
import { isFeatureAvailable, restoreCache, saveCache } from '@actions/cache';
import type { WorkerAnswer, WorkerQuestion } from './actions-store.ts';
import { watchService } from './watch-service.ts';

const noService = 'there is no cache service here';

/** With the start of the processes on a busy machine, less than 30 s. */
const silentMs = 15_000;

/** Azure's client has its own limit for each chunk of 4 MB, whether it moves or not. */
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
  // Build entries name the system in their key; module files are the same on all of them.
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
