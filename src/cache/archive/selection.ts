import type { Amount } from '../accounting.ts';
import type { ModuleNeeds } from '../modules/module-needs.ts';
import type { SaveDecision } from '../save-policy.ts';
import type { ManifestEntry } from './manifest.ts';

/** A file that is to go into an archive. */
export interface ChosenFile {
  readonly path: string;
  readonly bytes: number;
  /** Made or downloaded by this job. */
  readonly isNew: boolean;
  /** ManifestEntry.idle. */
  readonly idle: number;
}

/** What is to go into an archive, before it is decided whether it goes. */
export interface Selection {
  readonly files: readonly ChosenFile[];
  readonly swept: Amount;
  /** By path. */
  readonly costsMs: ReadonlyMap<string, number>;
  /** See SavedCache. */
  readonly reusedWorthMs: number | null;
  readonly madeAnewCostMs: number | null;
  /** Of modules, which many jobs write into one archive: for whom it is, and whether it is worth being made. */
  readonly shared: { readonly needs: ModuleNeeds; readonly worth: SaveDecision } | null;
}

/** What the restored archive held, by path; nothing when none was. */
export type KnownEntries = ReadonlyMap<string, ManifestEntry>;
