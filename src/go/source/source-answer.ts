import { EnvironmentError, messageOf, UserError } from '../../errors.ts';
import { DownloadError } from '../network/download.ts';
import { NoSuchVersion } from './no-such-version.ts';

/** What a place that Go may come from has said. */
export interface SourceAnswer {
  /** "tool cache", "module proxy" */
  readonly source: string;
  /**
   * 'found': it had it. 'absent': it says that there is no such thing. 'unreachable': it has said nothing. 'refused': anything else, with which
   * it may have it all the same.
   */
  readonly outcome: 'found' | 'absent' | 'unreachable' | 'refused';
  /** In its own words; for 'found', who vouches for it. */
  readonly said: string;
  /** For 'found': whether something vouches for it. What lay on the machine is taken as it is, and counts as vouched for. */
  readonly vouched?: boolean;
}

/**
 * The bytes are not those that somebody vouches for. It ends the search: somebody may be lying, and that is for a person to see, as when go
 * itself says SECURITY ERROR.
 */
export class ChecksumMismatch extends EnvironmentError {}

/** What a source's failure says; null when the error is none of a source's own, and has to go up as it is. */
export function answerOf(source: string, error: unknown): SourceAnswer | null {
  if (error instanceof ChecksumMismatch) return null;
  // In a table of what was asked for it need not be said again.
  const said = (error instanceof DownloadError ? error.message : messageOf(error))
    .replace(/\s*\n\s*/g, ' ')
    .replace(/^cannot download [^:]+: /, '');
  if (error instanceof NoSuchVersion) return { source, outcome: 'absent', said };
  if (error instanceof DownloadError) {
    const outcome = error.notExist ? 'absent' : error.status === null ? 'unreachable' : 'refused';
    return { source, outcome, said };
  }
  if (error instanceof UserError || error instanceof EnvironmentError) return { source, outcome: 'refused', said };
  return null;
}

/** One line a source, its name before what it said. */
export function tableOf(answers: readonly SourceAnswer[]): string {
  const width = Math.max(0, ...answers.map(({ source }) => source.length));
  return answers.map(({ source, said }) => `\n  ${source.padEnd(width)}  ${said}`).join('');
}
