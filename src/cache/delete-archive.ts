import { messageOf } from '../errors.ts';

/** Which repository's archives, and with what right. */
export interface ArchiveOwner {
  /** GITHUB_API_URL: "https://api.github.com" */
  readonly apiUrl: string;
  /** GITHUB_REPOSITORY: "owner/name" */
  readonly repository: string;
  /** With `actions: write`, or it is refused. */
  readonly token: string;
  /** GITHUB_REF: an archive of the same key on another branch is another's. */
  readonly ref: string;
}

export interface Deletion {
  readonly deleted: boolean;
  readonly why: string;
}

/**
 * Deletes the archive that a newer one takes the place of (SavedCache.replacesKey), so that the repository's quota is
 * not spent on both. Never throws for what the service answers.
 *
 * https://docs.github.com/rest/actions/cache, "Delete GitHub Actions caches for a repository (using a cache key)"
 */
export async function deleteArchive(key: string, owner: ArchiveOwner): Promise<Deletion> {
  const { apiUrl, repository, token, ref } = owner;
  const query = new URLSearchParams({ key, ref });
  try {
    const response = await fetch(`${apiUrl}/repos/${repository}/actions/caches?${query}`, {
      method: 'DELETE',
      headers: {
        accept: 'application/vnd.github+json',
        authorization: `Bearer ${token}`,
        'x-github-api-version': '2022-11-28',
      },
      signal: AbortSignal.timeout(patienceMs),
    });
    if (response.ok) return { deleted: true, why: `${key} is replaced` };
    if (response.status === 404) return { deleted: false, why: `${key} is not there, or not of ${ref}` };
    if (response.status === 403) return { deleted: false, why: 'the token may not: give the job `actions: write`' };
    return { deleted: false, why: `the service answered ${response.status}` };
  } catch (error) {
    return { deleted: false, why: messageOf(error) };
  }
}

const patienceMs = 15_000;
