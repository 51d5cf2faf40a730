/** Facts that decide whether this run may write archives that later runs trust. */
export interface SaveContext {
  /** The `save` input. 'true' and 'false' are values of an expression. */
  readonly save: 'auto' | 'always' | 'never' | 'true' | 'false';
  /** GITHUB_EVENT_NAME */
  readonly event: string;
  /** GITHUB_REF: "refs/heads/main" */
  readonly ref: string;
  /** repository.default_branch of the event; '': the event does not say. */
  readonly defaultBranch: string;
  /** GITHUB_REPOSITORY: "owner/name" */
  readonly repository: string;
  /**
   * pull_request.head.repo.full_name of the event, where the code comes from; '': the event does
   * not say.
   */
  readonly headRepository: string;
  /** `action` of the event: "opened", "closed"; '': the event does not say. */
  readonly action: string;
  readonly jobStatus: 'success' | 'failure' | 'cancelled';
}

/** Which runs may save, and from which share of changed bytes on saving pays. */
export interface SavePolicy extends SaveContext {
  /** See isWorthSaving. */
  readonly refreshAbovePercent: number;
}

export interface SaveDecision {
  readonly save: boolean;
  readonly why: string;
}

export interface SavePermission extends SaveDecision {
  /**
   * Saving pays only if more than this percentage of the bytes is new; null: the usual rules apply.
   */
  readonly onlyForNewAbovePercent: number | null;
}

/**
 * Events that only people with write access can trigger, and that run the repository's own code. A
 * stranger may trigger all others.
 */
const trusted = new Set(['push', 'schedule', 'workflow_dispatch', 'repository_dispatch']);

/** Only later runs of the same pull request read its archive, but it uses the quota of all. */
const ownScopeAbovePercent = 50;

/** Whether this run may save at all, regardless of what it made. */
export function maySave(context: SaveContext): SavePermission {
  const { save, event, ref, defaultBranch, jobStatus } = context;
  const no = (why: string): SavePermission => ({ save: false, why, onlyForNewAbovePercent: null });
  const yes = (why: string): SavePermission => ({ save: true, why, onlyForNewAbovePercent: null });
  // A job that broke off did not use all that the next one needs.
  if (jobStatus !== 'success') return no(`the job ended with ${jobStatus}`);
  if (save === 'never' || save === 'false') return no(`save is ${save}`);
  if (save === 'always' || save === 'true') return yes(`save is ${save}`);
  if (ref.startsWith('refs/tags/')) return no(`${ref} is a tag, and no other run can read what it saves`);
  if (event === 'pull_request') return maySaveOfPullRequest(context);
  if (event === 'merge_group')
    return no('the branch of a merge queue is deleted after its run, and its archives with it');
  if (!trusted.has(event))
    return no(`the event ${event} is not trusted to write a cache: a stranger may have triggered it`);
  // Its payload has only the cron line. The documentation of `schedule` says that the ref is the
  // default branch.
  if (event === 'schedule' && defaultBranch === '') return yes('schedule runs on the default branch');
  if (defaultBranch === '') return no('the event does not name the default branch; to save here, set save: always');
  if (ref !== `refs/heads/${defaultBranch}`) return no(`${ref} is not the default branch ${defaultBranch}`);
  return yes(`${event} on the default branch`);
}

function maySaveOfPullRequest({ ref, repository, headRepository, action }: SaveContext): SavePermission {
  const no = (why: string): SavePermission => ({ save: false, why, onlyForNewAbovePercent: null });
  if (!ref.startsWith('refs/pull/')) return no(`${ref} is not the ref of a pull request`);
  if (action === 'closed') return no('the pull request is closed, and no later run can read what it saves');
  if (headRepository === '' || headRepository.toLowerCase() !== repository.toLowerCase()) {
    return no(`the code comes from ${headRepository === '' ? 'an unknown repository' : headRepository}`);
  }
  return {
    save: true,
    why: `a pull request of this repository, for its own later runs, when more than ${ownScopeAbovePercent} % is new`,
    onlyForNewAbovePercent: ownScopeAbovePercent,
  };
}

/** What the job changed in an archive, in unpacked bytes. */
export interface ArchiveChange {
  readonly hit: 'exact' | 'prefix' | 'miss' | 'damaged' | 'skipped' | 'off';
  readonly packedBytes: number;
  readonly newBytes: number;
  /** In the restored archive, but no longer needed. */
  readonly deadBytes: number;
  readonly refreshAbovePercent: number;
}

/**
 * Whether a new archive is worth its upload: the share of new bytes, or of dead bytes in the old
 * archive, is above the limit. Without an old archive it always is.
 */
export function isWorthSaving(change: ArchiveChange): SaveDecision {
  const { hit, packedBytes, newBytes, deadBytes, refreshAbovePercent } = change;
  if (packedBytes === 0) return { save: false, why: 'the job used nothing and made nothing' };
  if (hit === 'miss') return { save: true, why: 'there was no archive' };
  if (hit === 'damaged') return { save: true, why: 'the archive was damaged' };
  const percent = (bytes: number) => (100 * bytes) / packedBytes;
  const anew = percent(newBytes);
  const dead = percent(deadBytes);
  const shares = `${anew.toFixed(1)} % of the bytes are new, ${dead.toFixed(1)} % of the old ones are dead`;
  if (Math.max(anew, dead) <= refreshAbovePercent) {
    return { save: false, why: `${shares}; neither is above ${refreshAbovePercent} %` };
  }
  return { save: true, why: hit === 'exact' && anew > refreshAbovePercent ? `${shares}${sharedKey}` : shares };
}

/** Nothing that the key names has changed, and yet the archive was of little use. */
const sharedKey =
  ', though it is of this very commit: other jobs may have the same key, as where a reusable workflow is called twice; cache-key-suffix sets them apart';
