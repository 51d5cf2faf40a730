import type { CacheKind } from '../kind.ts';

/** Where archives are kept: the runner's cache service, or a folder. */
export interface CacheStore {
  /**
   * Unpacks the newest matching archive into the empty folder `root`/`kind`. A store failure is an
   * outcome, not an exception.
   */
  fetch(request: FetchRequest): Promise<FetchOutcome>;
  /**
   * The key of the archive that `fetch` would unpack. A store failure is an outcome, not an
   * exception.
   */
  find(request: FetchRequest): Promise<FindOutcome>;
  /** Packs `root`/`kind`. A store failure is an outcome, not an exception. */
  put(request: PutRequest): Promise<PutOutcome>;
  /**
   * Takes away an archive that a newer one of the same job has replaced. Absent: the store has no such call.
   *
   * @throws when the store does not answer
   */
  forget?(key: string): Promise<void>;
}

export interface FetchRequest {
  readonly kind: CacheKind;
  /** An existing own folder, absolute. */
  readonly root: string;
  readonly key: string;
  /** Tried in order after the key; matches the newest archive whose key starts with the prefix. */
  readonly prefixes: readonly string[];
}

export type FetchOutcome =
  | { readonly outcome: 'hit'; readonly matchedKey: string; readonly archiveBytes: number | null }
  | { readonly outcome: 'miss' }
  /** `root`/`kind` may hold a partial tree. */
  | { readonly outcome: 'failed'; readonly why: string };

export type FindOutcome =
  | { readonly outcome: 'hit'; readonly matchedKey: string }
  | { readonly outcome: 'miss' }
  | { readonly outcome: 'failed'; readonly why: string };

export interface PutRequest {
  readonly kind: CacheKind;
  readonly root: string;
  readonly key: string;
  /**
   * Only of an archive that many jobs write: the key of the one that this was made from, '' for none. A store that can
   * compare refuses it when another one is the newest by now.
   */
  readonly after?: string | undefined;
}

export type PutOutcome =
  | { readonly outcome: 'saved'; readonly archiveBytes: number | null }
  /** Another job saved, or is saving, under this key. */
  | { readonly outcome: 'exists'; readonly why: string }
  /** `after` is not the newest any more: join again. */
  | { readonly outcome: 'moved' }
  | { readonly outcome: 'failed'; readonly why: string };
