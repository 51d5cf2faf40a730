import { EnvironmentError, messageOf, UserError } from '../../errors.ts';
import { DownloadError } from '../network/download.ts';
import { NoSuchVersion } from './no-such-version.ts';

/** The answer of one source of Go. */
export interface SourceAnswer {
  /** "tool cache", "module proxy" */
  readonly source: string;
  /**
   * 'found': it has the version. 'absent': it says that the version does not exist. 'unreachable':
   * no answer. 'refused': any other error; it may have the version.
   */
  readonly outcome: 'found' | 'absent' | 'unreachable' | 'refused';
  /** Its own message; for 'found', how the version was verified. */
  readonly said: string;
  /** For 'found': whether it was verified. */
  readonly verified?: boolean;
}

/**
 * The bytes do not match the published checksum. This ends the search: it may be an attack, which a
 * person must look at, like go's own SECURITY ERROR.
 */
export class ChecksumMismatch extends EnvironmentError {}

/** The answer in a source's error; null: it is not a source's own error, and must be rethrown. */
export function answerOf(source: string, error: unknown): SourceAnswer | null {
  if (error instanceof ChecksumMismatch) return null;
  // The heading of the table already says this.
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

/** One line per source, with its name and answer. */
export function tableOf(answers: readonly SourceAnswer[]): string {
  const width = Math.max(0, ...answers.map(({ source }) => source.length));
  return answers.map(({ source, said }) => `\n  ${source.padEnd(width)}  ${said}`).join('');
}
