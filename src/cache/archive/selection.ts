import type { Amount } from '../accounting.ts';
import type { ModuleNeeds } from '../modules/module-needs.ts';
import type { SaveDecision } from '../save-policy.ts';
import type { ManifestEntry } from './manifest.ts';

/** A file chosen for an archive. */
export interface ChosenFile {
  readonly path: string;
  readonly bytes: number;
  /** Made or downloaded by this job. */
  readonly isNew: boolean;
  /** ManifestEntry.unusedFor. */
  readonly unusedFor: number;
  /** The content that it must have, as in ManifestEntry; undefined: whatever it has. */
  readonly crc32?: string | undefined;
}

/** What an archive would contain, before deciding whether to save it. */
export interface Selection {
  readonly files: readonly ChosenFile[];
  readonly swept: Amount;
  /** By path. */
  readonly costsMs: ReadonlyMap<string, number>;
  /** See SavedCache. */
  readonly reusedWorthMs: number | null;
  readonly madeAnewCostMs: number | null;
  /**
   * Modules only, where many jobs write one archive: which job needs what, and whether saving pays.
   */
  readonly shared: { readonly needs: ModuleNeeds; readonly worth: SaveDecision } | null;
}

/** The restored archive's entries by path; empty if none was restored. */
export type KnownEntries = ReadonlyMap<string, ManifestEntry>;
