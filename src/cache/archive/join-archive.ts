import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { EnvironmentError } from '../../errors.ts';
import { kinds } from '../kinds/kinds.ts';
import { lacksFiles } from '../modules/choose-modules.ts';
import { type ModuleNeeds, noNeeds } from '../modules/module-needs.ts';
import type { CacheRequest } from '../request.ts';
import type { RestoredCache } from '../restored-caches.ts';
import type { SaveDecision } from '../save-policy.ts';
import { isDamage } from '../store/is-damage.ts';
import { DamagedArchive } from './damaged-archive.ts';
import { joinNewest } from './join-newest.ts';
import type { Manifest } from './manifest.ts';
import type { KnownEntries, Selection } from './selection.ts';
import { removeTree } from './staging.ts';

/** The known content of an archive. */
export interface Known {
  readonly entries: KnownEntries;
  readonly needs: ModuleNeeds;
}

export function knownOf(manifest: Manifest | null): Known {
  return {
    entries: new Map((manifest?.entries ?? []).map((entry) => [entry.path, entry])),
    needs: manifest?.needs ?? noNeeds,
  };
}

/** What to pack, including what other jobs have saved meanwhile. */
export interface JoinedArchive {
  readonly selection: Selection;
  readonly worth: SaveDecision;
  /** Folders that hold the files. */
  readonly from: readonly string[];
  /** Keys of the archives that this one replaces. */
  readonly replaces: readonly string[];
  /** The key of the newest archive, '' for none: see joinNewest. */
  readonly after: string;
}

/**
 * @param root an own folder, into which the newest archive is unpacked
 * @throws EnvironmentError when the store does not answer: saving now could hide what other jobs
 * have saved.
 */
export async function joinArchive(
  { store }: CacheRequest,
  { kind, key, matchedKey, folder }: RestoredCache,
  known: Known,
  choose: (known: KnownEntries, needs: ModuleNeeds) => Selection,
  root: string,
): Promise<JoinedArchive> {
  const look = { kind, root, key: key.key, prefixes: key.prefixes };
  let opened = false;
  const { plan, after, replaces } = await joinNewest<
    Known,
    { readonly selection: Selection; readonly worth: SaveDecision }
  >(
    { key: matchedKey, content: known },
    {
      plan: ({ entries, needs }) => {
        const selection = choose(entries, needs);
        return { selection, worth: selection.shared?.worth ?? { save: true, why: '' } };
      },
      lacks: ({ selection }) => lacksFiles(folder, selection),
      findNewest: async () => {
        const found = await store.find(look);
        if (found.outcome === 'failed') throw new EnvironmentError(`cannot look up the newest archive: ${found.why}`);
        return found.outcome === 'hit' ? found.matchedKey : null;
      },
      open: async () => {
        removeTree(root);
        mkdirSync(root, { recursive: true });
        const got = await store.fetch(look);
        if (got.outcome === 'miss' || (got.outcome === 'failed' && isDamage(got.why))) return null;
        if (got.outcome === 'failed') throw new EnvironmentError(`cannot read the newest archive: ${got.why}`);
        try {
          const manifest = kinds[kind].check(join(root, kind));
          opened = true;
          return { key: got.matchedKey, content: knownOf(manifest) };
        } catch (error) {
          if (!(error instanceof DamagedArchive)) throw error;
          return null;
        }
      },
    },
  );
  return { ...plan, replaces, after: after ?? '', from: opened ? [folder, join(root, kind)] : [folder] };
}
