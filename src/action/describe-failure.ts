import { EnvironmentError, messageOf, UserError } from '../errors.ts';

/** What a step says of the error that ended it: a stack only for what is a bug of unlatch. */
export function describeFailure(error: unknown): string {
  if (error instanceof UserError || error instanceof EnvironmentError) return messageOf(error);
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `this is a bug in unlatch; please report it with what follows\n${stack}`;
}
