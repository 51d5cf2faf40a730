import * as core from '@actions/core';
import { cacheKinds } from '../cache/kind.ts';
import { restoreCaches } from '../cache/restore.ts';
import type { RestoredCache, RestoredCaches } from '../cache/restored-caches.ts';
import { messageOf } from '../errors.ts';
import type { Env } from '../go/context.ts';
import { jobStore } from './caches/job-store.ts';
import { layeredVariable, markVariable, requestOfInputs } from './caches/request.ts';
import type { Inputs } from './inputs.ts';

/** Restores the archives. A cache fault never fails a job: it gives null and one warning. */
export async function restore(inputs: Inputs, go: string, workspace: string, env: Env): Promise<RestoredCaches | null> {
  core.startGroup('Caches');
  try {
    const restored = await restoreCaches(
      requestOfInputs(inputs, await jobStore(inputs['cache-store'], env), go, workspace, env),
    );
    const caches = cacheKinds.map((kind) => restored[kind]);
    const markMs = caches.map((cache) => cache.markMs).find((one) => one !== null);
    if (markMs !== undefined) core.exportVariable(markVariable, markMs);
    const layered = caches.filter(({ layer }) => layer !== null).map(({ kind }) => kind);
    if (layered.length > 0) core.exportVariable(layeredVariable, layered.join(' '));
    // A mount point cannot be removed, so the mounted build cache is in a folder of ours.
    if (restored.build.layer?.chain.length) core.exportVariable('GOCACHE', restored.build.folder);
    if (restored.mounts !== '') core.info(`caches: ${restored.mounts}`);
    for (const cache of caches) tell(cache);
    const faults = faultsOf(caches);
    if (faults !== null) core.warning(`the job continues without a cache: ${faults}`);
    return restored;
  } catch (error) {
    core.warning(`the job continues without its caches: ${messageOf(error)}`);
    return null;
  } finally {
    core.endGroup();
  }
}

/** One sentence for all, since most faults share a cause. null: no fault. */
export function faultsOf(
  caches: readonly { readonly kind: string; readonly why: string; readonly isFault: boolean }[],
): string | null {
  const kindsByWhy = new Map<string, string[]>();
  for (const { kind, why, isFault } of caches) {
    if (isFault) kindsByWhy.set(why, [...(kindsByWhy.get(why) ?? []), kind]);
  }
  if (kindsByWhy.size === 0) return null;
  return [...kindsByWhy].map(([why, kinds]) => `${kinds.join(', ')}: ${why}`).join('; ');
}

function tell(cache: RestoredCache): void {
  if (cache.hit === 'off') {
    core.info(`${cache.kind}: off: ${cache.why}`);
    return;
  }
  core.info(`${cache.kind}: ${cache.hit}: ${cache.why}`);
  core.info(`  ${cache.key.key}`);
  for (const { name, value, from } of cache.key.parts) core.info(`    ${name} = ${value} (${from})`);
  for (const prefix of cache.key.prefixes) core.debug(`${cache.kind}: falls back to ${prefix}`);
}
