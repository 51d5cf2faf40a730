import type { SaveDecision } from '../save-policy.ts';

/** An archive's key and content. */
export interface Held<Content> {
  /** null: there was no archive. */
  readonly key: string | null;
  readonly content: Content;
}

/** Operations on an archive that many jobs write. */
export interface SharedArchive<Content, Plan extends { readonly worth: SaveDecision }> {
  readonly plan: (content: Content) => Plan;
  /** Whether the cache lacks something that other jobs need, as after `go clean -modcache`. */
  readonly lacks: (plan: Plan) => boolean;
  /**
   * The key of the newest archive; null: there is none. Throws when the store does not answer: then
   * nothing may be saved over it.
   */
  readonly findNewest: () => Promise<string | null>;
  /** The newest archive; null: it is gone or damaged. Throws when the store does not answer. */
  readonly open: () => Promise<Held<Content> | null>;
}

/**
 * Plans the next archive on top of the newest one. Jobs that start with the same archive end one
 * after the other, and each must keep what earlier ones added. Asks for the newest only when
 * something should be saved.
 *
 * @returns the plan, the key of the newest archive, and the keys that the planned archive replaces.
 * The planned archive's own key must depend on the newest's key: an archive of the same content may
 * exist already, hidden by the newest.
 */
export async function joinNewest<Content, Plan extends { readonly worth: SaveDecision }>(
  restored: Held<Content>,
  { plan, lacks, findNewest, open }: SharedArchive<Content, Plan>,
): Promise<{ readonly plan: Plan; readonly after: string | null; readonly replaces: readonly string[] }> {
  const first = plan(restored.content);
  const own = restored.key === null ? [] : [restored.key];
  if (!first.worth.save) return { plan: first, after: restored.key, replaces: [] };
  const newest = await findNewest();
  // If it was evicted meanwhile, its content is still known, and in the cache.
  if (newest === null || (newest === restored.key && !lacks(first)))
    return { plan: first, after: newest, replaces: own };
  const opened = await open();
  const replaces = [...new Set([...own, opened?.key ?? newest])];
  return { plan: opened === null ? first : plan(opened.content), after: opened?.key ?? newest, replaces };
}
