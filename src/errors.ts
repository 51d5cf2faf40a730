/**
 * The three kinds of failure that unlatch tells apart, each with its exit status.
 *
 * A worker's failure is none of these: it is data in a History.
 */

/** The caller's mistake. The message says what to change; no stack is shown; exit status 2. */
export class UserError extends Error {
  override readonly name = 'UserError';
}

/**
 * The laboratory failed, not the thing under test: the engine is gone, the image is missing, a setup line failed.
 * A trial that ends so is inconclusive; a command that ends so exits with 3.
 */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';
}

export const exitStatus = {
  /** Everything is as expected. */
  expected: 0,
  /** A verdict differs from its expectation, or there is a finding, or something is left to clean. */
  differs: 1,
  usage: 2,
  inconclusive: 3,
  bug: 4,
  /** Ended by Ctrl-C, as shells report it. */
  interrupted: 130,
} as const;

/** The errno name of a system error ("ENOENT"), or undefined when the value is not one. */
export function errnoOf(error: unknown): string | undefined {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return undefined;
}

/** What went wrong in one line, with the causes that lie beneath it. */
export function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.cause === undefined) return error.message;
  const cause = messageOf(error.cause);
  return error.message.includes(cause) ? error.message : `${error.message}: ${cause}`;
}
