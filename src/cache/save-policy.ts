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
  readonly jobStatus: 'success' | 'failure' | 'cancelled';
}

export interface SaveDecision {
  readonly save: boolean;
  readonly why: string;
}

/** Events of the default branch that run code from outside, or with rights that outside code may borrow. */
const untrusted = new Set(['pull_request_target', 'workflow_run', 'issue_comment', 'issues', 'release', 'deployment']);

/** Whether this run may save at all, whatever it has made. */
export function maySave(context: SaveContext): SaveDecision {
  const { save, event, ref, defaultBranch, jobStatus } = context;
  const no = (why: string): SaveDecision => ({ save: false, why });
  // What a job has not used because it broke off is not what the next one can do without.
  if (jobStatus !== 'success') return no(`the job ended as ${jobStatus}`);
  if (save === 'never' || save === 'false') return no(`save is ${save}`);
  if (save === 'always' || save === 'true') return { save: true, why: `save is ${save}` };
  if (ref.startsWith('refs/tags/')) return no(`${ref} is a tag`);
  if (untrusted.has(event)) return no(`the event ${event} is not trusted to write a cache`);
  if (defaultBranch === '') return no('the event does not name the default branch; set save to always to save here');
  if (ref !== `refs/heads/${defaultBranch}`) return no(`${ref} is not the default branch ${defaultBranch}`);
  return { save: true, why: `${event} on the default branch` };
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
  return { save: true, why: shares };
}
