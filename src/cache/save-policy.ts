/** What decides whether this run may write archives that later runs will trust. */
export interface SaveContext {
  /** The `save` input. 'true' and 'false' are what an expression has come to. */
  readonly save: 'auto' | 'always' | 'never' | 'true' | 'false';
  /** GITHUB_EVENT_NAME */
  readonly event: string;
  /** GITHUB_REF: "refs/heads/main" */
  readonly ref: string;
  /** repository.default_branch of the event; '' when it does not say. */
  readonly defaultBranch: string;
  /** GITHUB_REPOSITORY: "owner/name" */
  readonly repository: string;
  /** pull_request.head.repo.full_name of the event: where the code comes from; '' when it does not say. */
  readonly headRepository: string;
  /** What has happened, of the event: "opened", "closed"; '' when it does not say. */
  readonly action: string;
  readonly jobStatus: 'success' | 'failure' | 'cancelled';
}

export interface SaveDecision {
  readonly save: boolean;
  readonly why: string;
}

export interface SavePermission extends SaveDecision {
  /** It pays only when more than this share of the bytes, in percent, was made anew; null: the usual rules hold. */
  readonly onlyForNewAbovePercent: number | null;
}

/** Events that somebody with write access has brought about, and that run the repository's own code. All others may be a stranger's doing. */
const trusted = new Set(['push', 'schedule', 'workflow_dispatch', 'repository_dispatch']);

/** An archive of a pull request is read by its own later runs alone, and takes its place from those of all. */
const ownScopeAbovePercent = 50;

/** Whether this run may save at all, whatever it has made. */
export function maySave(context: SaveContext): SavePermission {
  const { save, event, ref, defaultBranch, jobStatus } = context;
  const no = (why: string): SavePermission => ({ save: false, why, onlyForNewAbovePercent: null });
  const yes = (why: string): SavePermission => ({ save: true, why, onlyForNewAbovePercent: null });
  // What a job has not used because it broke off is not what the next one can do without.
  if (jobStatus !== 'success') return no(`the job ended as ${jobStatus}`);
  if (save === 'never' || save === 'false') return no(`save is ${save}`);
  if (save === 'always' || save === 'true') return yes(`save is ${save}`);
  if (ref.startsWith('refs/tags/')) return no(`${ref} is a tag: no other run reads what a tag saves`);
  if (event === 'pull_request') return maySaveOfPullRequest(context);
  if (event === 'merge_group') return no('the branch of a merge queue goes with its run, and its archives with it');
  if (!trusted.has(event))
    return no(`the event ${event} is not trusted to write a cache: a stranger may have caused it`);
  // Its payload is the cron line alone. The ref is the default branch: the documentation of `schedule` says so.
  if (event === 'schedule' && defaultBranch === '') return yes('schedule runs on the default branch');
  if (defaultBranch === '') return no('the event does not name the default branch; set save to always to save here');
  if (ref !== `refs/heads/${defaultBranch}`) return no(`${ref} is not the default branch ${defaultBranch}`);
  return yes(`${event} on the default branch`);
}

function maySaveOfPullRequest({ ref, repository, headRepository, action }: SaveContext): SavePermission {
  const no = (why: string): SavePermission => ({ save: false, why, onlyForNewAbovePercent: null });
  if (!ref.startsWith('refs/pull/')) return no(`${ref} is not the own ref of a pull request`);
  if (action === 'closed') return no('the pull request is closed: no later run reads what it saves');
  if (headRepository === '' || headRepository.toLowerCase() !== repository.toLowerCase()) {
    return no(`the code comes from ${headRepository === '' ? 'a repository that is not named' : headRepository}`);
  }
  return {
    save: true,
    why: `a pull request of this repository, for its own later runs, when more than ${ownScopeAbovePercent} % is new`,
    onlyForNewAbovePercent: ownScopeAbovePercent,
  };
}

/** What the job changed in an archive, in unpacked bytes. */
export interface Change {
  readonly hit: 'exact' | 'prefix' | 'miss' | 'damaged' | 'skipped' | 'off';
  readonly packedBytes: number;
  readonly newBytes: number;
  /** In the restored archive and needed no more. */
  readonly deadBytes: number;
  readonly refreshAbovePercent: number;
}

/**
 * Whether a new archive pays for its upload: the share of bytes made anew, or dead in the old one, is above the limit.
 * Without an old one every share is the whole.
 */
export function isWorthSaving(change: Change): SaveDecision {
  const { hit, packedBytes, newBytes, deadBytes, refreshAbovePercent } = change;
  if (packedBytes === 0) return { save: false, why: 'nothing was used and nothing was made' };
  if (hit === 'miss') return { save: true, why: 'there was no archive' };
  if (hit === 'damaged') return { save: true, why: 'the archive was damaged' };
  const percent = (bytes: number) => (100 * bytes) / packedBytes;
  const anew = percent(newBytes);
  const dead = percent(deadBytes);
  const shares = `${anew.toFixed(1)} % of the bytes are new, ${dead.toFixed(1)} % of the old ones are dead`;
  if (Math.max(anew, dead) <= refreshAbovePercent) {
    return { save: false, why: `${shares}: not above ${refreshAbovePercent} %` };
  }
  return { save: true, why: hit === 'exact' && anew > refreshAbovePercent ? `${shares}${sharedKey}` : shares };
}

/** Nothing that the key names has changed, and yet the archive was of little use. */
const sharedKey =
  ', though it is of this very commit: other jobs may have the same key, as where a reusable workflow is called twice; cache-key-suffix sets them apart';
