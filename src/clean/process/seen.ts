import { errnoOf } from '../../errors.ts';

/** Runs `read`; null if what it reads is gone or not permitted. */
export function seen<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return null;
  }
}
