import type { CacheKind } from '../kind.ts';

/** Where archives are kept: the runner's cache service, or a folder. */
export interface CacheStore {
  /** Unpacks the newest archive that fits into `root`/`kind`, which is empty. Never throws for the store's failure. */
  fetch(request: FetchRequest): Promise<FetchOutcome>;
  /** The key of the archive that `fetch` would unpack. Never throws for the store's failure. */
  find(request: FetchRequest): Promise<FindOutcome>;
  /** Packs `root`/`kind`. Never throws for the store's failure. */
  put(request: PutRequest): Promise<PutOutcome>;
}

export interface FetchRequest {
  readonly kind: CacheKind;
  /** An absolute folder of ours, there already. */
  readonly root: string;
  readonly key: string;
  /** Tried in turn after the key; the newest archive whose key begins with it is taken. */
  readonly prefixes: readonly string[];
}

export type FetchOutcome =
  | { readonly outcome: 'hit'; readonly matchedKey: string; readonly archiveBytes: number | null }
  | { readonly outcome: 'miss' }
  /** There may be half a tree in `root`/`kind`. */
  | { readonly outcome: 'failed'; readonly why: string };

export type FindOutcome =
  | { readonly outcome: 'hit'; readonly matchedKey: string }
  | { readonly outcome: 'miss' }
  | { readonly outcome: 'failed'; readonly why: string };

export interface PutRequest {
  readonly kind: CacheKind;
  readonly root: string;
  readonly key: string;
}

export type PutOutcome =
  | { readonly outcome: 'saved'; readonly archiveBytes: number | null }
  /** Somebody else saved, or is saving, under this key. */
  | { readonly outcome: 'exists'; readonly why: string }
  | { readonly outcome: 'failed'; readonly why: string };
