import type { SaveDecision } from '../save-policy.ts';

/** An archive by its key, and what it holds. */
export interface Held<Content> {
  /** null: there was none. */
  readonly key: string | null;
  readonly content: Content;
}

/** What an archive that many jobs write asks of the store. */
export interface SharedArchive<Content, Plan extends { readonly worth: SaveDecision }> {
  readonly plan: (content: Content) => Plan;
  /** Whether something that others need is not at hand, as after `go clean -modcache`. */
  readonly lacks: (plan: Plan) => boolean;
  /** The key of the newest archive; null where there is none. Throws where the store does not say: then nothing may be saved over it. */
  readonly findNewest: () => Promise<string | null>;
  /** What it holds; null where it is gone, or damaged. Throws likewise. */
  readonly open: () => Promise<Held<Content> | null>;
}

/**
 * Plans the next archive on top of the newest: jobs that began with the same one end one after the other, and each must keep
 * what those before it have added. It is asked for only when something is to be saved.
 *
 * @returns the plan, the key of the newest archive, and the keys of those whose place the planned one takes. The planned one's own key
 *   must differ by the newest's: one of the same content may be there, hidden by that one.
 */
export async function joinNewest<Content, Plan extends { readonly worth: SaveDecision }>(
  restored: Held<Content>,
  { plan, lacks, findNewest, open }: SharedArchive<Content, Plan>,
): Promise<{ readonly plan: Plan; readonly after: string | null; readonly replaces: readonly string[] }> {
  const first = plan(restored.content);
  const own = restored.key === null ? [] : [restored.key];
  if (!first.worth.save) return { plan: first, after: restored.key, replaces: [] };
  const newest = await findNewest();
  // Where it has been evicted meanwhile, all that it held is still known, and here.
  if (newest === null || (newest === restored.key && !lacks(first)))
    return { plan: first, after: newest, replaces: own };
  const opened = await open();
  const replaces = [...new Set([...own, opened?.key ?? newest])];
  return { plan: opened === null ? first : plan(opened.content), after: opened?.key ?? newest, replaces };
}
