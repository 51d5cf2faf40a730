import * as core from '@actions/core';
import { cacheKinds } from '../cache/kind.ts';
import type { RestoredCaches } from '../cache/restored-caches.ts';
import { idleCaches, type SavePolicy, saveCaches } from '../cache/save.ts';
import { maySave } from '../cache/save-policy.ts';
import type { Env } from '../go/context.ts';
import { cleanBeforeSave } from './caches/clean-before-save.ts';
import { deleteReplaced } from './caches/delete-replaced.ts';
import { cacheRequest, savedKeys, savedVariable } from './caches/request.ts';
import type { EventFacts } from './event.ts';
import type { Inputs } from './inputs.ts';
import { faultsOf } from './restore.ts';
import type { JobState } from './state.ts';
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
  state: JobState & { readonly restored: RestoredCaches },
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
  const request = cacheRequest(inputs, state.go, workspace, env);
  const saved = await core.group('Caches', async () => {
    // A cache that is not packed need not be clean.
    const busy = maySave(policy).save ? await cleanBeforeSave(state, inputs.wait * 1000, env) : idleCaches;
    return await saveCaches(request, state.restored, policy, busy);
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
    for (const key of replacesKeys) {
      const why = await deleteReplaced(key, inputs.token, env);
      core.info(`${kind}: ${why === null ? `deleted ${key}` : `kept ${key}: ${why}`}`);
    }
  }
  core.info(`unlatch-accounts ${accountsLine(accounts)}`);
  const loss = lossOf(accounts);
  if (loss !== null) core.warning(loss);
  if ((env['GITHUB_STEP_SUMMARY'] ?? '') !== '') await core.summary.addRaw(summaryOf(accounts), true).write();
}

/** Anything but success and cancellation counts as a failure. */
function statusOf(text: string): SavePolicy['jobStatus'] {
  return text === 'success' || text === 'cancelled' ? text : 'failure';
}
