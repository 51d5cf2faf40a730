import { errnoOf } from '../errors.ts';

/** Runs `read`; null if the system refuses it with any errno. Other errors pass. */
export function errnoToNull<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return null;
  }
}
