import * as core from '@actions/core';
import { cacheKinds } from '../cache/kind.ts';
import { unneededLayers } from '../cache/layer/layer-key.ts';
import { layersFolder } from '../cache/layer/layer-state.ts';
import { clearLayers } from '../cache/layer/mount/clear-layers.ts';
import type { EventFacts } from '../cache/read-event.ts';
import type { CacheRequest } from '../cache/request.ts';
import type { RestoredCaches } from '../cache/restored-caches.ts';
import { noneBusy, saveCaches } from '../cache/save.ts';
import { maySave, type SavePolicy } from '../cache/save-policy.ts';
import { messageOf } from '../errors.ts';
import type { Env } from '../go/context.ts';
import { cleanBeforeSave } from './caches/clean-before-save.ts';
import { deleteReplaced } from './caches/delete-replaced.ts';
import { jobStore } from './caches/job-store.ts';
import { requestOfInputs, savedKeys, savedVariable } from './caches/request.ts';
import { storedKeys } from './caches/stored-keys.ts';
import type { Inputs } from './inputs.ts';
import { faultsOf } from './restore.ts';
import type { StepState } from './state.ts';
import { type Accounts, accountsLine, lossOf, summaryOf } from './summary.ts';

interface Job {
  readonly workspace: string;
  readonly env: Env;
  readonly event: EventFacts;
}

/**
 * Saves the archives that are worth it, and reports on them in the log, in the job summary, and as
 * one line of JSON.
 */
export async function save(
  state: StepState & { readonly restored: RestoredCaches },
  inputs: Inputs,
  job: Job,
): Promise<void> {
  const { env, workspace, event } = job;
  const policy: SavePolicy = {
    save: inputs.save,
    event: env['GITHUB_EVENT_NAME'] ?? '',
    ref: env['GITHUB_REF'] ?? '',
    repository: env['GITHUB_REPOSITORY'] ?? '',
    ...event,
    jobStatus: statusOf(inputs['job-status']),
    refreshAbovePercent: inputs['refresh-above'],
  };
  const store = await jobStore(inputs['cache-store'], env);
  const request = requestOfInputs(inputs, store, state.go, workspace, env);
  const saved = await core.group('Caches', async () => {
    try {
      // A cache that is not packed need not be clean.
      const busy = maySave(policy).save ? await cleanBeforeSave(state, inputs.wait * 1000, env) : noneBusy;
      return await saveCaches(request, state.restored, policy, busy);
    } finally {
      await unmount(request, state.restored);
    }
  });
  const keys = cacheKinds.filter((kind) => saved[kind].saved).map((kind) => state.restored[kind].key.key);
  if (keys.length > 0) core.exportVariable(savedVariable, [...savedKeys(env), ...keys].join(' '));
  const accounts: Accounts = { goVersion: state.goVersion, restored: state.restored, saved };
  for (const { kind, why, saved: isSaved } of cacheKinds.map((one) => saved[one])) {
    if (state.restored[kind].hit !== 'off') core.info(`${kind}: ${isSaved ? 'saved' : 'not saved'}: ${why}`);
  }
  const faults = faultsOf(cacheKinds.map((one) => saved[one]));
  if (faults !== null) core.warning(`the next job gets no new archive: ${faults}`);
  for (const { kind, replacesKeys } of cacheKinds.map((one) => saved[one])) {
    if (replacesKeys.length === 0) continue;
    let unneeded = replacesKeys;
    if (state.restored[kind].layer !== null && store.forget === undefined) {
      // Another branch, or another job, may stand on a layer.
      const stored = await storedKeys(`${state.restored[kind].key.parts[0]?.value}-`, inputs.token, env);
      unneeded = 'why' in stored ? [] : unneededLayers(replacesKeys, stored.keys);
      const kept = replacesKeys.filter((key) => !unneeded.includes(key));
      const why = 'why' in stored ? stored.why : 'other layers stand on them';
      if (kept.length > 0) core.info(`${kind}: kept ${kept.join(' ')}: ${why}`);
    }
    for (const key of unneeded) {
      const why =
        store.forget === undefined
          ? await deleteReplaced(key, inputs.token, env)
          : await store.forget(key).then(() => null, messageOf);
      core.info(`${kind}: ${why === null ? `deleted ${key}` : `kept ${key}: ${why}`}`);
    }
  }
  core.info(`unlatch-accounts ${accountsLine(accounts)}`);
  const loss = lossOf(accounts);
  if (loss !== null) core.warning(loss);
  if ((env['GITHUB_STEP_SUMMARY'] ?? '') !== '') await core.summary.addRaw(summaryOf(accounts), true).write();
}

/** Not the mounts of another setup in the same job, whose end comes later. */
async function unmount({ stagingFolder }: CacheRequest, restored: RestoredCaches): Promise<void> {
  if (cacheKinds.every((kind) => restored[kind].layer === null)) return;
  try {
    await clearLayers(layersFolder(stagingFolder));
  } catch (error) {
    core.info(`the caches stay mounted, until the next job clears them: ${messageOf(error)}`);
  }
}

/** Anything but success and cancellation counts as a failure. */
function statusOf(text: string): SavePolicy['jobStatus'] {
  return text === 'success' || text === 'cancelled' ? text : 'failure';
}
