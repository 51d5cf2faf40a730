/**
 * Three kinds of failure, each with its exit status: the user's, the environment's, and a bug.
 *
 * A worker's failure is none of these: it is data in a History.
 */

/** The user's mistake. The message says what to change. No stack trace; exit status 2. */
export class UserError extends Error {
  override readonly name = 'UserError';
}

/**
 * The environment failed, not the subject of the test: the engine is gone, the image is missing, a setup
 * line failed. The trial is inconclusive; the command exits with 3.
 */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';
}

export const exitStatus = {
  /** Everything is as expected. */
  expected: 0,
  /** A verdict differs from its expectation, there is a finding, or something is left to clean. */
  differs: 1,
  usage: 2,
  inconclusive: 3,
  bug: 4,
  /** Ended by Ctrl-C, as shells report it. */
  interrupted: 130,
} as const;

/** The errno name of a system error ("ENOENT"); undefined for any other value. */
export function errnoOf(error: unknown): string | undefined {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return undefined;
}

/** The error in one line, with its causes. */
export function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.cause === undefined) return error.message;
  const cause = messageOf(error.cause);
  return error.message.includes(cause) ? error.message : `${error.message}: ${cause}`;
}
